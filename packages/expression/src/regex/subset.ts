import { classText, DIGITS, inverted, LINE_ENDS, type Range, SPACE, WORD, withBothCases } from './class-ranges.js';

/** A pattern of JavaScript's in RE2's syntax. */
export interface Translated {
  source: string;
  groups: number;
  /** Names of groups with their numbers. */
  names: ReadonlyMap<string, number>;
  /** About how many instructions it compiles to; matching costs at most this for each character. */
  size: number;
  /** It looks for starts or ends of lines, which RE2 knows at `\n` alone. */
  linesMatter: boolean;
}

/** Instructions of one pattern. Counted repeats multiply, so that a short pattern can be long. */
const MAX_SIZE = 5_000;
/** RE2 takes no counted repeat above this. */
const MAX_REPEAT = 1_000;
/** Groups within groups. */
const MAX_NESTING = 50;
/** UTF-16 surrogates, and the private codes that stand for them while a text is matched unit by unit. */
const FIRST_SURROGATE = 0xd800;
const LAST_STAND_IN = 0xe7ff;

/** Thrown on meeting what RE2 does not have, or may read in another way. */
class NotLinear extends Error {}

/**
 * Translates a valid pattern of JavaScript's to RE2's syntax, where both mean the same.
 *
 * Left out: look-around, backreferences, `\p{}`, the flags d, u, v and y, letters beyond ASCII with the flag i, a group
 * that is repeated and may stand empty or hold a group that takes part only sometimes (JavaScript forgets what such a
 * group held in the round before, RE2 does not).
 * @returns `undefined` when it can't be
 */
export function translate(pattern: string, flags: string): Translated | undefined {
  if (!/^[gims]*$/.test(flags)) return undefined;
  try {
    return new Translator(pattern, flags).all();
  } catch (fault) {
    if (fault instanceof NotLinear) return undefined;
    throw fault;
  }
}

/** A part of a pattern, translated. */
interface Piece {
  source: string;
  size: number;
  /** It can match an empty text. */
  nullable: boolean;
  /** Whether groups in it take part in each of its matches. */
  groups: 'none' | 'always' | 'sometimes';
}

const CONTROL: Readonly<Record<string, number>> = { t: 9, n: 10, v: 11, f: 12, r: 13 };
const SETS: Readonly<Record<string, readonly Range[]>> = {
  d: DIGITS,
  w: WORD,
  s: SPACE,
  D: inverted(DIGITS),
  W: inverted(WORD),
  S: inverted(SPACE),
};
const ANYTHING: Range = [0, 0x10ffff];

class Translator {
  private at = 0;
  private groups = 0;
  private depth = 0;
  private linesMatter = false;
  private readonly names = new Map<string, number>();
  private readonly ignoresCase: boolean;
  private readonly multiline: boolean;
  private readonly any: string;

  constructor(
    private readonly pattern: string,
    flags: string,
  ) {
    this.ignoresCase = flags.includes('i');
    this.multiline = flags.includes('m');
    this.any = classText(flags.includes('s') ? [ANYTHING] : inverted(LINE_ENDS));
  }

  all(): Translated {
    const { source, size } = this.alternatives();
    if (this.at < this.pattern.length) throw new NotLinear();
    return { source, size, groups: this.groups, names: this.names, linesMatter: this.linesMatter };
  }

  private alternatives(): Piece {
    const choices = [this.sequence()];
    while (this.take('|')) choices.push(this.sequence());
    if (choices.length === 1) return choices[0] as Piece;
    return {
      source: choices.map((each) => each.source).join('|'),
      size: this.bounded(choices.reduce((sum, each) => sum + each.size + 1, 0)),
      nullable: choices.some((each) => each.nullable),
      groups: choices.some((each) => each.groups !== 'none') ? 'sometimes' : 'none',
    };
  }

  private sequence(): Piece {
    const all: Piece = { source: '', size: 0, nullable: true, groups: 'none' };
    while (this.at < this.pattern.length && !'|)'.includes(this.pattern[this.at] as string)) {
      const next = this.repeated(this.atom());
      all.source += next.source;
      all.size = this.bounded(all.size + next.size);
      all.nullable &&= next.nullable;
      if (all.groups === 'none' || next.groups === 'sometimes') all.groups = next.groups;
    }
    return all;
  }

  private repeated(piece: Piece): Piece {
    const range = this.quantifier();
    if (!range) return piece;
    const { min, max } = range;
    const copies = max === Number.POSITIVE_INFINITY ? min + 1 : max;
    if (piece.nullable || copies > MAX_REPEAT || copies === 0) throw new NotLinear();
    if (max > 1 && piece.groups === 'sometimes') throw new NotLinear();
    const groups = min === 0 && piece.groups === 'always' ? 'sometimes' : piece.groups;
    const size = this.bounded(piece.size * copies + 1);
    return { source: piece.source + range.text, size, nullable: min === 0, groups };
  }

  private quantifier(): { min: number; max: number; text: string } | undefined {
    const found = /^(?:[*+?]|\{(\d+)(,?)(\d*)\})\??/.exec(this.pattern.slice(this.at, this.at + 24));
    if (!found) return undefined;
    const [text, from, comma, to] = found as unknown as [string, string | undefined, string, string];
    if (from !== undefined && comma === '' && to !== '') return undefined;
    this.at += text.length;
    if (from === undefined) {
      const [sign] = text;
      return { min: sign === '+' ? 1 : 0, max: sign === '?' ? 1 : Number.POSITIVE_INFINITY, text };
    }
    const min = Number(from);
    const max = comma === '' ? min : to === '' ? Number.POSITIVE_INFINITY : Number(to);
    return { min, max, text };
  }

  private atom(): Piece {
    const char = this.pattern[this.at++] as string;
    switch (char) {
      case '(':
        return this.group();
      case '[':
        return this.set(this.classRanges());
      case '.':
        return { source: this.any, size: 3, nullable: false, groups: 'none' };
      case '^':
        return this.assertion(this.multiline ? '(?m:^)' : '\\A', this.multiline);
      case '$':
        return this.assertion(this.multiline ? '(?m:$)' : '\\z', this.multiline);
      case '\\':
        return this.escape();
      case '*':
      case '+':
      case '?':
        throw new NotLinear();
      default:
        return this.set([this.literal(char.charCodeAt(0))]);
    }
  }

  private assertion(source: string, linesMatter = false): Piece {
    this.linesMatter ||= linesMatter;
    return { source, size: 1, nullable: true, groups: 'none' };
  }

  private group(): Piece {
    let open = '(?:';
    if (!this.take('?:')) {
      open = '(';
      const name = /^\?<([A-Za-z_]\w*)>/.exec(this.pattern.slice(this.at, this.at + 64));
      if (name) {
        if (this.names.has(name[1] as string)) throw new NotLinear();
        this.at += name[0].length;
        this.names.set(name[1] as string, this.groups + 1);
      } else if (this.pattern[this.at] === '?') throw new NotLinear();
      this.groups++;
    }
    if (++this.depth > MAX_NESTING) throw new NotLinear();
    const inner = this.alternatives();
    this.depth--;
    if (!this.take(')')) throw new NotLinear();
    const captures = open === '(';
    const groups = captures && inner.groups === 'none' ? 'always' : inner.groups;
    return { ...inner, source: `${open}${inner.source})`, size: inner.size + (captures ? 2 : 0), groups };
  }

  private escape(): Piece {
    const name = this.pattern[this.at] as string;
    if (name === 'b' || name === 'B') {
      this.at++;
      return this.assertion(`\\${name}`);
    }
    const set = SETS[name];
    if (!set) return this.set([this.literal(this.escapedCode())]);
    this.at++;
    return this.set(set);
  }

  /** The code that an escape stands for, which is no class. */
  private escapedCode(): number {
    const name = this.pattern[this.at++];
    if (name === undefined) throw new NotLinear();
    if (name in CONTROL) return CONTROL[name] as number;
    if (name === '0' && !/\d/.test(this.pattern[this.at] ?? '')) return 0;
    if (name === 'x' || name === 'u') {
      const digits = /^(?:[\da-f]{2}){1,2}/i.exec(this.pattern.slice(this.at, this.at + (name === 'x' ? 2 : 4)))?.[0];
      if (digits?.length !== (name === 'x' ? 2 : 4)) throw new NotLinear();
      this.at += digits.length;
      return Number.parseInt(digits, 16);
    }
    // Escaped letters and digits that are none of these are backreferences, properties or old oddities.
    if (/[A-Za-z0-9]/.test(name)) throw new NotLinear();
    return name.charCodeAt(0);
  }

  private classRanges(): readonly Range[] {
    const negated = this.take('^');
    const ranges: Range[] = [];
    while (!this.take(']')) {
      if (this.at >= this.pattern.length) throw new NotLinear();
      const from = this.classAtom();
      if (typeof from !== 'number') {
        // A dash beside a class is a dash; what follows it can't end a range then.
        if (this.pattern[this.at] === '-' && this.pattern[this.at + 1] !== ']') throw new NotLinear();
        ranges.push(...from);
      } else if (this.pattern[this.at] === '-' && this.pattern[this.at + 1] !== ']') {
        this.at++;
        const to = this.classAtom();
        if (typeof to !== 'number' || to < from) throw new NotLinear();
        ranges.push(this.written([from, to]));
      } else ranges.push(this.literal(from));
    }
    if (!negated) {
      if (ranges.length === 0) throw new NotLinear();
      return ranges;
    }
    const left = inverted(this.ignoresCase ? withBothCases(ranges) : ranges);
    if (left.length === 0) throw new NotLinear();
    return left;
  }

  private classAtom(): number | readonly Range[] {
    const char = this.pattern[this.at++] as string;
    if (char !== '\\') return char.charCodeAt(0);
    const name = this.pattern[this.at] as string;
    const set = SETS[name];
    if (!set && name !== 'b') return this.escapedCode();
    this.at++;
    return set ?? 8;
  }

  private literal(code: number): Range {
    return this.written([code, code]);
  }

  /** A range as the pattern writes it. */
  private written(range: Range): Range {
    const [from, to] = range;
    if (this.ignoresCase && to > 0x7f) throw new NotLinear();
    if (to >= FIRST_SURROGATE && from <= LAST_STAND_IN) throw new NotLinear();
    return range;
  }

  private set(ranges: readonly Range[]): Piece {
    const all = this.ignoresCase ? withBothCases(ranges) : ranges;
    return { source: classText(all), size: 1 + (all.length >> 2), nullable: false, groups: 'none' };
  }

  private take(text: string): boolean {
    if (!this.pattern.startsWith(text, this.at)) return false;
    this.at += text.length;
    return true;
  }

  private bounded(size: number): number {
    if (size > MAX_SIZE) throw new NotLinear();
    return size;
  }
}
