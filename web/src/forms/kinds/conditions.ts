import type { JsonObject, JsonValue } from '@orchestrator/workflow';
import { looksLikeDate, typeOfValue } from '../value-type.ts';
import { objectOf } from './object-of.ts';
import { type OperatorType, operationFor } from './operators.ts';

/** A condition that asks nothing yet. */
export const NEW_CONDITION: JsonObject = { left: '', operator: { type: 'string', operation: 'equals' }, right: '' };

/** Whether a condition is as it was when it came. */
export function isUntouched({ left, right, operator }: JsonObject): boolean {
  const { type, operation } = objectOf(operator);
  return left === '' && (right === '' || right === undefined) && type === 'string' && operation === 'equals';
}

/** The type as which a value is compared; nothing when it is not known, or is null, which fits all. */
export const typeToCompare = (value: JsonValue | undefined): OperatorType | undefined =>
  looksLikeDate(value) ? 'dateTime' : typeOfValue(value);

/** A condition that asks something of a field, as its type is asked first. */
export function conditionOn(left: string, value: JsonValue | undefined): JsonObject {
  const type = typeToCompare(value) ?? 'string';
  return { left, operator: { type, operation: operationFor(type, 'equals') }, right: '' };
}
