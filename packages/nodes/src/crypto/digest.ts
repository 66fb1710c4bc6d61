import { createHash, createHmac, createSign, getHashes } from 'node:crypto';
import { errorMessage, NodeFault } from '@orchestrator/node-sdk';

/** Kinds of hash, as people choose them; the values are OpenSSL's names in upper case. */
export const HASHES = [
  { value: 'MD5', label: 'MD5' },
  { value: 'SHA1', label: 'SHA-1' },
  { value: 'SHA256', label: 'SHA-256' },
  { value: 'SHA384', label: 'SHA-384' },
  { value: 'SHA512', label: 'SHA-512' },
  { value: 'SHA3-256', label: 'SHA3-256' },
  { value: 'SHA3-384', label: 'SHA3-384' },
  { value: 'SHA3-512', label: 'SHA3-512' },
] as const;
export type HashName = (typeof HASHES)[number]['value'];
export type Encoding = 'hex' | 'base64';

/** The hash of bytes, or of text as UTF-8; keyed (HMAC) when there is a secret. */
export function digest(
  input: string | Uint8Array,
  hash: HashName,
  secret: string | undefined,
  encoding: Encoding,
): string {
  const name = hash.toLowerCase();
  const hasher = secret === undefined ? createHash(name) : createHmac(name, secret);
  return hasher.update(input).digest(encoding);
}

/**
 * Signs text (as UTF-8) with a private key in PEM form.
 * @throws NodeFault for an algorithm that is not known or a key that can't be read; never names the key
 */
export function sign(text: string, algorithm: string, privateKey: string, encoding: Encoding): string {
  if (!signatureAlgorithms().has(algorithm)) {
    throw new NodeFault(`"${algorithm}" is not a signature that this server knows`, { retryable: false });
  }
  try {
    return createSign(algorithm).update(text).sign(withLines(privateKey), encoding);
  } catch (error) {
    throw new NodeFault('The value could not be signed', {
      description: `The private key has to be in PEM form and fit ${algorithm} (${errorMessage(error)}).`,
      retryable: false,
    });
  }
}

/** Names that `sign` takes, such as RSA-SHA256. */
export function signatureAlgorithms(): ReadonlySet<string> {
  return new Set(getHashes());
}

/** A key that was pasted into one line has lost the line breaks that PEM needs around its header and footer. */
function withLines(pem: string): string {
  if (pem.trim().includes('\n')) return pem;
  const parts = /^\s*(-----BEGIN [A-Z ]+-----)(.*)(-----END [A-Z ]+-----)\s*$/.exec(pem.replaceAll('\\n', ''));
  return parts ? `${parts[1]}\n${parts[2]?.replace(/\s+/g, '')}\n${parts[3]}\n` : pem;
}
