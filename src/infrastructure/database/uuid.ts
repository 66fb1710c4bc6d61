import { randomBytes } from 'node:crypto';

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
  const bytes = randomBytes(16);
  if (now > lastMs) {
    lastMs = now;
    counter = bytes.readUInt16BE(6) & COUNTER_START;
  } else if (++counter > COUNTER_MAX) {
    lastMs++;
    counter = 0;
  }
  bytes.writeUIntBE(lastMs, 0, 6);
  bytes.writeUInt16BE(0x7000 | counter, 6);
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** The time in a UUIDv7, in epoch milliseconds. */
export function timeOfId(id: string): number {
  return Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export function isUuid(text: unknown): text is string {
  return typeof text === 'string' && UUID.test(text);
}
