/** Pieces from this size on are handed on as they come: what a connection is read into is no more than four of them. */
export const PIECE_BYTES = 16 * 1024;
/** So many pieces may be of any size: who streams line by line, or word by word, sends as many. */
const FREE_PIECES = 65_536;
/** What further pieces have on average at the least. Each takes about as long as a kilobyte does. */
const LEAST_AVERAGE_BYTES = 16;

/**
 * Joins the pieces that a body comes in. Each has an object and memory of its own, some hundred bytes: 16 MB that come
 * byte by byte would take gigabytes until they are put together, and half a second for that.
 */
export class SmallPieces {
  private pieces = 0;
  private bytes = 0;
  private filling: Buffer | undefined;
  private filled = 0;

  /**
   * @returns what is to be handed on now: in order, and none of it smaller than `PIECE_BYTES`
   * @throws TooManyPieces when so many have come that were so small that nobody sends a body so
   */
  add(piece: Uint8Array): Uint8Array[] {
    this.bytes += piece.length;
    if (++this.pieces > FREE_PIECES && this.bytes < this.pieces * LEAST_AVERAGE_BYTES) throw new TooManyPieces();
    if (!this.filling && piece.length >= PIECE_BYTES) return [piece];
    const full: Uint8Array[] = [];
    for (let from = 0; from < piece.length; ) {
      this.filling ??= Buffer.allocUnsafeSlow(PIECE_BYTES);
      const part = piece.subarray(from, from + PIECE_BYTES - this.filled);
      this.filling.set(part, this.filled);
      this.filled += part.length;
      from += part.length;
      if (this.filled === PIECE_BYTES) full.push(this.rest() as Uint8Array);
    }
    return full;
  }

  /** What was not handed on yet: after the last piece. */
  rest(): Uint8Array | undefined {
    const rest = this.filling?.subarray(0, this.filled);
    this.filling = undefined;
    this.filled = 0;
    return rest;
  }
}

/** A body comes in pieces that are far too small. */
export class TooManyPieces extends Error {
  constructor() {
    super('The body comes in too many pieces that are too small. Send it in pieces of a kilobyte or more.');
  }
}
