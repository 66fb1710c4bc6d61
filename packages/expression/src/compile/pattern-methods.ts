import { NeedsIsolate } from '../fault.js';
import { MAX_PATTERN_LENGTH } from '../limits.js';
import { type LinearPattern, linearPattern, type Places } from '../regex/linear-pattern.js';
import { type CallHost, HostFunction } from './host-values.js';
import type { Method, MethodTable } from './method.js';
import { PatternValue } from './pattern-value.js';
import { substituted } from './substitution.js';
import { toNumber, toText } from './values.js';

/** Bytes that a match is charged with beside its texts. */
const MATCH_COST = 64;
/** Nanoseconds of a search for each instruction of the engine and character, at worst. */
const INSTRUCTION = 100;
/** Nanoseconds for each group of a match, and for a match by itself. */
const GROUP = 100;
const MATCH = 500;

/** A match as JavaScript gives it: the texts of the groups, with the place and the names beside them. */
type Match = (string | undefined)[] & { index: number; input: string; groups: Record<string, unknown> | undefined };

/**
 * A regular expression, for the linear engine.
 * @throws NeedsIsolate when only JavaScript's own engine reads it right
 */
export function patternOf(source: string, flags: string): PatternValue {
  if (!linearPattern(source, flags)) throw new NeedsIsolate('a regular expression');
  return new PatternValue(source, flags);
}

/** The global `RegExp`: what `new RegExp(text, flags)` and `RegExp(text, flags)` make. */
export const REGEXP = new HostFunction('RegExp', made, made);

function made([source, flags]: readonly unknown[], host: CallHost): PatternValue {
  if (source instanceof PatternValue)
    return patternOf(source.source, flags === undefined ? source.flags : toText(flags, host));
  const text = source === undefined ? '' : toText(source, host);
  if (text.length > MAX_PATTERN_LENGTH) throw new NeedsIsolate('a long regular expression');
  host.spend(text.length * 1_000);
  // JavaScript parses the pattern here, and writes it as a literal would be; it runs nothing.
  const { source: written, flags: sorted } = new RegExp(text, flags === undefined ? '' : toText(flags, host));
  return patternOf(written, sorted);
}

/** One pattern in one text: every search is charged before, and looks at the clock after. */
class Search {
  readonly linear: LinearPattern;
  private readonly find: (from: number) => Places | undefined;

  constructor(
    pattern: PatternValue,
    readonly text: string,
    private readonly host: CallHost,
  ) {
    const linear = linearPattern(pattern.source, pattern.flags);
    if (!linear) throw new NeedsIsolate('a regular expression');
    const find = linear.searchIn(text, (nanoseconds) => host.spend(nanoseconds));
    if (!find) throw new NeedsIsolate('a regular expression in this text');
    host.spend(linear.cost(text.length) * INSTRUCTION);
    this.linear = linear;
    this.find = find;
  }

  from(at: number): Places | undefined {
    if (at > this.text.length) return undefined;
    this.host.charge(MATCH_COST);
    this.host.spend(MATCH + this.linear.groups * GROUP);
    const places = this.find(at);
    this.host.lookAtClock();
    return places;
  }

  /** All matches from the start, each looked for behind the one before. */
  *all(): Generator<Places> {
    for (let at = 0; ; ) {
      const places = this.from(at);
      if (!places) return;
      yield places;
      const [start, end] = places as readonly [number, number];
      at = end === start ? end + 1 : end;
    }
  }

  textOf(places: Places): string {
    return this.text.slice(places[0], places[1]);
  }

  group(places: Places, number: number): string | undefined {
    const start = places[number * 2] as number;
    return start < 0 ? undefined : this.text.slice(start, places[number * 2 + 1]);
  }

  groups(places: Places): (string | undefined)[] {
    return Array.from({ length: this.linear.groups }, (_, i) => this.group(places, i + 1));
  }

  named(places: Places): Record<string, unknown> | undefined {
    const { names } = this.linear;
    if (names.size === 0) return undefined;
    const named: Record<string, unknown> = Object.create(null);
    for (const [name, number] of names) named[name] = this.group(places, number);
    return named;
  }

  match(places: Places): Match {
    this.host.charge((this.linear.groups + 1) * 16);
    this.host.spend(MATCH + this.linear.groups * GROUP);
    const found = [this.textOf(places), ...this.groups(places)];
    return Object.assign(found, { index: places[0] as number, input: this.text, groups: this.named(places) });
  }
}

function exec(pattern: PatternValue, text: string, host: CallHost): Match | null {
  const search = new Search(pattern, text, host);
  const places = search.from(pattern.global ? pattern.lastIndex : 0);
  if (pattern.global) pattern.lastIndex = places ? (places[1] as number) : 0;
  return places ? search.match(places) : null;
}

export const PATTERN_METHODS: MethodTable = new Map<string, Method>([
  ['test', (self: PatternValue, [text], h) => exec(self, toText(text, h), h) !== null],
  ['exec', (self: PatternValue, [text], h) => exec(self, toText(text, h), h)],
  ['toString', (self: PatternValue) => self.toString()],
]);

/** The pattern that `match`, `matchAll` and `search` take their argument for. */
function sought(value: unknown, flags: string, host: CallHost): PatternValue {
  return value instanceof PatternValue ? value : made([value, flags], host);
}

function requireGlobal(pattern: PatternValue, name: string): void {
  if (!pattern.global) throw new TypeError(`${name}() needs a pattern with the flag g`);
}

/** Methods of texts that take patterns only. */
export const PATTERN_TEXT_METHODS: MethodTable = new Map<string, Method>([
  [
    'match',
    (self: string, [value], h) => {
      const pattern = sought(value, '', h);
      if (!pattern.global) return exec(pattern, self, h);
      pattern.lastIndex = 0;
      const search = new Search(pattern, self, h);
      const found = [...search.all()].map((places) => search.textOf(places));
      return found.length > 0 ? found : null;
    },
  ],
  [
    'matchAll',
    (self: string, [value], h) => {
      const pattern = sought(value, 'g', h);
      requireGlobal(pattern, 'matchAll');
      const search = new Search(pattern, self, h);
      return [...search.all()].map((places) => search.match(places));
    },
  ],
  ['search', (self: string, [value], h) => new Search(sought(value, '', h), self, h).from(0)?.[0] ?? -1],
]);

/** `replace` and `replaceAll` with a pattern. */
export function replacePattern(text: string, pattern: PatternValue, by: unknown, host: CallHost, all: boolean): string {
  if (all) requireGlobal(pattern, 'replaceAll');
  pattern.lastIndex = 0;
  const search = new Search(pattern, text, host);
  const fixed = by instanceof HostFunction ? undefined : toText(by, host);
  let out = '';
  let done = 0;
  for (const places of search.all()) {
    const [start, end] = places as readonly [number, number];
    const groups = search.groups(places);
    const named = search.named(places);
    const piece =
      fixed === undefined
        ? toText(host.invoke(by, replacerArguments(search, places, groups, named)), host)
        : substituted(fixed, { text, start, end, groups, named }, host);
    host.charge(start - done + piece.length);
    out += text.slice(done, start) + piece;
    done = end;
    if (!pattern.global) break;
  }
  return out + text.slice(done);
}

function replacerArguments(
  search: Search,
  places: Places,
  groups: readonly unknown[],
  named: Record<string, unknown> | undefined,
): unknown[] {
  const args = [search.textOf(places), ...groups, places[0], search.text];
  return named ? [...args, named] : args;
}

/** `split` by a pattern, whose groups come between the parts. */
export function splitByPattern(text: string, pattern: PatternValue, limit: unknown, host: CallHost): unknown[] {
  const most = limit === undefined ? 0xffff_ffff : toNumber(limit, host) >>> 0;
  if (most === 0) return [];
  const search = new Search(pattern, text, host);
  if (text === '') return search.from(0) ? [] : [''];
  const parts: unknown[] = [];
  let begin = 0;
  for (let at = 0; at < text.length; ) {
    const places = search.from(at);
    if (!places) break;
    const [start, end] = places as readonly [number, number];
    if (start >= text.length) break;
    if (end === begin) {
      at = Math.max(at, start) + 1;
      continue;
    }
    host.charge(16 * (1 + search.linear.groups));
    parts.push(text.slice(begin, start), ...search.groups(places));
    if (parts.length >= most) return parts.slice(0, most);
    begin = end;
    at = end;
  }
  parts.push(text.slice(begin));
  return parts.slice(0, most);
}
