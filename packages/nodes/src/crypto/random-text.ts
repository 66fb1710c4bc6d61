import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { NodeFault } from '@orchestrator/node-sdk';

/** Characters in one value: far more than any key needs, and too few to fill the memory. */
const MAX_LENGTH = 65_536;
const FIRST_PRINTABLE = 33;
const LAST_PRINTABLE = 126;

/** A random value that can't be guessed, of the given number of characters (a UUID has its own length). */
export function randomText(kind: 'uuid' | 'ascii' | 'base64' | 'hex', length: number): string {
  if (kind === 'uuid') return randomUUID();
  if (!Number.isInteger(length) || length < 1 || length > MAX_LENGTH) {
    throw new NodeFault(`The number of characters has to be a whole number from 1 to ${MAX_LENGTH}, but is ${length}`);
  }
  if (kind === 'hex')
    return randomBytes(Math.ceil(length / 2))
      .toString('hex')
      .slice(0, length);
  if (kind === 'ascii') {
    return Array.from({ length }, () => String.fromCharCode(randomInt(FIRST_PRINTABLE, LAST_PRINTABLE + 1))).join('');
  }
  let text = '';
  while (text.length < length) text += randomBytes(length).toString('base64').replace(/\W/g, '');
  return text.slice(0, length);
}
