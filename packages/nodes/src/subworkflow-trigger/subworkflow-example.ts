import type { JsonObject, JsonValue } from '@orchestrator/workflow';

const ANYTHING: JsonObject = { id: 1, name: 'An example' };
const BY_TYPE: Readonly<Record<string, JsonValue>> = {
  any: 'anything',
  string: 'text',
  number: 1,
  boolean: true,
  array: [],
  object: {},
};
const MAX_FIELDS = 50;

/** An item as another workflow would hand it over: with the named inputs, where the trigger names any. */
export function exampleItem(raw: JsonObject): JsonObject {
  if (raw.accepts !== 'fields' || !Array.isArray(raw.fields)) return ANYTHING;
  const entries: [string, JsonValue][] = [];
  for (const field of raw.fields.slice(0, MAX_FIELDS)) {
    if (typeof field !== 'object' || field === null || Array.isArray(field)) continue;
    const { name, type } = field;
    if (typeof name !== 'string' || name === '' || name === '__proto__') continue;
    entries.push([
      name,
      (typeof type === 'string' && Object.hasOwn(BY_TYPE, type) ? BY_TYPE[type] : undefined) ?? 'anything',
    ]);
  }
  return Object.fromEntries(entries);
}
