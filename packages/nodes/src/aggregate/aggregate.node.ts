import { defineNode, NodeFault, param } from '@orchestrator/node-sdk';
import type { Item, JsonObject, JsonValue } from '@orchestrator/workflow';
import { type FieldPathOptions, fieldNames, getField, isSafeFieldPath, setField } from '../field-path/field-path.js';
import { MadeFields } from '../field-path/made-fields.js';
import { counted, named } from '../subtitle/counted.js';
import { de } from './aggregate.de.js';
import { docs } from './aggregate.docs.js';
import { gatherBinaries } from './gather-binaries.js';

export const aggregate = defineNode({
  type: 'aggregate',
  version: 1,
  label: 'Aggregate',
  summary: 'Puts fields of many items, or whole items, into lists of one item.',
  keywords: ['group', 'concatenate', 'collect', 'combine', 'list', 'item lists'],
  actions: [
    { label: 'Gather a field of all items into a list', parameters: { mode: 'fields' } },
    { label: 'Put all items into one list', parameters: { mode: 'items' } },
  ],
  docs,
  translations: { de },
  group: 'data',
  icon: 'group',
  effect: 'pure',
  subtitle: (raw, say) =>
    raw.mode === 'items'
      ? say('whole items')
      : named(raw.fields, (count) => counted(say, count, '1 field', '{count} fields'), 'field'),
  parameters: {
    mode: param.options({
      label: 'Aggregate',
      choices: [
        { value: 'fields', label: 'Fields, each into a list of its own' },
        { value: 'items', label: 'Whole items into one list' },
      ],
    }),
    fields: param.list({
      label: 'Fields',
      itemLabel: 'field',
      opened: true,
      sortable: true,
      show: { mode: ['fields'] },
      fields: {
        field: param.string({ label: 'Input field', required: true, placeholder: 'order.id' }),
        rename: param.boolean({ label: 'Give the list another name' }),
        outputField: param.string({ label: 'Output field', show: { rename: [true] } }),
      },
    }),
    destination: param.string({ label: 'Put the list in field', default: 'data', show: { mode: ['items'] } }),
    include: param.options({
      label: 'Fields of the items',
      choices: [
        { value: 'all', label: 'All' },
        { value: 'selected', label: 'Those named' },
        { value: 'except', label: 'All but those named' },
      ],
      show: { mode: ['items'] },
    }),
    includeFields: param.string({ label: 'Fields to include', show: { mode: ['items'], include: ['selected'] } }),
    excludeFields: param.string({ label: 'Fields to leave out', show: { mode: ['items'], include: ['except'] } }),
    options: param.collection({
      label: 'Options',
      fields: {
        dotNotation: param.boolean({ label: 'Dots reach into objects', default: true }),
        mergeLists: param.boolean({
          label: 'Merge lists',
          description: 'A field that is a list adds its entries to the output list, not itself.',
        }),
        keepMissing: param.boolean({
          label: 'Keep missing and empty values',
          description: 'Adds null to the list where the field is missing or null.',
        }),
        includeBinaries: param.boolean({ label: 'Keep files' }),
        uniqueBinaries: param.boolean({
          label: 'Keep only one of equal files',
          description: 'Files are taken as equal when kind, size and extension are the same.',
        }),
      },
    }),
    compat: param.collection({
      label: 'Behaviour of older versions',
      legacy: true,
      fields: { requireField: param.boolean({ label: 'Fail when a field is in none of the items' }) },
    }),
  },
  async run(ctx) {
    if (ctx.items.length === 0) return [[]];
    const p = await ctx.parameters(0);
    const path: FieldPathOptions = { dotNotation: p.options.dotNotation };
    const json =
      p.mode === 'fields'
        ? await ctx.inTurns(fieldLists(ctx.items, p.fields, path, p.options, p.compat.requireField ?? false))
        : {
            [safeName(p.destination)]: await ctx.inTurns(
              wholeItems(ctx.items, p.include, p.includeFields, p.excludeFields),
            ),
          };
    const item: Item = { json, pairedItem: ctx.items.map((_, index) => ({ item: index })) };
    if (p.options.includeBinaries) item.binary = gatherBinaries(ctx.items, p.options.uniqueBinaries ?? false);
    return [[item]];
  },
});

interface FieldChoice {
  field: string;
  rename: boolean;
  outputField: string;
}

/** One field a step. */
function* fieldLists(
  items: readonly Item[],
  fields: FieldChoice[],
  path: FieldPathOptions,
  options: { mergeLists?: boolean; keepMissing?: boolean },
  requireField: boolean,
): Generator<void, JsonObject> {
  if (fields.length === 0) throw new NodeFault('No fields to aggregate are named', { description: 'Add a field.' });
  const json: JsonObject = {};
  const used = new Set<string>();
  const made = new MadeFields();
  for (const each of fields) {
    if (each.field === '') throw new NodeFault('The name of a field to aggregate is empty');
    const name = outputName(each, path);
    if (used.has(name)) {
      throw new NodeFault(`The output field "${name}" is used more than once`, {
        description: 'Give one of the lists another name.',
      });
    }
    used.add(name);
    if (requireField && items.every((item) => getField(item.json, each.field, path) === undefined)) {
      throw new NodeFault(`No item has a field "${each.field}"`);
    }
    const list = listOf(items, each.field, path, options);
    made.add(list.length);
    setField(json, name, list, path);
    yield;
  }
  return json;
}

function outputName({ field, rename, outputField }: FieldChoice, { dotNotation }: FieldPathOptions): string {
  if (rename && outputField !== '') return outputField;
  return dotNotation === false ? field : (field.split('.').pop() ?? field);
}

function listOf(
  items: readonly Item[],
  field: string,
  path: FieldPathOptions,
  { mergeLists, keepMissing }: { mergeLists?: boolean; keepMissing?: boolean },
): JsonValue[] {
  const list: JsonValue[] = [];
  for (const item of items) {
    const value = getField(item.json, field, path) ?? null;
    if (value === null && !keepMissing) continue;
    const kept = Array.isArray(value) && !keepMissing ? value.filter((entry) => entry !== null) : value;
    if (mergeLists && Array.isArray(kept)) for (const entry of kept) list.push(entry);
    else list.push(kept);
  }
  return list;
}

/** The `json` of every item with the fields that are wanted, one a step; items with none of them are left out. */
function* wholeItems(
  items: readonly Item[],
  include: string,
  included: string,
  excluded: string,
): Generator<void, JsonValue[]> {
  const names = new Set(fieldNames(include === 'selected' ? included : excluded));
  if (include === 'all') return items.map((item) => item.json);
  if (names.size === 0) {
    throw new NodeFault('No fields are named', { description: 'Name the fields to include or to leave out.' });
  }
  const whole: JsonValue[] = [];
  for (const { json } of items) {
    const fields = Object.entries(json).filter(([name]) => names.has(name) === (include === 'selected'));
    if (fields.length > 0) whole.push(Object.fromEntries(fields));
    yield;
  }
  return whole;
}

function safeName(name: string): string {
  if (isSafeFieldPath(name, { dotNotation: false })) return name;
  throw new NodeFault(`The field name "${name}" can't be used`, { description: 'Choose another name.' });
}
