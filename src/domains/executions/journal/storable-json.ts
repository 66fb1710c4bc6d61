/** What JSON writes of characters that `jsonb` refuses: NUL, and halves of surrogate pairs. */
const REFUSED = /\\u(0000|d[89a-f])/i;

/**
 * JSON as PostgreSQL takes it into a `jsonb`: characters that it can't hold are replaced, as one of them would keep the
 * whole run, and all that is written together with it, from ever being written.
 */
export function storableJson(value: unknown): string {
  const text = JSON.stringify(value);
  return REFUSED.test(text) ? JSON.stringify(storable(value)) : text;
}

function storable(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\0', '\ufffd').toWellFormed();
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(storable);
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [storable(key), storable(member)]));
}
