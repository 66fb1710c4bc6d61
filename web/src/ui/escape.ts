import { useCallback, useRef } from 'react';

/** Goes one step back; `false` when there is nothing to go back from, and the key is for what lies around it. */
type Back = () => boolean | undefined;

const places = new Map<Element, Back>();

/**
 * Has Esc go a step back while the focus is within an element, and do nothing else: a list of completions closes and its
 * dialog stays, a search is emptied and its panel stays. The innermost element with something to go back from has the key.
 * Dialogs and menus close by Radix, which hears of the key before any element does, so this listens before Radix.
 * @returns lets go of the element
 */
export function onEscape(element: Element, back: Back): () => void {
  if (places.size === 0) window.addEventListener('keydown', keyDown, true);
  places.set(element, back);
  return () => {
    places.delete(element);
    if (places.size === 0) window.removeEventListener('keydown', keyDown, true);
  };
}

function keyDown(event: KeyboardEvent): void {
  const { key, isComposing, target } = event;
  // What has a list open that has the focus stay outside it closes that list first.
  if (key !== 'Escape' || isComposing || !(target instanceof Element) || target.ariaExpanded === 'true') return;
  for (let at: Element | null = target; at; at = at.parentElement) {
    const back = places.get(at);
    if (!back || back() === false) continue;
    event.preventDefault();
    event.stopImmediatePropagation();
    return;
  }
}

/** `onEscape` for a part of a component. @returns for its `ref` */
export function useEscape(back: Back): (element: Element | null) => (() => void) | undefined {
  const latest = useRef(back);
  latest.current = back;
  return useCallback(
    (element: Element | null) => (element ? onEscape(element, () => latest.current()) : undefined),
    [],
  );
}
