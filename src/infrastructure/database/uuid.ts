import { randomUUID } from 'node:crypto';

let lastMs = 0;
let counter = 0;

/** Below this the counter starts in each millisecond, so that it has room to grow (RFC 9562 §6.2, method 1). */
const COUNTER_START = 0x7ff;
const COUNTER_MAX = 0xfff;

/**
 * A new UUIDv7 (RFC 9562 §5.7): ids made by one process sort in the order they were made, and the id alone says when.
 * @param now epoch milliseconds
 */
export function newId(now: number = Date.now()): string {
  const random = randomUUID(); // takes its randomness from a pool, so that one call in hundreds asks the system
  if (now > lastMs) {
    lastMs = now;
    counter = Number.parseInt(random.slice(0, 3), 16) & COUNTER_START;
  } else if (++counter > COUNTER_MAX) {
    lastMs++;
    counter = 0;
  }
  const time = lastMs.toString(16).padStart(12, '0');
  // Variant and the last 62 random bits are those of the random id.
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counter.toString(16).padStart(3, '0')}-${random.slice(19)}`;
}

/** The time in a UUIDv7, in epoch milliseconds. */
export function timeOfId(id: string): number {
  return Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export function isUuid(text: unknown): text is string {
  return typeof text === 'string' && UUID.test(text);
}
