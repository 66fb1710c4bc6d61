import type { WorkflowNode } from '@orchestrator/workflow';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../../texts/texts.ts';
import { classNames } from '../../ui/class-names.ts';
import { useEscape } from '../../ui/escape.ts';
import { nameFault, renameNode } from '../document/names.ts';
import { useEditor, useEditorStore } from '../editor-store.ts';
import { isCodeOf } from '../node-types/is-code.ts';
import { useLooks, useNodeType } from '../node-types/looks.ts';
import { NodeChip } from '../node-types/node-chip.tsx';
import { useNodeTypes } from '../node-types/node-types.queries.ts';

/** What a node is: its chip, its name (to be changed in place), its type and what it does to the world outside. */
export function NodeHeader({ node, children }: { node: WorkflowNode; children?: ReactNode }) {
  const { panel } = useTexts();
  const type = useNodeType(node.type, node.version);
  const { effect: whole, trigger } = useLooks(node.id);
  // A trigger only waits; what it does to the world outside is no question.
  const effect = trigger ? undefined : whole;
  const label = type?.label ?? node.type;
  return (
    <div className="flex items-start gap-2.5">
      <NodeChip type={type} />
      <div className="min-w-0 flex-1">
        <NodeName key={`${node.id} ${node.name}`} node={node} />
        <p className="line-clamp-2 px-1 text-muted" title={effect && panel.effectHints[effect]}>
          {label}
          {effect && ` · ${panel.effect[effect]}`}
        </p>
      </div>
      {children}
    </div>
  );
}

function NodeName({ node }: { node: WorkflowNode }) {
  const { panel } = useTexts();
  const editor = useEditorStore();
  const types = useNodeTypes();
  const readOnly = useEditor((state) => state.readOnly);
  const [typed, setTyped] = useState(node.name);
  const fault = nameFault(editor.getState().document, node.id, typed);
  const commit = () => {
    if (fault) setTyped(node.name);
    else editor.getState().change((document) => renameNode(document, node.id, typed, isCodeOf(types)));
  };
  const escapes = useEscape(() => {
    if (typed === node.name) return false;
    setTyped(node.name);
    return true;
  });
  return (
    <>
      <input
        ref={escapes}
        aria-label={panel.nodeName}
        aria-invalid={fault !== undefined || undefined}
        value={typed}
        readOnly={readOnly}
        spellCheck={false}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
        }}
        className={classNames(
          'w-full truncate rounded-control border border-transparent bg-transparent px-1 font-semibold',
          !readOnly && 'hover:border-control focus:border-control',
          fault && 'border-bad',
        )}
      />
      {fault && (
        <p role="alert" className="px-1 text-sm text-bad">
          {panel.nameFaults[fault]}
        </p>
      )}
    </>
  );
}
