import type { JsonObject, JsonValue } from '@orchestrator/workflow';

/** What a person left as it was is not in n8n's file: readers of parameters that fall back to n8n's default. */

/** Whether a value is an expression, which is carried over as it stands. */
export function isExpression(value: JsonValue | undefined): value is string {
  return typeof value === 'string' && value.startsWith('=');
}

/** An object, `{}` for anything else. */
export function objectAt(value: JsonValue | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}

/** The objects of a list that n8n keeps as `{[key]: [...]}`. */
export function listAt(value: JsonValue | undefined, key: string): JsonObject[] {
  const list = objectAt(value)[key];
  return Array.isArray(list) ? list.map(objectAt) : [];
}

/** `a, b` from any form in which n8n had names of fields: text, a list, or `{fields: [{fieldName}]}`. */
export function nameList(value: JsonValue | undefined): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(String).join(', ');
  return listAt(value, 'fields')
    .map((field) => String(field.fieldName ?? ''))
    .join(', ');
}

/** Our word for a choice of n8n's; where an expression makes the choice, the expression is given our words too. */
export function chosen(
  value: JsonValue | undefined,
  words: Readonly<Record<string, string>>,
  fallback: string,
): string {
  const inner = innerExpression(value);
  if (inner !== undefined) return `={{ (${JSON.stringify(words)})[${inner}] ?? '${fallback}' }}`;
  return (typeof value === 'string' && Object.hasOwn(words, value) ? words[value] : undefined) ?? fallback;
}

/** The opposite of a switch that n8n has the other way round; `undefined` when it is not set. */
export function negated(value: JsonValue | undefined): JsonValue | undefined {
  if (value === undefined) return undefined;
  const inner = innerExpression(value);
  return inner === undefined ? !value : `={{ !(${inner}) }}`;
}

/** The object without what is `undefined`. */
export function present(object: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
}

function innerExpression(value: JsonValue | undefined): string | undefined {
  return isExpression(value) ? /^=\s*\{\{([\s\S]*)\}\}\s*$/.exec(value)?.[1]?.trim() : undefined;
}
