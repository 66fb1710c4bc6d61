import { useTexts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { findNode } from '../document/lookup.ts';
import { useEditor, useEditorStore } from '../editor-store.ts';
import { useNodeTypes } from '../node-types/node-types.queries.ts';
import { NodeHeader } from './node-header.tsx';
import { NodeTabs } from './node-tabs.tsx';

/** What the selected node is and does: beside the canvas. */
export default function NodePanel() {
  const { panel } = useTexts();
  const editor = useEditorStore();
  const types = useNodeTypes();
  const count = useEditor(({ selection }) => selection.size);
  const node = useEditor(({ document, selection }) => {
    const [only] = selection.size === 1 ? selection : [];
    return only === undefined ? undefined : findNode(document, only);
  });
  if (!node) return <p className="p-4 text-muted">{count > 1 ? panel.several(count) : panel.empty}</p>;
  const declared = types?.find(node.type, node.version);
  return (
    <div className="p-4">
      <header className="mb-3 flex items-center gap-2">
        <NodeHeader key={node.id} node={node} declared={declared} />
        <Button onClick={() => editor.getState().openNode(node.id)}>
          {panel.open}
          <kbd className="rounded border border-line-strong bg-sunken px-1 font-mono text-xs">↵</kbd>
        </Button>
      </header>
      <NodeTabs key={node.id} node={node} declared={declared} />
    </div>
  );
}
