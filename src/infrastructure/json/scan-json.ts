import {
  DEEP_WEIGHT,
  DEPTH_LIMIT,
  type JsonRefusal,
  MAX_KEYS,
  MAX_VALUES,
  PIECE,
  PLAIN_DEPTH,
  PLAIN_FIELDS,
  TABLE_FIELD_WEIGHT,
  TOO_DEEP,
  TOO_MANY_KEYS,
  TOO_MANY_VALUES,
} from './json-bounds.js';
import { CLOSE, type JsonCuts, KEY, OPEN_ARRAY, OPEN_OBJECT, RUN } from './json-cuts.js';

/** What the bytes of a JSON text say before anything is built of it. */
export interface JsonScan {
  /** There is nothing but blanks. */
  isEmpty: boolean;
  refusal?: JsonRefusal;
  /** Where to cut; only for a text that is JSON, which this does not find out. Empty for one that is to be read whole. */
  cuts: JsonCuts;
  /** There is a field `__proto__`, however it is written. */
  hasProto: boolean;
  /** There is a field `constructor`, however it is written. */
  hasConstructor: boolean;
}

const QUOTE = 34;
const COMMA = 44;
const COLON = 58;
const BACKSLASH = 92;
const ARRAY = 91;
const ARRAY_END = 93;
const OBJECT = 123;
const OBJECT_END = 125;

/** A container that is open where the scan stands. */
interface Frame {
  isObject: boolean;
  /** The container is put together from pieces. */
  isCut: boolean;
  /** The first byte of its members that are in no piece yet, and their weight. */
  start: number;
  weight: number;
  /** What the member that comes now counts as by itself. */
  memberWeight: number;
  /** The comma before the member that comes now, or the first byte of the container. */
  memberStart: number;
  /** The name of the field that comes now. */
  keyStart: number;
  keyEnd: number;
  fields: number;
}

/** Looks a JSON text through: bounds what it would become, and finds where it can be cut into pieces. */
export function scanJson(bytes: Buffer, piece: typeof PIECE = PIECE): JsonScan {
  return new Scan(bytes, piece).run();
}

class Scan {
  private readonly open: Frame[] = [];
  private readonly cuts: number[] = [];
  private readonly keys = new Set<string>();
  private values = 0;
  private isEmpty = true;

  constructor(
    private readonly bytes: Buffer,
    private readonly piece: typeof PIECE,
  ) {}

  run(): JsonScan {
    const refusal = this.walk();
    const cuts = Int32Array.from(refusal ? [] : this.cuts);
    const hasProto = this.keys.has('__proto__');
    const hasConstructor = this.keys.has('constructor');
    return { isEmpty: this.isEmpty, refusal, cuts, hasProto, hasConstructor };
  }

  private walk(): JsonRefusal | undefined {
    const { bytes } = this;
    const { length } = bytes;
    for (let i = 0; i < length; i++) {
      const code = bytes[i] as number;
      if (code <= 32) {
        // Other characters of this kind are no blanks of JSON, and refused when it is parsed.
        if (code !== 32 && code !== 10 && code !== 13 && code !== 9) this.isEmpty = false;
        continue;
      }
      this.isEmpty = false;
      if (code === COLON) continue;
      const frame = this.open.at(-1);
      if (code === COMMA) {
        if (frame) this.endMember(frame, i);
      } else if (code === OBJECT_END || code === ARRAY_END) {
        this.close(i);
      } else if (code === QUOTE) {
        const end = endOfText(bytes, i);
        if (frame?.isObject && frame.keyStart < 0) {
          this.nameField(frame, i, end);
          if (this.keys.size > MAX_KEYS) return TOO_MANY_KEYS;
        } else this.count(frame);
        i = end - 1;
      } else {
        this.count(frame);
        if (code === OBJECT || code === ARRAY) {
          if (this.open.length >= DEPTH_LIMIT) return TOO_DEEP;
          this.open.push(opened(code === OBJECT, i + 1));
        } else i = endOfWord(bytes, i) - 1;
      }
      if (this.values > MAX_VALUES) return TOO_MANY_VALUES;
    }
    return undefined;
  }

  /** A value begins. */
  private count(frame: Frame | undefined): void {
    const isInTable = frame !== undefined && frame.fields > PLAIN_FIELDS;
    const weight = (isInTable ? TABLE_FIELD_WEIGHT : 1) * (this.open.length > PLAIN_DEPTH ? DEEP_WEIGHT : 1);
    this.values += weight;
    if (!frame) return;
    frame.weight += weight;
    frame.memberWeight = weight;
  }

  private nameField(frame: Frame, start: number, end: number): void {
    frame.keyStart = start;
    frame.keyEnd = end;
    frame.fields++;
    const name = this.bytes.toString('latin1', start + 1, end - 1);
    this.keys.add(name.includes('\\') ? unescaped(name) : name);
  }

  private endMember(frame: Frame, comma: number): void {
    if (this.fills(frame, comma)) {
      this.cut(this.open.length - 1);
      this.flush(frame, comma);
    }
    if (frame.isCut && frame.weight === 0) frame.start = comma + 1;
    frame.memberStart = comma;
    frame.keyStart = -1;
  }

  private close(at: number): void {
    const frame = this.open.at(-1);
    if (!frame) return;
    if (this.fills(frame, at)) this.cut(this.open.length - 1);
    if (frame.isCut) {
      this.flush(frame, at);
      this.cuts.push(CLOSE, 0, 0);
    }
    this.open.pop();
    const outer = this.open.at(-1);
    if (!outer) return;
    if (frame.isCut) {
      outer.start = at + 1;
      outer.weight = 0;
    } else outer.weight += frame.weight;
  }

  /** Whether the members of a container that are in no piece yet, up to `end`, are enough for one. */
  private fills({ weight, start }: Frame, end: number): boolean {
    return weight >= this.piece.values || end - start >= this.piece.bytes;
  }

  /** Has a container, and all that it is in, put together from pieces. */
  private cut(place: number): void {
    for (let at = 0; at <= place; at++) {
      const frame = this.open[at] as Frame;
      if (frame.isCut) continue;
      frame.isCut = true;
      const outer = this.open[at - 1];
      if (outer) {
        outer.weight -= outer.memberWeight;
        this.flush(outer, outer.memberStart);
        if (outer.isObject) this.cuts.push(KEY, outer.keyStart, outer.keyEnd);
      }
      this.cuts.push(frame.isObject ? OPEN_OBJECT : OPEN_ARRAY, 0, 0);
    }
  }

  /** Makes a piece of the members of a container that are in none yet. */
  private flush(frame: Frame, end: number): void {
    if (frame.weight > 0) this.cuts.push(RUN, frame.start, end);
    frame.weight = 0;
    frame.start = end + 1;
  }
}

function opened(isObject: boolean, start: number): Frame {
  const key = { keyStart: -1, keyEnd: -1 };
  return { isObject, isCut: false, start, weight: 0, memberWeight: 0, memberStart: start, ...key, fields: 0 };
}

/** The place behind the closing quote of the text that begins at `start`. */
function endOfText(bytes: Buffer, start: number): number {
  let i = start + 1;
  for (; i < bytes.length; i++) {
    const code = bytes[i];
    if (code === QUOTE) return i + 1;
    if (code === BACKSLASH) i++;
  }
  return bytes.length;
}

/** The place behind a number, `true`, `false`, `null` or what else is written without quotes. */
function endOfWord(bytes: Buffer, start: number): number {
  let i = start + 1;
  for (; i < bytes.length; i++) {
    const code = bytes[i] as number;
    if (code <= 32 || code === COMMA || code === ARRAY_END || code === OBJECT_END) break;
    if (code === QUOTE || code === ARRAY || code === OBJECT) break;
  }
  return i;
}

function unescaped(name: string): string {
  try {
    return JSON.parse(`"${name}"`);
  } catch {
    return name;
  }
}
