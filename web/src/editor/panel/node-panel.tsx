import { useTexts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { findNode } from '../document/lookup.ts';
import { useEditor, useEditorStore } from '../editor-store.ts';
import { ItemSwitch } from './item-switch.tsx';
import { NodeHeader } from './node-header.tsx';
import { NodeViews } from './node-views.tsx';

/** What the selected node is and does: beside the canvas. */
export default function NodePanel() {
  const { panel } = useTexts();
  const editor = useEditorStore();
  const node = useEditor(({ document, selection }) => {
    const nodes = [...selection].flatMap((id) => findNode(document, id) ?? []);
    return nodes.length === 1 ? nodes[0] : undefined;
  });
  const count = useEditor(({ selection }) => selection.size);
  if (!node) return <p className="p-6 text-center text-muted">{count > 1 ? panel.several(count) : panel.empty}</p>;
  return (
    <div className="p-4">
      <NodeHeader node={node}>
        <Button onClick={() => editor.getState().openNode(node.id)}>
          {panel.open}
          <kbd className="rounded border border-line-strong bg-sunken px-1.5 font-mono text-sm">↵</kbd>
        </Button>
      </NodeHeader>
      <div className="pt-3">
        <NodeViews node={node} />
        <div className="mt-4">
          <ItemSwitch node={node} label={panel.triedWith} />
        </div>
      </div>
    </div>
  );
}
