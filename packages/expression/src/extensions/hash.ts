import { md5, ripemd160, sha1 } from '@noble/hashes/legacy.js';
import { sha224, sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import { sha3_512 } from '@noble/hashes/sha3.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { ExpressionFault } from '../fault.js';
import { base64Encode, utf8Encode } from './bytes.js';

const DIGESTS: Record<string, (bytes: Uint8Array) => Uint8Array> = {
  md5,
  sha1,
  sha224,
  sha256,
  sha384,
  sha512,
  sha3: sha3_512,
  ripemd160,
};

/** Hex digest of a text, or its base64 form. @throws ExpressionFault for an algorithm that is not known */
export function hashText(text: string, algorithm = 'md5'): string {
  const name = String(algorithm).toLowerCase();
  if (name === 'base64') return base64Encode(utf8Encode(text));
  const digest = Object.hasOwn(DIGESTS, name) ? DIGESTS[name] : undefined;
  if (!digest)
    throw new ExpressionFault(
      `hash() does not know '${algorithm}'. It knows base64, ${Object.keys(DIGESTS).join(', ')}.`,
    );
  return bytesToHex(digest(utf8Encode(text)));
}
