/**
 * The value of a JSON text, without keys `__proto__`: what is parsed may be handed on as an item, and whoever copies
 * such an item field by field would change its prototype.
 * @throws SyntaxError
 */
export function parseJson(text: string): unknown {
  // An escape may hide the name, so a text with escapes is gone through too.
  return text.includes('__proto__') || text.includes('\\u')
    ? JSON.parse(text, (key, value) => (key === '__proto__' ? undefined : value))
    : JSON.parse(text);
}
