import { RE2JS } from 're2js';
import { MAX_PATTERN_LENGTH, PATTERNS_KEPT } from '../limits.js';
import { type Translated, translate } from './subset.js';

/** Where a match and its groups begin and end: two places for each, -1 for a group that took no part. */
export type Places = readonly number[];

/**
 * Instructions times characters that one search may come to in a process that serves others. At worst each takes some
 * 100 ns, so a search ends within a tenth of a second. More is the isolate's.
 */
const MAX_WORK = 1_000_000;
/** Nanoseconds for a character of a text that is looked through for halves of characters, and where they are replaced. */
const LOOK_EACH = 3;
const REPLACE_EACH = 150;

const SURROGATES = /[\ud800-\udfff]/g;
const STAND_INS = /[\ue000-\ue7ff]/;
const FROM_SURROGATE_TO_STAND_IN = 0xe000 - 0xd800;
const OTHER_LINE_ENDS = /[\r\u2028\u2029]/;

/** A regular expression that takes time linear in the text, and finds what JavaScript's own engine would. */
export class LinearPattern {
  private compiled: RE2JS | 'impossible' | undefined;

  constructor(private readonly translated: Translated) {}

  get names(): ReadonlyMap<string, number> {
    return this.translated.names;
  }
  get groups(): number {
    return this.translated.groups;
  }

  /** About what one search in a text of this length costs, in instructions. */
  cost(length: number): number {
    return length * this.translated.size;
  }

  /**
   * Prepares searches in a text.
   * @param spend told how many nanoseconds of work come next
   * @returns a search from a place on; `undefined` when the text is beyond this pattern: too long, or with ends of lines
   * or private characters that RE2 reads in another way
   */
  searchIn(
    text: string,
    spend: (nanoseconds: number) => void = () => {},
  ): ((from: number) => Places | undefined) | undefined {
    if (this.cost(text.length) > MAX_WORK) return undefined;
    if (this.translated.linesMatter && OTHER_LINE_ENDS.test(text)) return undefined;
    let subject = text;
    spend(text.length * LOOK_EACH);
    if (text.search(SURROGATES) >= 0) {
      // JavaScript goes by UTF-16 units and RE2 by whole characters: one character for each unit makes them the same.
      if (STAND_INS.test(text)) return undefined;
      spend(text.length * REPLACE_EACH);
      subject = text.replace(SURROGATES, (unit) =>
        String.fromCharCode(unit.charCodeAt(0) + FROM_SURROGATE_TO_STAND_IN),
      );
    }
    const ready = this.ready(spend);
    if (!ready) return undefined;
    const matcher = ready.matcher(subject);
    const { groups } = this.translated;
    return (from) => {
      if (!matcher.find(from)) return undefined;
      const places = [matcher.start(0), matcher.end(0)];
      for (let i = 1; i <= groups; i++) places.push(matcher.start(i), matcher.end(i));
      return places;
    };
  }

  /** Made ready at the first search and not before: a text may hold thousands of patterns, and search with none. */
  private ready(spend: (nanoseconds: number) => void): RE2JS | undefined {
    if (this.compiled === undefined) {
      spend(this.translated.size * COMPILED);
      try {
        this.compiled = RE2JS.compile(this.translated.source);
      } catch {
        // RE2 has bounds of its own on size and nesting.
        this.compiled = 'impossible';
      }
    }
    return this.compiled === 'impossible' ? undefined : this.compiled;
  }
}

/** Nanoseconds for an instruction of a pattern that is made ready. */
const COMPILED = 3_000;

const kept = new Map<string, LinearPattern | null>();

/**
 * The pattern for the linear engine; compiled patterns are kept, the least lately used of which goes first.
 * @param flags `g` changes nothing here: whoever searches goes on from the last match
 * @returns `undefined` when the pattern is beyond what both engines read alike
 */
export function linearPattern(pattern: string, flags: string): LinearPattern | undefined {
  if (pattern.length > MAX_PATTERN_LENGTH) return undefined;
  const key = `${flags.replace('g', '')}/${pattern}`;
  let known = kept.get(key);
  if (known === undefined) known = compile(pattern, flags);
  else kept.delete(key);
  kept.set(key, known);
  if (kept.size > PATTERNS_KEPT) kept.delete(kept.keys().next().value as string);
  return known ?? undefined;
}

function compile(pattern: string, flags: string): LinearPattern | null {
  const translated = translate(pattern, flags);
  return translated ? new LinearPattern(translated) : null;
}
