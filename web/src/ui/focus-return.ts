import { useRef } from 'react';

const LAYERS = '[role=dialog], [role=alertdialog], [role=menu], [role=listbox]';

/** What had the focus last that lies on the page itself, under every layer. */
let onPage: HTMLElement | undefined;
document.addEventListener('focusin', ({ target }) => {
  if (target instanceof HTMLElement && !target.closest(LAYERS)) onPage = target;
});

let returning = false;
/** Whether the focus is just being given back: nobody asked what the button is for, and a tooltip would take the next Esc. */
export const isFocusReturning = (): boolean => returning;

/** What has the focus; where that is a line of a menu, which goes with it, the button that the menu came from. */
function focused(): HTMLElement | undefined {
  const active = document.activeElement;
  if (!(active instanceof HTMLElement) || active === document.body) return undefined;
  const button = active.closest('[role=menu]')?.getAttribute('aria-labelledby');
  return (button && document.getElementById(button)) || active;
}

/**
 * Gives the focus back to what had it when a dialog opened, or to the page when that is gone. Radix does so for dialogs that
 * have a trigger of their own; those of this app are opened by what a person does, and many stand in the page only while open.
 * @returns for `onCloseAutoFocus`
 */
export function useFocusReturn(open: boolean): (event: Event) => void {
  const opener = useRef<HTMLElement>(undefined);
  const wasOpen = useRef(false);
  // While it is drawn for the first time: once it is on the page, a field in it may have taken the focus.
  if (open && !wasOpen.current) opener.current = focused();
  wasOpen.current = open;
  return (event) => {
    event.preventDefault();
    const [to] = [opener.current, onPage, document.getElementById('content')].filter((each) => each?.isConnected);
    const layer = document.activeElement?.closest(LAYERS);
    // Another dialog has opened in the place of this one: what it holds keeps the focus.
    if (layer && !layer.contains(to ?? null)) return;
    returning = true;
    to?.focus({ preventScroll: true });
    returning = false;
  };
}
