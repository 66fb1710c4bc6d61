import { useEffect } from 'react';
import { useTexts } from '../../texts/texts.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { showKeys, useShownKeys } from './keys-store.ts';

const TYPED_IN = 'input, textarea, select, [contenteditable="true"], [role="textbox"]';

/** Shows by `?` which keys there are, wherever nothing is typed in. */
export function KeysHost() {
  const { frame } = useTexts();
  const { open } = useShownKeys();
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== '?' || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const at = event.target instanceof Element ? event.target : document.body;
      // What is open over the page has the keys to itself.
      if (at.closest(TYPED_IN) || document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]'))
        return;
      event.preventDefault();
      showKeys();
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, []);
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => useShownKeys.setState({ open: next })}
      title={frame.commands.keys}
      size="medium"
    >
      <dl className="flex flex-col pb-3">
        {frame.keyList.map(([keys, does]) => (
          <div
            key={keys}
            className="flex items-baseline justify-between gap-4 border-b border-line py-1.5 last:border-0"
          >
            <dt>{does}</dt>
            <dd>
              <kbd className="rounded border border-line-strong bg-sunken px-1.5 font-mono text-sm whitespace-nowrap">
                {keys}
              </kbd>
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
