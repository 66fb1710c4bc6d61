import type { FrameKind } from './frames-kind.js';

/**
 * What goes over the pipes between host and process: `[bytes of the rest: u32][id: u32][kind: u8][milliseconds: u32]
 * [text: UTF-8]`, big-endian. Plain frames and JSON, because the process may be hostile: nothing it sends is ever
 * deserialised into more than data.
 */
export interface Frame {
  id: number;
  kind: FrameKind;
  /** Time limit of a job; 0 in answers. */
  milliseconds: number;
  text: string;
}

const HEADER_BYTES = 13;

export function encodeFrame(frame: Frame): Buffer {
  const size = Buffer.byteLength(frame.text);
  const out = Buffer.allocUnsafe(HEADER_BYTES + size);
  out.writeUInt32BE(HEADER_BYTES - 4 + size, 0);
  out.writeUInt32BE(frame.id, 4);
  out.writeUInt8(frame.kind, 8);
  out.writeUInt32BE(frame.milliseconds, 9);
  out.write(frame.text, HEADER_BYTES);
  return out;
}

/** Cuts a stream of bytes into frames. `push` throws when a frame is longer than `maxBytes` or shorter than its head. */
export class FrameReader {
  private chunks: Buffer[] = [];
  private size = 0;
  constructor(private readonly maxBytes: number) {}

  push(chunk: Buffer): Frame[] {
    this.chunks.push(chunk);
    this.size += chunk.length;
    const frames: Frame[] = [];
    while (this.size >= 4) {
      const length = this.peekLength();
      if (length > this.maxBytes || length < HEADER_BYTES - 4) throw new RangeError('frame of an impossible length');
      if (this.size < length + 4) break;
      const all = this.chunks.length === 1 ? this.chunks[0]! : Buffer.concat(this.chunks);
      frames.push({
        id: all.readUInt32BE(4),
        kind: all.readUInt8(8) as FrameKind,
        milliseconds: all.readUInt32BE(9),
        text: all.toString('utf8', HEADER_BYTES, length + 4),
      });
      this.chunks = all.length > length + 4 ? [all.subarray(length + 4)] : [];
      this.size = all.length - length - 4;
    }
    return frames;
  }

  private peekLength(): number {
    const first = this.chunks[0]!;
    if (first.length >= 4) return first.readUInt32BE(0);
    this.chunks = [Buffer.concat(this.chunks)];
    return this.chunks[0]!.readUInt32BE(0);
  }
}
