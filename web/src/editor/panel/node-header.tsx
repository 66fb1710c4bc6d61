import type { WorkflowNode } from '@orchestrator/workflow';
import { useState } from 'react';
import { useTexts } from '../../texts/texts.ts';
import { renameNode } from '../document/names.ts';
import { useEditor, useEditorStore } from '../editor-store.ts';
import { NodeChip } from '../node-types/node-chip.tsx';
import type { NodeType } from '../node-types/node-types.queries.ts';

const LONGEST = 200;

/** What a node is: its icon, its name, which is edited where it stands, and what it does to the world outside. */
export function NodeHeader({ node, declared }: { node: WorkflowNode; declared: NodeType | undefined }) {
  const { panel } = useTexts();
  const editor = useEditorStore();
  const readOnly = useEditor((state) => state.readOnly);
  const [typed, setTyped] = useState<string>();
  const save = () => {
    if (typed !== undefined) editor.getState().change((document) => renameNode(document, node.id, typed));
    setTyped(undefined);
  };
  const effect = declared?.effect ? ` · ${panel.effect[declared.effect]}` : '';
  return (
    <div className="flex min-w-0 flex-1 items-center gap-2.5">
      <NodeChip type={declared} />
      <div className="min-w-0 flex-1">
        <input
          aria-label={panel.credentialName}
          maxLength={LONGEST}
          readOnly={readOnly}
          value={typed ?? node.name}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={save}
          onKeyDown={(event) => {
            event.stopPropagation();
            if (event.key === 'Enter') event.currentTarget.blur();
            if (event.key === 'Escape') {
              setTyped(undefined);
              event.currentTarget.blur();
            }
          }}
          className="-ms-1 w-full truncate rounded-control border border-transparent bg-transparent px-1 font-semibold hover:border-control focus:border-control"
        />
        <p className="truncate text-muted">
          {declared?.label ?? node.type}
          {effect}
        </p>
      </div>
    </div>
  );
}
