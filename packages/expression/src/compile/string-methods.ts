import { type CallHost, HostFunction } from './host-values.js';
import { charged, LOOKED_AT_PER_BYTE, type Method, type MethodTable, n, passed, s } from './method.js';
import { PATTERN_TEXT_METHODS, replacePattern, splitByPattern } from './pattern-methods.js';
import { PatternValue } from './pattern-value.js';
import { toNumber } from './values.js';

/** JavaScript's methods of texts. */
export const STRING_METHODS: MethodTable = new Map<string, Method>([
  ['at', (self: string, [i], h) => self.at(toNumber(i ?? 0, h))],
  ['charAt', (self: string, [i], h) => self.charAt(toNumber(i ?? 0, h))],
  ['charCodeAt', (self: string, [i], h) => self.charCodeAt(toNumber(i ?? 0, h))],
  ['codePointAt', (self: string, [i], h) => self.codePointAt(toNumber(i ?? 0, h))],
  ['concat', (self: string, args, h) => charged(self + args.map((each) => s(each, h)).join(''), h)],
  ['includes', (self: string, [find, from], h) => self.includes(sought(self, plainText(find, h), h), n(from, h))],
  ['startsWith', (self: string, [find, from], h) => self.startsWith(sought(self, plainText(find, h), h), n(from, h))],
  ['endsWith', (self: string, [find, end], h) => self.endsWith(sought(self, plainText(find, h), h), n(end, h))],
  ['indexOf', (self: string, [find, from], h) => self.indexOf(sought(self, s(find, h), h), n(from, h))],
  ['lastIndexOf', (self: string, [find, from], h) => self.lastIndexOf(sought(self, s(find, h), h), n(from, h))],
  ['slice', (self: string, [a, b], h) => self.slice(n(a, h), n(b, h))],
  ['substring', (self: string, [a, b], h) => self.substring(n(a, h) ?? 0, n(b, h))],
  ['substr', (self: string, [a, b], h) => self.substr(n(a, h) ?? 0, n(b, h))],
  ['toLowerCase', (self: string, _a, h) => charged(self, h).toLowerCase()],
  ['toUpperCase', (self: string, _a, h) => charged(self, h).toUpperCase()],
  ['toLocaleLowerCase', (self: string, [locale], h) => charged(self, h).toLocaleLowerCase(locale)],
  ['toLocaleUpperCase', (self: string, [locale], h) => charged(self, h).toLocaleUpperCase(locale)],
  ['trim', (self: string, _a, h) => passed(self, h).trim()],
  ['trimStart', (self: string, _a, h) => passed(self, h).trimStart()],
  ['trimEnd', (self: string, _a, h) => passed(self, h).trimEnd()],
  ['trimLeft', (self: string, _a, h) => passed(self, h).trimStart()],
  ['trimRight', (self: string, _a, h) => passed(self, h).trimEnd()],
  ['normalize', (self: string, [form], h) => charged(self, h).normalize(form)],
  ['localeCompare', (self: string, [other, ...more], h) => charged(self, h).localeCompare(s(other, h), ...more)],
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
      const times = toNumber(count, h);
      h.charge(Math.max(0, self.length * Math.min(times, Number.MAX_SAFE_INTEGER)));
      return self.repeat(times);
    },
  ],
  [
    'split',
    (self: string, [separator, limit], h) => {
      h.charge(self.length * 16);
      if (separator instanceof PatternValue) return splitByPattern(self, separator, limit, h);
      return separator === undefined ? [self] : self.split(sought(self, s(separator, h), h), n(limit, h));
    },
  ],
  [
    'replace',
    (self: string, [find, by], h) => {
      if (find instanceof PatternValue) return replacePattern(self, find, by, h, false);
      const wanted = sought(self, s(find, h), h);
      h.charge(self.length);
      return by instanceof HostFunction
        ? self.replace(wanted, (...args) => s(h.invoke(by, args), h))
        : charged(self.replace(wanted, s(by, h)), h);
    },
  ],
  [
    'replaceAll',
    (self: string, [find, by], h) => {
      if (find instanceof PatternValue) return replacePattern(self, find, by, h, true);
      const wanted = sought(self, s(find, h), h);
      const count = wanted === '' ? self.length + 1 : self.split(wanted).length - 1;
      if (by instanceof HostFunction) return self.replaceAll(wanted, (...args) => s(h.invoke(by, args), h));
      const text = s(by, h);
      h.charge(self.length + count * (text.length + (text.includes('$') ? self.length : 0)));
      return self.replaceAll(wanted, text);
    },
  ],
  ...PATTERN_TEXT_METHODS,
]);

function padded(self: string, length: unknown, h: CallHost): string {
  h.charge(Math.max(0, Math.min(toNumber(length, h) || 0, Number.MAX_SAFE_INTEGER)));
  return self;
}
/** Charges looking for a text in another; at worst each place is compared with all of it. */
function sought(self: string, find: string, h: CallHost): string {
  h.charge((self.length * (1 + Math.min(find.length, self.length) / 8)) / LOOKED_AT_PER_BYTE);
  return find;
}
/** A text to look for in the methods that refuse patterns. */
function plainText(value: unknown, h: CallHost): string {
  if (value instanceof PatternValue) throw new TypeError('This needs a text, not a pattern');
  return s(value, h);
}
