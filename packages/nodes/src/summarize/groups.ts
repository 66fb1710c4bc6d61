import { NodeFault } from '@orchestrator/node-sdk';
import type { Item, JsonObject, JsonValue } from '@orchestrator/workflow';
import { canonicalText } from '../field-path/canonical-text.js';
import { type FieldPathOptions, getField, setField } from '../field-path/field-path.js';
import { MadeFields } from '../field-path/made-fields.js';
import { aggregateValues, isEmpty, PREFIXES, type SummaryField } from './aggregations.js';

/** Items that have the same value in the field that this level groups by, in order of their first item. */
export interface Group {
  /** Field that this level groups by; left out for the group of all items. */
  by?: string;
  value?: JsonValue;
  items: readonly { item: Item; index: number }[];
  /** The groups of the next field; none at the last level. */
  groups: readonly Group[];
}

/** Items that are looked at in one step. */
const ITEMS_A_STEP = 100;
/** Levels of groups. Nobody reads a table of so many, and a step goes through all that are around it. */
const MAX_LEVELS = 32;
/** A group takes about as much memory as so many fields. */
const FIELDS_A_GROUP = 10;

/** The tree of groups: a level for each field, the root holding all items. */
export function* groupsOf(
  items: readonly Item[],
  splitBy: readonly string[],
  path: FieldPathOptions,
  skipEmpty: boolean,
): Generator<void, Group> {
  if (splitBy.length > MAX_LEVELS) {
    throw new NodeFault(`Items are grouped by ${splitBy.length} fields; ${MAX_LEVELS} is the most`, {
      code: 'summarize.tooMany',
      retryable: false,
    });
  }
  const indexed = items.map((item, index) => ({ item, index }));
  return { items: indexed, groups: yield* split(indexed, splitBy, path, skipEmpty, new MadeFields()) };
}

function* split(
  items: Group['items'],
  fields: readonly string[],
  path: FieldPathOptions,
  skipEmpty: boolean,
  made: MadeFields,
): Generator<void, Group[]> {
  const [by, ...rest] = fields;
  if (by === undefined) return [];
  const byValue = new Map<string, { value: JsonValue | undefined; items: { item: Item; index: number }[] }>();
  for (const each of items) {
    if (each.index % ITEMS_A_STEP === 0) yield;
    const value = getField(each.item.json, by, path);
    if (skipEmpty && isEmpty(value)) continue;
    const key = canonicalText(value);
    const group = byValue.get(key);
    if (!group) made.add(FIELDS_A_GROUP);
    if (group) group.items.push(each);
    else byValue.set(key, { value, items: [each] });
  }
  const groups: Group[] = [];
  for (const { value, items: own } of byValue.values()) {
    groups.push({ by, value, items: own, groups: yield* split(own, rest, path, skipEmpty, made) });
  }
  return groups;
}

/**
 * An item for each group of the last level, with the values that it is grouped by: last, the innermost first, as n8n has
 * them. One group a step.
 */
export function* rowsOf(root: Group, fields: readonly SummaryField[], path: FieldPathOptions): Generator<void, Item[]> {
  const rows: Item[] = [];
  const made = new MadeFields();
  const visit = function* (group: Group, values: JsonObject): Generator<void, void> {
    const known = group.by === undefined ? values : { [fieldName(group.by)]: group.value, ...values };
    if (group.groups.length > 0) for (const each of group.groups) yield* visit(each, known);
    else if (group.by !== undefined || root.groups.length === 0) {
      rows.push({
        json: { ...(yield* summaryOf(group, fields, path, made)), ...known },
        pairedItem: group.items.map(({ index }) => ({ item: index })),
      });
      yield;
    }
  };
  yield* visit(root, {});
  return rows;
}

/** All groups in one object: the values that items are grouped by are its keys, level by level. One group a step. */
export function* nestedSummary(
  group: Group,
  fields: readonly SummaryField[],
  path: FieldPathOptions,
  made = new MadeFields(),
): Generator<void, JsonObject> {
  if (group.groups.length === 0) return yield* summaryOf(group, fields, path, made);
  const json: JsonObject = {};
  for (const each of group.groups) {
    setField(json, String(each.value), yield* nestedSummary(each, fields, path, made), { dotNotation: false });
    yield;
  }
  return json;
}

/** One field of a group a step. */
function* summaryOf(
  group: Group,
  fields: readonly SummaryField[],
  path: FieldPathOptions,
  made: MadeFields,
): Generator<void, JsonObject> {
  const json: JsonObject = {};
  for (const field of fields) {
    made.add(field.aggregation === 'append' ? group.items.length + 1 : 1);
    yield;
    const values = group.items.map(({ item }) => getField(item.json, field.field, path));
    json[`${PREFIXES[field.aggregation]}_${fieldName(field.field)}`] = aggregateValues(values, field);
  }
  return json;
}

/** `order.lines[0].cost` is `order_lines_0_cost`: a name that needs no quotes in an expression. */
function fieldName(field: string): string {
  return field.replace(/[\]"]/g, '').replace(/[ .[]/g, '_');
}
