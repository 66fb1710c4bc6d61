import type { Item, JsonValue } from '@orchestrator/workflow';
import { getField } from '../field-path/field-path.js';
import type { MatchField } from '../matching/find-matches.js';
import type { SourcedItem } from '../matching/sourced-item.js';

/** How items of input 1 take over fields. */
export interface LookUp {
  fields: readonly MatchField[];
  overwrite: 'always' | 'blank' | 'missing';
  dotNotation: boolean;
}

/**
 * Every item of the first input, in order, with the fields of the last item of the second input that has the same
 * values. Values are compared as text, as n8n's first Merge did.
 */
export function* lookUp(
  first: readonly SourcedItem[],
  second: readonly SourcedItem[],
  { fields, overwrite, dotNotation }: LookUp,
): Generator<void, Item[]> {
  const keyOf = (item: Item, side: keyof MatchField) => {
    const values = fields.map((field) => getField(item.json, field[side], { dotNotation }));
    return values.some((value) => value === undefined) ? undefined : JSON.stringify(values.map(String));
  };
  const table = new Map<string | undefined, SourcedItem>();
  for (const item of second) {
    table.set(keyOf(item, 'field2'), item);
    yield;
  }
  const enriched: Item[] = [];
  for (const item of first) {
    const key = keyOf(item, 'field1');
    const match = key === undefined ? undefined : table.get(key);
    enriched.push(match ? enrich(item, match, overwrite) : item);
    yield;
  }
  return enriched;
}

function enrich(item: SourcedItem, match: SourcedItem, overwrite: LookUp['overwrite']): Item {
  const json = { ...item.json };
  for (const [name, value] of Object.entries(match.json)) {
    if (name !== '__proto__' && mayOverwrite(Object.hasOwn(json, name) ? json[name] : undefined, overwrite))
      json[name] = value;
  }
  const binary = item.binary || match.binary ? { binary: { ...item.binary, ...match.binary } } : {};
  return { ...item, ...binary, json, pairedItem: [item.pairedItem, match.pairedItem] };
}

function mayOverwrite(before: JsonValue | undefined, overwrite: LookUp['overwrite']): boolean {
  if (overwrite === 'always' || before === undefined) return true;
  return overwrite === 'blank' && (before === null || before === '');
}
