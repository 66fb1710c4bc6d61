import { NodeFault } from '@orchestrator/node-sdk';
import type { Item } from '@orchestrator/workflow';
import { getField } from '../field-path/field-path.js';
import type { MatchField } from './find-matches.js';

/** @throws NodeFault when a field to match by has no name */
export function requireNames(fields: readonly MatchField[]): void {
  if (fields.length === 0 || fields.some(({ field1, field2 }) => field1 === '' || field2 === '')) {
    throw new NodeFault('Name the fields by which the items of the two inputs belong together', {
      code: 'match.fields',
      retryable: false,
    });
  }
}

/** @throws NodeFault when no item of an input that has items has a field to match by */
export function requireFields(
  first: readonly Item[],
  second: readonly Item[],
  { fields, dotNotation }: { fields: readonly MatchField[]; dotNotation: boolean },
): void {
  requireNames(fields);
  if (first.length === 0 || second.length === 0) return;
  for (const { field1, field2 } of fields) {
    requireField(first, field1, 1, dotNotation);
    requireField(second, field2, 2, dotNotation);
  }
}

function requireField(items: readonly Item[], field: string, input: number, dotNotation: boolean): void {
  if (items.some((item) => getField(item.json, field, { dotNotation }) !== undefined)) return;
  throw new NodeFault(`No item of input ${input} has a field "${field}"`, {
    code: 'match.fieldMissing',
    description: 'Check the name of the field; capital letters count.',
    retryable: false,
  });
}
