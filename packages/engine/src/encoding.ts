import { EVENT_VERSION, type RunEvent } from './events.js';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Journal bytes that this code can't read: of a newer version, or damaged. */
export class JournalFormatError extends Error {
  override readonly name = 'JournalFormatError';
}

/**
 * Events as bytes: one byte of version, then JSON. The store compresses them; `byteLength` of the answer is their size.
 */
export function encodeEvents(events: readonly RunEvent[]): Uint8Array {
  const text = JSON.stringify(events);
  // UTF-8 takes at most three bytes for each UTF-16 unit.
  const bytes = new Uint8Array(1 + text.length * 3);
  bytes[0] = EVENT_VERSION;
  const { written } = encoder.encodeInto(text, bytes.subarray(1));
  return bytes.slice(0, 1 + written);
}

/** The events of bytes made by `encodeEvents`. Throws `JournalFormatError`. */
export function decodeEvents(bytes: Uint8Array): RunEvent[] {
  const version = bytes[0];
  if (version !== EVENT_VERSION) {
    throw new JournalFormatError(
      `This run was recorded in journal format ${version ?? 'none'}, but this version reads format ${EVENT_VERSION}. Update the server that reads it.`,
    );
  }
  try {
    return JSON.parse(decoder.decode(bytes.subarray(1))) as RunEvent[];
  } catch (cause) {
    throw new JournalFormatError('The journal of this run is damaged and can not be read.', { cause });
  }
}
