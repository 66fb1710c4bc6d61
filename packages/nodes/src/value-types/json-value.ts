import type { JsonValue } from '@orchestrator/workflow';
import { DateTime } from 'luxon';

/** A value as JSON holds it: dates in ISO form at any depth, what JSON can't hold as null. Plain parts are not copied. */
export function toJsonValue(value: unknown): JsonValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'object') return typeof value === 'string' || typeof value === 'boolean' ? value : String(value);
  if (DateTime.isDateTime(value)) return value.toISO();
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  return hasDates(value) ? (JSON.parse(JSON.stringify(value)) as JsonValue) : (value as JsonValue);
}

function hasDates(value: object): boolean {
  return Object.values(value).some(
    (each) =>
      typeof each === 'object' &&
      each !== null &&
      (each instanceof Date || DateTime.isDateTime(each) || hasDates(each as object)),
  );
}
