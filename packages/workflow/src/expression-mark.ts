/** Whether a parameter's value is an expression: a string that begins with `=`. */
export function isExpression(value: unknown): boolean {
  return typeof value === 'string' && value.charCodeAt(0) === EQUALS;
}
const EQUALS = '='.charCodeAt(0);
