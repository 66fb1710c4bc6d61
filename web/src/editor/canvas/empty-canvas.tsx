import { Plus } from 'lucide-react';
import { useTexts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { useEditor } from '../editor-store.ts';
import { useCommands } from './commands.ts';

/** What an empty canvas says: how to begin. */
export function EmptyCanvas() {
  const { canvas } = useTexts();
  const commands = useCommands();
  const empty = useEditor(({ document, readOnly }) => document.nodes.length === 0 && !readOnly);
  if (!empty) return null;
  return (
    <div className="pointer-events-none absolute inset-0 flex flex-col items-center justify-center gap-2 pb-16 text-center">
      <h2 className="text-lg font-semibold">{canvas.emptyTitle}</h2>
      <p className="max-w-sm px-4 text-muted">{canvas.emptyText}</p>
      <Button
        look="primary"
        icon={<Plus size={15} />}
        className="pointer-events-auto mt-2"
        onClick={() => commands.ui.setState({ adding: { trigger: true } })}
      >
        {canvas.emptyAction}
      </Button>
    </div>
  );
}
