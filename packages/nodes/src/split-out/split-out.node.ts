import { defineNode, NodeFault, param } from '@orchestrator/node-sdk';
import type { Item, JsonObject, JsonValue } from '@orchestrator/workflow';
import { deleteField, type FieldPathOptions, fieldNames, getField, isSafeFieldPath } from '../field-path/field-path.js';
import { MadeFields } from '../field-path/made-fields.js';
import { counted, named } from '../subtitle/counted.js';
import { de } from './split-out.de.js';
import { docs } from './split-out.docs.js';

/** Entries that are put in place between two looks at the clock. */
const ENTRIES_A_STEP = 200;

/** The name that stands for the files of an item, in place of a field. */
const BINARY = '$binary';

export const splitOut = defineNode({
  type: 'splitOut',
  version: 1,
  label: 'Split out',
  summary: 'Turns a list inside an item into one item for each of its entries.',
  keywords: ['list', 'array', 'unnest', 'flatten', 'explode', 'item lists'],
  actions: [
    { label: 'Turn a list into items' },
    { label: 'Split an order into its lines', parameters: { fields: 'lines', include: 'all' } },
  ],
  docs,
  translations: { de },
  group: 'data',
  icon: 'ungroup',
  effect: 'pure',
  subtitle: (raw, say) => named(raw.fields, (count) => counted(say, count, '1 field', '{count} fields')),
  parameters: {
    fields: param.string({
      label: 'Fields to split out',
      required: true,
      placeholder: 'items, order.lines',
      description: 'Separated by commas; their entries are put side by side. "$binary" splits the files.',
    }),
    include: param.options({
      label: 'Other fields to keep',
      choices: [
        { value: 'none', label: 'None' },
        { value: 'all', label: 'All other fields' },
        { value: 'selected', label: 'Those named' },
      ],
    }),
    includeFields: param.string({
      label: 'Fields to keep',
      placeholder: 'id, customer.name',
      description: 'Separated by commas.',
      show: { include: ['selected'] },
    }),
    options: param.collection({
      label: 'Options',
      fields: {
        destination: param.string({
          label: 'Destination field',
          description: 'Where an entry is put. Name as many, by commas, as there are fields to split out.',
        }),
        dotNotation: param.boolean({
          label: 'Dots reach into objects',
          default: true,
          description: 'Turn off when names of fields hold dots themselves.',
        }),
        includeBinary: param.boolean({ label: 'Keep files', description: "Every new item keeps the item's files." }),
      },
    }),
    compat: param.collection({
      label: 'Behaviour of older versions',
      legacy: true,
      fields: {
        requireField: param.boolean({ label: 'Fail when the field is missing' }),
        requireList: param.boolean({ label: 'Fail when the field is neither a list nor an object' }),
      },
    }),
  },
  async run(ctx) {
    const out: Item[] = [];
    const made = new MadeFields();
    for (const [index, item] of ctx.items.entries()) {
      const { fields, include, includeFields, options, compat } = await ctx.parameters(index);
      const names = fieldNames(fields);
      if (names.length === 0) {
        throw new NodeFault('No field to split out is named', {
          description: 'Fill in "Fields to split out".',
          itemIndex: index,
        });
      }
      const path: FieldPathOptions = { dotNotation: options.dotNotation };
      for (const name of names) checkField(item, name, path, compat, index);
      const spread = include === 'none' && names.length === 1;
      const others = otherFields(item, include, fieldNames(includeFields), names, path);
      const destinations = fieldNames(options.destination);
      const files = options.includeBinary ? item.binary : undefined;
      await ctx.inTurns(
        (function* () {
          const split = yield* rows(item, names, destinations, spread, path, made);
          for (const row of split) {
            const json = { ...others, ...row.json };
            made.addItem(json);
            const binary = row.binary ?? files;
            out.push({ json, pairedItem: { item: index }, ...(binary && { binary }) });
            yield;
          }
        })(),
      );
    }
    return [out];
  },
});

interface Row {
  json: JsonObject;
  binary?: Item['binary'];
}

/** The entries of all fields, side by side, in steps: row `i` has entry `i` of each field that has that many. */
function* rows(
  item: Item,
  names: string[],
  destinations: string[],
  spread: boolean,
  path: FieldPathOptions,
  made: MadeFields,
): Generator<void, Row[]> {
  const out: Row[] = [];
  for (const [position, name] of names.entries()) {
    if (name === BINARY) {
      for (const [index, [key, file]] of Object.entries(item.binary ?? {}).entries()) {
        const row = rowAt(out, index);
        row.binary = { ...row.binary, [key]: file };
      }
      continue;
    }
    const given = destinations[position];
    const destination = given !== undefined && isSafeFieldPath(given) ? given : undefined;
    const isSafe = isSafeFieldPath(name);
    for (const [index, entry] of entriesOf(getField(item.json, name, path)).entries()) {
      if (index % ENTRIES_A_STEP === 0) yield;
      const row = rowAt(out, index);
      made.add(1);
      if (spread && destination === undefined && isObject(entry)) Object.assign(row.json, entry);
      else if (isSafe) row.json[destination ?? name] = entry;
    }
  }
  return out;
}

function rowAt(rows: Row[], index: number): Row {
  const row = rows[index] ?? { json: {} };
  rows[index] = row;
  return row;
}

function entriesOf(value: JsonValue | undefined): JsonValue[] {
  if (value === undefined) return [];
  if (Array.isArray(value)) return value;
  return isObject(value) ? Object.values(value).map((each) => each ?? null) : [value];
}

function otherFields(item: Item, include: string, wanted: string[], split: string[], path: FieldPathOptions) {
  if (include === 'none') return {};
  if (include === 'all') {
    const json = structuredClone(item.json);
    for (const name of split) deleteField(json, name, path);
    return json;
  }
  const json: JsonObject = {};
  for (const name of wanted) if (isSafeFieldPath(name)) json[name] = getField(item.json, name, path);
  return json;
}

function checkField(
  item: Item,
  name: string,
  path: FieldPathOptions,
  compat: { requireField?: boolean; requireList?: boolean },
  itemIndex: number,
): void {
  if (name === BINARY) return;
  const value = getField(item.json, name, path);
  if (value === undefined && compat.requireField) {
    throw new NodeFault(`There is no field "${name}" in the item`, {
      description: path.dotNotation === false && name.includes('.') ? 'Turn "Dots reach into objects" on.' : undefined,
      itemIndex,
    });
  }
  if (value !== undefined && (typeof value !== 'object' || value === null) && compat.requireList) {
    throw new NodeFault(`The field "${name}" is neither a list nor an object`, { itemIndex });
  }
}

function isObject(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null;
}
