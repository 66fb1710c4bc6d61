import { type Assignment, NodeFault } from '@orchestrator/node-sdk';
import type { BinaryRef, Item, JsonValue } from '@orchestrator/workflow';
import type { FieldPathOptions } from '../field-path/field-path.js';
import { convertValue, toText } from '../value-types/convert-value.js';
import { toJsonValue } from '../value-types/json-value.js';
import { putField } from './copy-fields.js';

/**
 * `strict` converts or faults, `lenient` converts or keeps. The others are those of the oldest workflows: `none` keeps
 * values as evaluated, drops those that are not there and reads booleans by their truth; `numbers` besides reads numbers
 * in text.
 */
export type ConversionMode = 'strict' | 'lenient' | 'none' | 'numbers';

export interface AssignOptions {
  mode: ConversionMode;
  path: FieldPathOptions;
  /** IANA zone of dates that name none. */
  timezone: string;
  itemIndex: number;
  /** The parameter that holds the assignments, for errors. */
  parameter: string;
}

/** Where an assignment stands, for errors. */
interface Place {
  itemIndex: number;
  parameter: string;
}

/**
 * Writes assignments into an item, in place.
 *
 * @param source the input item, whose files binary fields name
 * @throws NodeFault in mode `strict` when a value can't be brought to its type
 */
export function assignFields(target: Item, source: Item, fields: readonly Assignment[], options: AssignOptions): void {
  for (const [at, field] of fields.entries()) {
    const place = { itemIndex: options.itemIndex, parameter: `${options.parameter}[${at}].value` };
    if (field.type === 'binary') {
      assignFile(target, source, field, place);
      continue;
    }
    const value = typedValue(field, options, place);
    if (value !== undefined) putField(target.json, field.name, toJsonValue(value), options.path);
  }
}

function typedValue(field: Assignment, { mode, timezone }: AssignOptions, place: Place): unknown {
  const { value, type } = field;
  if (mode === 'none' || mode === 'numbers') return barely(value, type, mode);
  if (value === undefined || value === null) return null;
  const conversion = type === 'binary' ? ({ ok: false } as const) : convertValue(value, type, { timezone });
  if (conversion.ok) return conversion.value;
  if (mode === 'lenient') return value;
  throw new NodeFault(`The field "${field.name}" should be of type ${type}, but its value is "${shorten(value)}"`, {
    code: 'field.type',
    ...place,
    description: 'Change the value or the type of the field, or let values that do not fit be kept as they are.',
    retryable: false,
  });
}

function barely(value: JsonValue, type: Assignment['type'], mode: 'none' | 'numbers'): unknown {
  if (type === 'boolean') return Boolean(value);
  const isNumber = mode === 'numbers' && type === 'number' && typeof value === 'string' && !Number.isNaN(Number(value));
  return isNumber ? Number(value) : value;
}

function assignFile(target: Item, source: Item, { name, value }: Assignment, place: Place): void {
  const file =
    typeof value === 'string' ? own(source.binary, value) : ((value ?? undefined) as unknown as BinaryRef | undefined);
  if (!file || typeof file !== 'object' || !('mimeType' in file)) {
    throw new NodeFault(`The item has no file "${shorten(value)}" for the field "${name}"`, {
      code: 'field.file',
      ...place,
      retryable: false,
    });
  }
  target.binary = Object.fromEntries([...Object.entries(target.binary ?? {}), [name, file]]);
}

function own(files: Record<string, BinaryRef> | undefined, name: string): BinaryRef | undefined {
  return files && Object.hasOwn(files, name) ? files[name] : undefined;
}

/** Characters of a value that an error repeats. */
const MAX_SHOWN = 80;

function shorten(value: unknown): string {
  return toText(value).slice(0, MAX_SHOWN);
}
