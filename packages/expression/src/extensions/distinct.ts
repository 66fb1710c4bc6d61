/**
 * The first of each set of deeply equal values, in order. Each value is made into a text that equal values share, so
 * that the cost is that of the values' text and not of comparing each with each.
 * @param keyOf what of a value is compared
 */
export function distinct(values: readonly unknown[], keyOf: (value: unknown) => unknown): unknown[] {
  const plain = new Set<unknown>();
  const deep = new Set<string>();
  return values.filter((value) => {
    const key = keyOf(value);
    const isDeep = typeof key === 'object' && key !== null;
    const seen: Set<unknown> = isDeep ? deep : plain;
    const identity = isDeep ? canonical(key) : key;
    if (seen.has(identity)) return false;
    seen.add(identity);
    return true;
  });
}

/** A text that two values share when they are deeply equal: fields by name, whatever their order. */
function canonical(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value !== 'object' || value === null) return `${typeof value}:${String(value)}`;
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  // Dates of every kind (luxon's too) are what they write, and not their own fields.
  if ('toJSON' in value && typeof value.toJSON === 'function') return `date:${value.toJSON()}`;
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`).join()}}`;
}
