const SMALL_WORDS = new Set(
  'a an and as at because but by en for if in neither nor of on only or over per so some than that the to up upon v v. versus via vs vs. when with without yet'.split(
    ' ',
  ),
);

/** Capitalises words but the small ones between others; words with capitals or dots inside stay as they are. */
export function titleCase(text: string): string {
  let out = '';
  for (const { 0: word, index } of text.matchAll(/[^\s:–—-]+|./g)) {
    const end = index + word.length;
    const written = /.(?:[A-Z]|\..)/.test(word);
    const small =
      index > 0 && end < text.length && word.split(/\b/).some((each) => SMALL_WORDS.has(each.toLowerCase()));
    const scheme = text[end] === ':' && !/\s/.test(text.charAt(end + 1));
    out += written || small || scheme ? word : word.replace(/[A-Za-z0-9\u00c0-\u00ff]/, (c) => c.toUpperCase());
  }
  return out;
}

/** Lower case, with a capital at the start and after each `.`, `?` and `!`. */
export function sentenceCase(text: string): string {
  let begins = true;
  let out = '';
  for (const char of text.toLowerCase()) {
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

/** Text without Markdown's marks: headings, emphasis, links, lists, quotes, rules and code fences. */
export function plainOfMarkdown(text: string): string {
  return text
    .replace(/^(-\s*?|\*\s*?|_\s*?){3,}\s*$/gm, '')
    .replace(/^([\s\t]*)([*\-+]|\d+\.)\s+/gm, '$1')
    .replace(/\n={2,}/g, '\n')
    .replace(/~{3}.*\n/g, '')
    .replace(/~~/g, '')
    .replace(/`{3}.*\n/g, '')
    .replace(/<[^>]*>/g, '')
    .replace(/\[\^[^\]\n]+\](: .*$)?/gm, '')
    .replace(/!\[([^\]\n]*)\][[(][^\])\n]*[\])]/g, '$1')
    .replace(/\[([^\]\n]*)\][[(][^\])\n]*[\])]/g, '$1')
    .replace(/^\s*>\s?/gm, '')
    .replace(/^#{1,6}[ \t]*([^#\n]*?)[ \t]*#*$/gm, '$1')
    .replace(/([*_]{1,3})(\S[^\n]*?)\1/g, '$2')
    .replace(/`([^`\n]+)`/g, '$1');
}
