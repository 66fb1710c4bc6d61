import type { Item, JsonValue } from '@orchestrator/workflow';
import type { Path } from '../expression/paths.ts';

export type FieldType = 'text' | 'number' | 'boolean' | 'list' | 'object' | 'empty';

/** One field that items have, with an example of what is in it. */
export interface SchemaField {
  path: Path;
  name: string;
  type: FieldType;
  example: JsonValue;
  fields: SchemaField[];
}

/** Items that are looked at, fields of one object, and how deep: enough to see what there is. */
const MOST_ITEMS = 50;
const MOST_FIELDS = 300;
const DEEPEST = 8;

function typeOf(value: JsonValue | undefined): FieldType {
  if (value === null || value === undefined) return 'empty';
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'object') return 'object';
  return typeof value === 'string' ? 'text' : (typeof value as 'number' | 'boolean');
}

/** The fields of items: those of the first ones put together, each with the first value that is something. */
export function schemaOf(items: readonly Item[]): SchemaField[] {
  return fieldsOf(
    items.slice(0, MOST_ITEMS).map(({ json }) => json as JsonValue),
    [],
  );
}

function fieldsOf(values: readonly JsonValue[], path: Path): SchemaField[] {
  if (path.length >= DEEPEST) return [];
  const found = new Map<string, JsonValue[]>();
  for (const value of values) {
    if (typeOf(value) !== 'object') continue;
    for (const [name, each] of Object.entries(value as object)) {
      const list = found.get(name);
      if (list) list.push(each);
      else if (found.size < MOST_FIELDS) found.set(name, [each]);
    }
  }
  return [...found].map(([name, all]) => {
    const example = all.find((each) => each !== null && each !== undefined) ?? null;
    const type = typeOf(example);
    const inner = [...path, name];
    // Of a list, the fields of its first entry: `items[0].name` shows what is in all of them.
    const fields =
      type === 'list' ? fieldsOf([(example as JsonValue[])[0] ?? null], [...inner, 0]) : fieldsOf(all, inner);
    return { path: inner, name, type, example, fields };
  });
}

/** The columns of a table of items: fields at the top, in the order in which they come. */
export function columnsOf(items: readonly Item[], most = 60): string[] {
  const names = new Set<string>();
  for (const { json } of items) {
    for (const name of Object.keys(json)) {
      if (names.size >= most) return [...names];
      names.add(name);
    }
  }
  return [...names];
}

/** Whether an item has a text in it somewhere, as people see it. */
export const itemHas = (item: Item, text: string): boolean =>
  JSON.stringify(item.json).toLowerCase().includes(text.toLowerCase());
