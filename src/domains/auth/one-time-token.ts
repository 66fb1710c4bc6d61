import { createHash, randomBytes } from 'node:crypto';

const BYTES = 32;
/** Days that links which have ended are remembered, so that a late use is told of as one. */
export const KEPT_DAYS = 30;

/** A token that can't be guessed; only its hash is stored. */
export function newToken(): { token: string; hash: string } {
  const token = randomBytes(BYTES).toString('base64url');
  return { token, hash: hashOf(token) };
}

/** What is stored of a token. It is random and long, so a plain hash can't be turned back. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
