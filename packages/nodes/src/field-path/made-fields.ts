import { NodeFault } from '@orchestrator/node-sdk';
import type { JsonObject, JsonValue } from '@orchestrator/workflow';

/** Fields that a node which multiplies items may make: of some ten bytes each, they are what a run's items may be. */
const MAX_MADE_FIELDS = 5_000_000;

/**
 * Counts the fields of the items that a node makes where lists multiply. What a run holds is measured after the step: few
 * bytes of input can make so many fields that the step itself would fill the memory of everyone.
 */
export class MadeFields {
  private count = 0;

  /** @throws NodeFault when there are too many with so many more */
  add(fields: number): void {
    this.count += fields;
    if (this.count <= MAX_MADE_FIELDS) return;
    throw new NodeFault(`More than ${MAX_MADE_FIELDS.toLocaleString('en')} fields would be made`, {
      code: 'items.tooMany',
      description: 'Keep fewer of the other fields, or work on fewer items at a time (Loop over items).',
      retryable: false,
    });
  }

  /** Counts an item with its fields, once or for each of several. */
  addItem(json: JsonObject, times = 1): void {
    let fields = 1;
    for (const _ in json) fields++;
    this.add(fields * times);
  }

  /** Counts a value that is copied with all that is in it. */
  addCopy(value: JsonValue | undefined): void {
    this.add(1);
    if (typeof value !== 'object' || value === null) return;
    for (const each of Array.isArray(value) ? value : Object.values(value)) this.addCopy(each);
  }
}
