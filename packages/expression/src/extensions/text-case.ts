import type { MethodHost } from './extension.js';

/** Nanoseconds for a character of a long word, which may have many parts. */
const PART_EACH = 500;

const SMALL_WORDS = new Set(
  'a an and as at because but by en for if in neither nor of on only or over per so some than that the to up upon v v. versus via vs vs. when with without yet'.split(
    ' ',
  ),
);

/** Words between two looks at the clock: a word takes up to a few microseconds. */
const WORDS_BETWEEN_LOOKS = 256;

/** Capitalises words but the small ones between others; words with capitals or dots inside stay as they are. */
export function titleCase(text: string, host: MethodHost): string {
  let out = '';
  let words = 0;
  for (const { 0: word, index } of text.matchAll(/[^\s:–—-]+|./g)) {
    if (++words % WORDS_BETWEEN_LOOKS === 0) host.lookAtClock();
    const end = index + word.length;
    const written = /.(?:[A-Z]|\..)/.test(word);
    if (word.length > WORDS_BETWEEN_LOOKS) host.spend(word.length * PART_EACH);
    const small =
      index > 0 && end < text.length && word.split(/\b/).some((each) => SMALL_WORDS.has(each.toLowerCase()));
    const scheme = text[end] === ':' && !/\s/.test(text.charAt(end + 1));
    out += written || small || scheme ? word : word.replace(/[A-Za-z0-9\u00c0-\u00ff]/, (c) => c.toUpperCase());
  }
  return out;
}

const LETTERS_BETWEEN_LOOKS = 4_096;

/** Lower case, with a capital at the start and after each `.`, `?` and `!`. */
export function sentenceCase(text: string, host: MethodHost): string {
  let begins = true;
  let out = '';
  let seen = 0;
  for (const char of text.toLowerCase()) {
    if (++seen % LETTERS_BETWEEN_LOOKS === 0) host.lookAtClock();
    if (begins && /\p{L}/u.test(char)) {
      out += char.toUpperCase();
      begins = false;
    } else out += char;
    if (char === '.' || char === '?' || char === '!') begins = true;
  }
  return out;
}

/** Lower case, blanks and dashes as `_`, without ASCII punctuation. */
export function snakeCase(text: string): string {
  return text
    .toLowerCase()
    .replace(/[ \t\n-]/g, '_')
    .replace(/[!"#$%&'()*+,./:;<=>?@[\]^`{|}~\\]/g, '');
}

const LETTERS: Record<string, string> = {
  ß: 'ss',
  ẞ: 'SS',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  ø: 'o',
  Ø: 'O',
  đ: 'd',
  Đ: 'D',
  ł: 'l',
  Ł: 'L',
  þ: 'th',
  Þ: 'Th',
  ð: 'd',
  Ð: 'D',
  ı: 'i',
  '€': 'EUR',
  '£': 'GBP',
  '–': '-',
  '—': '-',
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '…': '...',
};

/** ASCII letters in place of others, where there is a usual way to write them; `?` where there is none. */
export function asciiText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\0-\x7f]/gu, (c) => LETTERS[c] ?? '?');
}
