import type { Item } from '@orchestrator/workflow';
import type { Outputs, RunEvent } from './events.js';

/** How many events back the fields of an item are looked for: what a node gave is nearly always the next one's input. */
const LOOK_BACK = 4;

/** An item whose fields are those of an earlier one: of the event and the output named here, at the place of its lineage. */
type Repeated = Omit<Item, 'json'> & { of: [event: number, output: number] };

/**
 * The events with every item's fields written once: triggers, branches and filters pass on what came in, and journals
 * would hold it again for each of them. Events without such items are the same objects.
 */
export function withoutRepeats(events: readonly RunEvent[]): readonly RunEvent[] {
  let out: RunEvent[] | undefined;
  for (let at = 1; at < events.length; at++) {
    const event = events[at] as RunEvent;
    if (event.t !== 'ran') continue;
    let isChanged = false;
    const outputs = event.outputs.map((items) =>
      items.map((item) => {
        const repeated = repeatedItem(events, at, item);
        if (repeated) isChanged = true;
        return repeated ?? item;
      }),
    );
    if (!isChanged) continue;
    out ??= [...events];
    out[at] = { ...event, outputs: outputs as Outputs };
  }
  return out ?? events;
}

function repeatedItem(events: readonly RunEvent[], at: number, item: Item): Repeated | undefined {
  const place = placeOf(item);
  if (place === undefined) return undefined;
  for (let event = at - 1; event >= 0 && event >= at - LOOK_BACK; event--) {
    const lists = itemsOf(events[event] as RunEvent);
    for (let output = 0; output < lists.length; output++) {
      if (lists[output]?.[place]?.json !== item.json) continue;
      const { json: _, ...rest } = item;
      return { of: [event, output], ...rest };
    }
  }
  return undefined;
}

/**
 * Puts the fields of repeated items back, in place.
 * @throws RangeError when one names an item that is not there
 */
export function restoreRepeats(events: readonly RunEvent[]): void {
  for (const event of events) {
    if (event.t !== 'ran') continue;
    for (const items of event.outputs) for (const item of items) restore(events, item as Item & Partial<Repeated>);
  }
}

function restore(events: readonly RunEvent[], item: Item & Partial<Repeated>): void {
  if (item.json !== undefined || item.of === undefined) return;
  const [event, output] = item.of;
  const source = events[event] && itemsOf(events[event])[output]?.[placeOf(item) ?? -1];
  if (!source?.json) throw new RangeError('an item repeats one that is not there');
  item.json = source.json;
  delete item.of;
}

/** The place in its input that an item says it comes from, where it is one place in the first input. */
function placeOf({ pairedItem }: Item): number | undefined {
  if (typeof pairedItem !== 'object' || Array.isArray(pairedItem) || (pairedItem.input ?? 0) !== 0) return undefined;
  return pairedItem.item;
}

const NONE: Outputs = [];

function itemsOf(event: RunEvent): Outputs {
  if (event.t === 'ran') return event.outputs;
  return event.t === 'started' && event.items ? [event.items] : NONE;
}
