import { useTexts } from '../../texts/texts.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useCanvasUi, useCanvasUiStore } from './canvas-ui.ts';

/** All keys of the editor. */
export function KeysDialog() {
  const { canvas } = useTexts();
  const ui = useCanvasUiStore();
  const open = useCanvasUi((state) => state.keys);
  return (
    <Dialog open={open} onOpenChange={(keys) => ui.setState({ keys })} title={canvas.allKeys} size="large">
      <div className="columns-2 gap-8 pb-3 max-phone:columns-1">
        {canvas.keyGroups.map(({ title, keys }) => (
          <section key={title} aria-label={title} className="mb-5 break-inside-avoid">
            <h3 className="pb-1 font-semibold">{title}</h3>
            {keys.map(([key, does]) => (
              <p key={key} className="flex items-baseline justify-between gap-4 border-b border-line py-1.5">
                <span>{does}</span>
                <kbd className="rounded border border-line-strong bg-sunken px-1.5 font-mono text-sm whitespace-nowrap">
                  {key}
                </kbd>
              </p>
            ))}
          </section>
        ))}
      </div>
    </Dialog>
  );
}
