import { promisify } from 'node:util';
import { constants, zstdCompress, zstdCompressSync, zstdDecompressSync } from 'node:zlib';

const compress = promisify(zstdCompress);

/** The first byte of a stored chunk says how the rest is packed. */
const PLAIN = 0;
const ZSTD = 1;
/** Below this, setting the compressor up costs several times what is saved; small runs are the hot path. */
const COMPRESS_FROM_BYTES = 16 * 1024;
/** Fast rather than small: level 1 costs a few microseconds a kilobyte. */
const OPTIONS = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };
/** No chunk unpacks to more: a bound against a damaged or forged row. */
const MAX_UNPACKED_BYTES = 1 << 30;

/** Packs the text of events (`textOfEvents`) for storage. */
export function packChunk(text: string): Buffer {
  const bytes = Buffer.byteLength(text);
  if (bytes < COMPRESS_FROM_BYTES) {
    const out = Buffer.allocUnsafe(bytes + 1);
    out[0] = PLAIN;
    out.write(text, 1);
    return out;
  }
  return compressed(zstdCompressSync(text, OPTIONS));
}

/** The same for a long text, off this thread. */
export async function packLongChunk(text: string): Promise<Buffer> {
  return compressed(await compress(text, OPTIONS));
}

function compressed(body: Buffer): Buffer {
  const out = Buffer.allocUnsafe(body.length + 1);
  out[0] = ZSTD;
  out.set(body, 1);
  return out;
}

/**
 * Unpacks what `packChunk` packed.
 * @throws when the chunk is damaged or of a kind that this version does not know
 */
export function unpackChunk(stored: Uint8Array): Uint8Array {
  const body = stored.subarray(1);
  switch (stored[0]) {
    case PLAIN:
      return body;
    case ZSTD:
      return zstdDecompressSync(body, { maxOutputLength: MAX_UNPACKED_BYTES });
    default:
      throw new Error(`a journal chunk is packed in a way this version does not know (${stored[0]})`);
  }
}
