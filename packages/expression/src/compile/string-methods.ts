import { countText, findLastText, findText } from '../builtins/find-text.js';
import { payMarks, payNormalize } from '../builtins/long-runs.js';
import { checkLocale } from '../builtins/pay.js';
import { TEXT_PRICES } from '../builtins/prices.js';
import { type CallHost, HostFunction } from './host-values.js';
import { charged, type Method, type MethodTable, n, priced, s } from './method.js';
import { PATTERN_TEXT_METHODS, replacePattern, splitByPattern } from './pattern-methods.js';
import { PatternValue } from './pattern-value.js';
import { substituted } from './substitution.js';
import { toNumber } from './values.js';

/** Nanoseconds that a text takes which is compared by the rules of a language, for each character. */
const COLLATE_EACH = 80;
/** What a comparison that names a language or options takes by itself. */
const COLLATOR = 30_000;
/** Nanoseconds of one part of a text that is split, and bytes that it takes. */
const PART = { time: 70, bytes: 32 };
/** Nanoseconds for one place that is replaced, and for one whose replacement has `$` in it. */
const REPLACED = { time: 200, byPattern: 300 };

/** JavaScript's methods of texts. */
export const STRING_METHODS: MethodTable = priced(
  new Map<string, Method>([
    ['at', (self: string, [i], h) => self.at(toNumber(i ?? 0, h))],
    ['charAt', (self: string, [i], h) => self.charAt(toNumber(i ?? 0, h))],
    ['charCodeAt', (self: string, [i], h) => self.charCodeAt(toNumber(i ?? 0, h))],
    ['codePointAt', (self: string, [i], h) => self.codePointAt(toNumber(i ?? 0, h))],
    ['concat', concat],
    ['includes', (self: string, [find, from], h) => findText(self, plainText(find, h), n(from, h) || 0, h) >= 0],
    ['startsWith', (self: string, [find, from], h) => self.startsWith(plainText(find, h), n(from, h))],
    ['endsWith', (self: string, [find, end], h) => self.endsWith(plainText(find, h), n(end, h))],
    ['indexOf', (self: string, [find, from], h) => findText(self, s(find, h), n(from, h) || 0, h)],
    [
      'lastIndexOf',
      (self: string, [find, from], h) => findLastText(self, s(find, h), n(from, h) ?? Number.POSITIVE_INFINITY, h),
    ],
    ['slice', (self: string, [a, b], h) => self.slice(n(a, h), n(b, h))],
    ['substring', (self: string, [a, b], h) => self.substring(n(a, h) ?? 0, n(b, h))],
    ['substr', (self: string, [a, b], h) => self.substr(n(a, h) ?? 0, n(b, h))],
    ['toLowerCase', (self: string) => self.toLowerCase()],
    ['toUpperCase', (self: string) => self.toUpperCase()],
    ['toLocaleLowerCase', (self: string, [locale]) => self.toLocaleLowerCase(known(locale))],
    ['toLocaleUpperCase', (self: string, [locale]) => self.toLocaleUpperCase(known(locale))],
    ['trim', (self: string) => self.trim()],
    ['trimStart', (self: string) => self.trimStart()],
    ['trimEnd', (self: string) => self.trimEnd()],
    ['trimLeft', (self: string) => self.trimStart()],
    ['trimRight', (self: string) => self.trimEnd()],
    ['normalize', normalize],
    ['localeCompare', localeCompare],
    ['toString', (self: string) => self],
    ['valueOf', (self: string) => self],
    [
      'padStart',
      (self: string, [length, fill], h) =>
        padded(self, length, h).padStart(toNumber(length, h), fill === undefined ? ' ' : s(fill, h)),
    ],
    [
      'padEnd',
      (self: string, [length, fill], h) =>
        padded(self, length, h).padEnd(toNumber(length, h), fill === undefined ? ' ' : s(fill, h)),
    ],
    [
      'repeat',
      (self: string, [count], h) => {
        const times = toNumber(count, h) || 0;
        grows(self.length * Math.max(0, Math.min(times, Number.MAX_SAFE_INTEGER)), h);
        return self.repeat(times);
      },
    ],
    ['split', split],
    ['replace', replace],
    ['replaceAll', replaceAll],
    ...PATTERN_TEXT_METHODS,
  ]),
  TEXT_PRICES,
  ({ length }: string) => length,
);

function concat(self: string, args: readonly unknown[], h: CallHost): string {
  const texts = args.map((each) => s(each, h));
  grows(
    texts.reduce((sum, { length }) => sum + length, self.length),
    h,
  );
  return self + texts.join('');
}

function normalize(self: string, [form]: readonly unknown[], h: CallHost): string {
  const wanted = form === undefined ? 'NFC' : s(form, h);
  payNormalize(self, wanted, h);
  return self.normalize(wanted);
}

function localeCompare(self: string, [other, locale, options]: readonly any[], h: CallHost): number {
  const against = s(other, h);
  h.spend(
    (self.length + against.length) * COLLATE_EACH + (locale === undefined && options === undefined ? 0 : COLLATOR),
  );
  payMarks(self, h);
  payMarks(against, h);
  return self.localeCompare(against, known(locale), options);
}

function split(self: string, [separator, limit]: readonly unknown[], h: CallHost): unknown[] {
  if (separator instanceof PatternValue) return splitByPattern(self, separator, limit, h);
  if (separator === undefined) return [self];
  const by = s(separator, h);
  const most = n(limit, h);
  const parts = countText(self, by, h);
  h.charge(parts * PART.bytes + self.length);
  h.spend(parts * PART.time);
  return isSimple(self, by) ? self.split(by, most) : splitBounded(self, by, most, h);
}

/** Whether looking for a text at each place of another takes no longer than passing over it. */
const isSimple = (text: string, find: string) =>
  find.length <= SIMPLE_LENGTH || text.length * find.length <= SIMPLE_WORK;
const SIMPLE_LENGTH = 8;
const SIMPLE_WORK = 4_000_000;

/** The same as the native one, by searches that are bounded. */
function splitBounded(self: string, by: string, limit: number | undefined, h: CallHost): string[] {
  const parts: string[] = [];
  let begin = 0;
  for (let at = findText(self, by, 0, h); at >= 0; at = findText(self, by, begin, h)) {
    parts.push(self.slice(begin, at));
    begin = at + by.length;
  }
  parts.push(self.slice(begin));
  return limit === undefined ? parts : parts.slice(0, limit >>> 0);
}

function replace(self: string, [find, by]: readonly unknown[], h: CallHost): string {
  if (find instanceof PatternValue) return replacePattern(self, find, by, h, false);
  const wanted = s(find, h);
  const at = findText(self, wanted, 0, h);
  if (at < 0) return self;
  const piece =
    by instanceof HostFunction ? s(h.invoke(by, [wanted, at, self]), h) : expanded(self, wanted, at, s(by, h), h);
  grows(self.length + piece.length, h);
  return self.slice(0, at) + piece + self.slice(at + wanted.length);
}

function replaceAll(self: string, [find, by]: readonly unknown[], h: CallHost): string {
  if (find instanceof PatternValue) return replacePattern(self, find, by, h, true);
  const wanted = s(find, h);
  const count = countText(self, wanted, h);
  if (count === 0) return self;
  if (by instanceof HostFunction) {
    return replacedEach(self, wanted, (at) => charged(s(h.invoke(by, [wanted, at, self]), h), h), h);
  }
  const text = s(by, h);
  const isPattern = text.includes('$');
  h.charge(self.length + count * (text.length + (isPattern ? self.length : 0)));
  h.spend(count * (isPattern ? REPLACED.byPattern + text.length * 20 : REPLACED.time + text.length) + self.length);
  if (isSimple(self, wanted)) return self.replaceAll(wanted, text);
  return replacedEach(self, wanted, (at) => expanded(self, wanted, at, text, h), h);
}

/** A text with each place of another replaced, by searches that are bounded. */
function replacedEach(self: string, wanted: string, by: (at: number) => string, h: CallHost): string {
  let out = '';
  let done = 0;
  for (let at = findText(self, wanted, 0, h); at >= 0; ) {
    h.step();
    out += self.slice(done, at) + by(at);
    done = at + wanted.length;
    const next = wanted === '' ? at + 1 : done;
    at = next > self.length ? -1 : findNext(self, wanted, next, h);
  }
  return out + self.slice(done);
}

/** A short text is soon found where it stands often, and {@link countText} went over all of it before. */
const findNext = (self: string, wanted: string, from: number, h: CallHost) =>
  isSimple(self, wanted) ? self.indexOf(wanted, from) : findText(self, wanted, from, h);

/** What a replacement stands for at a place, by JavaScript's rules for `$`. */
function expanded(self: string, wanted: string, at: number, text: string, h: CallHost): string {
  const match = { text: self, start: at, end: at + wanted.length, groups: [], named: undefined };
  return substituted(text, match, h);
}

/** Charges a text that is about to be made. */
function grows(length: number, h: CallHost): void {
  h.charge(length);
  h.spend(length);
}

function padded(self: string, length: unknown, h: CallHost): string {
  grows(Math.max(0, Math.min(toNumber(length, h) || 0, Number.MAX_SAFE_INTEGER)), h);
  return self;
}
/** A text to look for in the methods that refuse patterns. */
function plainText(value: unknown, h: CallHost): string {
  if (value instanceof PatternValue) throw new TypeError('This needs a text, not a pattern');
  return s(value, h);
}
/** The name of a language, looked at before it is handed on. */
function known<T>(locale: T): T {
  checkLocale(locale);
  return locale;
}
