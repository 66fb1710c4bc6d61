import { ArrowUpRight } from 'lucide-react';
import { useTexts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { findNode } from '../document/lookup.ts';
import { useEditor, useEditorStore } from '../editor-store.ts';

/** On a phone, where no panel stands beside the canvas: opens the node that is selected. */
export function OpenSelected() {
  const { canvas } = useTexts();
  const editor = useEditorStore();
  const node = useEditor(({ document, selection }) =>
    selection.size === 1 ? findNode(document, [...selection][0] ?? '') : undefined,
  );
  if (!node) return null;
  return (
    <Button
      icon={<ArrowUpRight size={15} />}
      onClick={() => editor.getState().openNode(node.id)}
      className="absolute end-3.5 bottom-20 max-w-[calc(100%-190px)] phone:hidden"
    >
      <span className="truncate">{canvas.openNode(node.name)}</span>
    </Button>
  );
}
