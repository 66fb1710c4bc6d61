/** A value in the form that JSON gives it; `undefined` for what JSON does not have. */
export function plainResult(value: unknown): unknown {
  if (typeof value === 'bigint') return undefined;
  const text = JSON.stringify(value);
  return text === undefined ? undefined : JSON.parse(text);
}
