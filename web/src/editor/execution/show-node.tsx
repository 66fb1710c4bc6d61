import { useTexts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { useEditor, useEditorStore } from '../editor-store.ts';

/** Opens a node of the version that is shown; nothing where it has none of this name. */
export function ShowNode({ name }: { name: string | undefined }) {
  const { executions } = useTexts();
  const editor = useEditorStore();
  const id = useEditor(({ document }) => document.nodes.find((node) => node.name === name)?.id);
  if (!id) return null;
  return <Button onClick={() => editor.getState().openNode(id)}>{executions.showNode}</Button>;
}
