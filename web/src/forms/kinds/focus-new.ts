import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';

/** What a person fills in, the first of an entry; not the switches beside labels. */
const CONTROLS = 'input:not([type=hidden]), textarea, [role=combobox], .cm-content';

const focusIn = (entry: Element | null | undefined) => {
  const control = entry?.querySelector(CONTROLS);
  if (control instanceof HTMLElement) control.focus();
};

/** Moves the focus into an entry of a list when it has been added, and on from entry to entry by Enter. */
export function useEntryFocus(count: number): {
  list: RefObject<HTMLOListElement | null>;
  /** The next entry that comes gets the focus. */
  focusNext(): void;
  /** Goes into the last entry that is there. */
  focusLast(): void;
  /** Enter in a line of text: into the next entry, or `add` in the last. */
  onEnter(event: KeyboardEvent, index: number, add: (() => void) | undefined): void;
} {
  const list = useRef<HTMLOListElement>(null);
  const waits = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the number of entries that says that one has come
  useEffect(() => {
    if (!waits.current) return;
    waits.current = false;
    focusIn(list.current?.lastElementChild);
  }, [count]);
  return {
    list,
    focusNext: () => {
      waits.current = true;
    },
    focusLast: () => focusIn(list.current?.lastElementChild),
    onEnter: (event, index, add) => {
      const { target, defaultPrevented } = event;
      if (event.key !== 'Enter' || defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      const isLine = target instanceof HTMLInputElement && target.getAttribute('role') !== 'combobox';
      if (!isLine || event.nativeEvent.isComposing) return;
      const next = list.current?.children[index + 1];
      if (!next && !add) return;
      event.preventDefault();
      if (next) focusIn(next);
      else add?.();
    },
  };
}
