import { createHash } from 'node:crypto';

/**
 * The id of a sub-workflow's execution: the same whenever the same step starts it, so that starting it twice is starting
 * it once. A UUIDv7 (its time is that of the step) whose random part is a hash of parent, step and place.
 */
export function childExecutionId(parentId: string, step: number, seq: number, place: number, at: number): string {
  const bytes = createHash('sha256').update(`${parentId}\n${step}\n${seq}\n${place}`).digest().subarray(0, 16);
  bytes.writeUIntBE(at, 0, 6);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
