/**
 * The number that a value of a file stands for: itself, or what its text says. Anything else is no number: `Number()`
 * calls an object's own `toString`, which a file can give any value, and throws where it is no function.
 */
export function readNumber(value: unknown): number | undefined {
  if (typeof value === 'string' && value.trim() === '') return undefined;
  const number = typeof value === 'number' || typeof value === 'string' ? Number(value) : Number.NaN;
  return Number.isFinite(number) ? number : undefined;
}

/** The text that a value of a file stands for: a text, a number or a truth; else none. */
export function readText(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : undefined;
}
