import type { Item } from '@orchestrator/workflow';
import { EVENT_VERSION, type RunEvent } from './events.js';
import { restoreRepeats, withoutRepeats } from './repeated-items.js';

const encoder = new TextEncoder();
const decoder = new TextDecoder();
/** The oldest version of events that this code reads. */
const OLDEST_VERSION = 1;
/** The version as the character that UTF-8 writes as that one byte. */
const VERSION_MARK = String.fromCharCode(EVENT_VERSION);

/** Journal bytes that this code can't read: of a newer version, or damaged. */
export class JournalFormatError extends Error {
  override readonly name = 'JournalFormatError';
}

/** Events as bytes: one byte of version, then JSON. `byteLength` of the answer is their size. */
export function encodeEvents(events: readonly RunEvent[]): Uint8Array {
  return encoder.encode(textOfEvents(events));
}

/** The text whose UTF-8 `encodeEvents` gives, for a store that makes bytes by itself. */
export function textOfEvents(events: readonly RunEvent[]): string {
  return VERSION_MARK + JSON.stringify(withoutRepeats(events));
}

/** Items that are written in one step. */
const ITEMS_A_STEP = 200;

/** The same text, made in steps: for events with many items, which would keep the process from all else for long. */
export function* textSteps(events: readonly RunEvent[]): Generator<void, string> {
  const parts: string[] = [];
  for (const event of withoutRepeats(events)) {
    yield;
    if (event.t === 'ran') {
      const { outputs, ...rest } = event;
      const lists: string[] = [];
      for (const items of outputs) lists.push(yield* listText(items));
      parts.push(withMember(rest, 'outputs', `[${lists.join()}]`));
    } else if (event.t === 'started' && event.items) {
      const { items, ...rest } = event;
      parts.push(withMember(rest, 'items', yield* listText(items)));
    } else if ((event.t === 'tried' || event.t === 'failed') && event.done) {
      const { done, ...rest } = event;
      const lists: string[] = [];
      for (const { item, gave } of done) lists.push(withMember({ item }, 'gave', yield* listText(gave)));
      parts.push(withMember(rest, 'done', `[${lists.join()}]`));
    } else parts.push(JSON.stringify(event));
  }
  return `${VERSION_MARK}[${parts.join()}]`;
}

function* listText(items: readonly Item[]): Generator<void, string> {
  const texts: string[] = [];
  for (let at = 0; at < items.length; at += ITEMS_A_STEP) {
    texts.push(JSON.stringify(items.slice(at, at + ITEMS_A_STEP)).slice(1, -1));
    yield;
  }
  return `[${texts.join()}]`;
}

/** The JSON of an object that is not empty, and of one more member whose JSON is known. */
function withMember(rest: object, name: string, json: string): string {
  return `${JSON.stringify(rest).slice(0, -1)},"${name}":${json}}`;
}

/** The events of bytes made by `encodeEvents`. Throws `JournalFormatError`. */
export function decodeEvents(bytes: Uint8Array): RunEvent[] {
  const version = bytes[0];
  if (version === undefined || version < OLDEST_VERSION || version > EVENT_VERSION) {
    throw new JournalFormatError(
      `This run was recorded in journal format ${version ?? 'none'}, but this version reads format ${EVENT_VERSION}. Update the server that reads it.`,
    );
  }
  try {
    const events = JSON.parse(decoder.decode(bytes.subarray(1))) as RunEvent[];
    restoreRepeats(events);
    return events;
  } catch (cause) {
    throw new JournalFormatError('The journal of this run is damaged and can not be read.', { cause });
  }
}
