import type { Item, JsonObject, JsonValue } from '@orchestrator/workflow';
import { Problem } from '../../http/problem.js';

/**
 * Items as callers hand them in: whole items, or just their `json`.
 * @throws Problem 422 when one is neither
 */
export function givenItems(values: readonly JsonValue[]): Item[] {
  return values.map((value, i) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw Problem.invalid('input.not_items', 'The input is a list of items.', [
        { field: `input.${i}`, message: 'has to be an object' },
      ]);
    }
    const { json } = value;
    const isWhole = typeof json === 'object' && json !== null && !Array.isArray(json);
    return isWhole ? (value as unknown as Item) : { json: value as JsonObject };
  });
}
