import type { ItemError } from './item.js';

/** Characters of an expression that an error repeats: enough to know it by, and bounded where it is a page of HTML. */
const MAX_EXCERPT = 400;
/** Of these so many stand before the place of the fault. */
const BEFORE_FAULT = 150;

/**
 * An expression as an error shows it: the part around the fault, with the place of that.
 * @param place of the fault in the text
 */
export function expressionExcerpt(
  text: string,
  { from, to }: { from?: number; to?: number } = {},
): NonNullable<ItemError['expression']> {
  const start = text.length > MAX_EXCERPT ? Math.max(0, (from ?? 0) - BEFORE_FAULT) : 0;
  const end = Math.min(text.length, start + MAX_EXCERPT);
  const shown = `${start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''}`;
  if (from === undefined || to === undefined) return { text: shown };
  const shift = start > 0 ? 1 - start : 0;
  return { text: shown, from: from + shift, to: Math.min(to, end) + shift };
}
