import { md5, ripemd160, sha1 } from '@noble/hashes/legacy.js';
import { sha224, sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import { sha3_512 } from '@noble/hashes/sha3.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { ExpressionFault } from '../fault.js';
import { base64Encode, utf8Encode } from './bytes.js';
import type { MethodHost } from './extension.js';

const DIGESTS: Record<string, { (bytes: Uint8Array): Uint8Array; create(): Hasher }> = {
  md5,
  sha1,
  sha224,
  sha256,
  sha384,
  sha512,
  sha3: sha3_512,
  ripemd160,
};

interface Hasher {
  update(bytes: Uint8Array): unknown;
  digest(): Uint8Array;
}
/** Nanoseconds for a character that becomes bytes. */
const ENCODED = 60;
/** Bytes that are hashed between two looks at the clock. */
const BYTES_BETWEEN_LOOKS = 16_384;

/** Hex digest of a text, or its base64 form. @throws ExpressionFault for an algorithm that is not known */
export function hashText(text: string, algorithm: unknown, host: MethodHost): string {
  const name = String(algorithm ?? 'md5').toLowerCase();
  host.charge(text.length * 4);
  host.spend(text.length * ENCODED);
  if (name === 'base64') {
    host.spend(text.length * ENCODED * 2);
    return base64Encode(utf8Encode(text));
  }
  const digest = Object.hasOwn(DIGESTS, name) ? DIGESTS[name] : undefined;
  if (!digest)
    throw new ExpressionFault(
      `hash() does not know '${name.slice(0, 50)}'. It knows base64, ${Object.keys(DIGESTS).join(', ')}.`,
    );
  const bytes = utf8Encode(text);
  const hasher = digest.create();
  for (let at = 0; at < bytes.length; at += BYTES_BETWEEN_LOOKS) {
    hasher.update(bytes.subarray(at, at + BYTES_BETWEEN_LOOKS));
    host.lookAtClock();
  }
  return bytesToHex(hasher.digest());
}
