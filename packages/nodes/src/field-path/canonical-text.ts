import type { JsonValue } from '@orchestrator/workflow';

/** A text that is the same for equal values and no others: the order of an object's keys does not count. */
export function canonicalText(value: JsonValue | undefined): string {
  if (value === undefined) return 'undefined';
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalText).join()}]`;
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonicalText(value[key])}`).join()}}`;
}
