import { pipeline, type Transform } from 'node:stream';
import {
  constants,
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createInflateRaw,
  createZstdDecompress,
} from 'node:zlib';
import { NodeFault } from '@orchestrator/node-sdk';
import { SmallPieces, TooManyPieces } from './small-pieces.js';

/** Encodings laid over one another in one answer. Real servers use one; more only serve to blow an answer up. */
const MAX_ENCODINGS = 2;

// Answers that end short are given as far as they go, as browsers do.
const ZLIB = { flush: constants.Z_SYNC_FLUSH, finishFlush: constants.Z_SYNC_FLUSH };
const DECODERS: Readonly<Record<string, (first: Uint8Array) => Transform>> = {
  gzip: () => createGunzip(ZLIB),
  'x-gzip': () => createGunzip(ZLIB),
  // Some servers send raw deflate where the standard has zlib's: a zlib head has 8 in its low four bits.
  deflate: (first) => (((first[0] ?? 0) & 0x0f) === 8 ? createInflate(ZLIB) : createInflateRaw(ZLIB)),
  br: () => createBrotliDecompress(),
  zstd: () => createZstdDecompress(),
};

/** What this client says it accepts. */
export const ACCEPT_ENCODING = 'gzip, deflate, br';

/**
 * The body as it was before it was encoded for the way, in pieces. Bytes are counted after decoding: throws
 * `http.too_large` before more than `maxBytes` have been handed on, so that a small answer can't become a huge one.
 */
export async function* decodedBody(
  body: AsyncIterable<Uint8Array>,
  contentEncoding: string,
  maxBytes: number,
): AsyncGenerator<Uint8Array> {
  const encodings = contentEncoding
    .toLowerCase()
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '' && each !== 'identity');
  if (encodings.length > MAX_ENCODINGS) {
    throw new NodeFault(`The answer is encoded ${encodings.length} times over`, { code: 'http.encoding' });
  }
  let decoded: AsyncIterable<Uint8Array> = joined(body);
  // An unknown encoding is handed on as it came, as browsers and other clients do.
  for (const encoding of encodings.reverse()) {
    if (DECODERS[encoding]) decoded = decode(decoded, DECODERS[encoding]);
  }
  let total = 0;
  for await (const piece of decoded) {
    total += piece.length;
    if (total > maxBytes) throw tooLarge(maxBytes);
    yield piece;
  }
}

/** The same body in pieces of a size that is worth handing them on. */
async function* joined(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const small = new SmallPieces();
  try {
    for await (const piece of body) yield* small.add(piece);
  } catch (error) {
    if (!(error instanceof TooManyPieces)) throw error;
    throw new NodeFault('The answer comes in too many pieces of a few bytes', { code: 'http.too_many_pieces' });
  }
  const rest = small.rest();
  if (rest) yield rest;
}

async function* decode(body: AsyncIterable<Uint8Array>, make: (first: Uint8Array) => Transform) {
  const pieces = body[Symbol.asyncIterator]();
  const first = await pieces.next();
  if (first.done) return; // an answer without a body (HEAD, 204) may still name an encoding
  const whole = async function* () {
    yield first.value;
    for (let next = await pieces.next(); !next.done; next = await pieces.next()) yield next.value;
  };
  const decoder = make(first.value);
  try {
    // Whoever reads the decoder meets the errors of both.
    yield* pipeline(whole(), decoder, () => undefined) as AsyncIterable<Uint8Array>;
  } finally {
    decoder.destroy();
  }
}

function tooLarge(maxBytes: number): NodeFault {
  return new NodeFault(`The answer is larger than the ${Math.round(maxBytes / 2 ** 20)} MiB allowed`, {
    code: 'http.too_large',
    description: 'Ask for less at a time (paging, filters), or take the answer as a file.',
    retryable: false,
  });
}

/** Gathers a body in memory. */
export async function gathered(body: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of body) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** Text by the charset that the content type names (WHATWG encodings), UTF-8 when it names none or an unknown one. */
export function decodeText(bytes: Uint8Array, contentType: string): string {
  const label = /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(contentType)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}
