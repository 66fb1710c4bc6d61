import type { MethodHost } from './extension.js';

/** Nanoseconds for a character, of all the patterns below together. */
const EACH = 600;

/**
 * Text without Markdown's marks: headings, emphasis, links, lists, quotes, rules and code fences. No pattern here looks
 * at the same stretch of text from each of its places: what has to have an end is looked for in a text that has one.
 */
export function plainOfMarkdown(text: string, _args: readonly unknown[], host: MethodHost): string {
  host.charge(text.length * 4);
  host.spend(text.length * EACH);
  const step = (given: string, work: (text: string) => string) => {
    host.lookAtClock();
    return work(given);
  };
  return STEPS.reduce(step, text);
}

const replaced = (pattern: RegExp, by: string) => (text: string) => text.replace(pattern, by);

const STEPS: readonly ((text: string) => string)[] = [
  replaced(/^[^\S\n]*(?:[-*_][^\S\n]*){3,}$/gm, ''),
  replaced(/^([^\S\n]*)(?:[*\-+]|\d{1,9}\.)\s+/gm, '$1'),
  replaced(/\n={2,}/g, '\n'),
  (text) => before(text, '\n', replaced(/~{3}.*\n/g, '')),
  replaced(/~~/g, ''),
  (text) => before(text, '\n', replaced(/`{3}.*\n/g, '')),
  (text) => before(text, '>', replaced(/<[^>]*>/g, '')),
  replaced(/\[\^[^\][\n]+\](: .*$)?/gm, ''),
  replaced(/!\[([^\][\n]*)\][[(][^\])\n]*[\])]/g, '$1'),
  replaced(/\[([^\][\n]*)\][[(][^\])\n]*[\])]/g, '$1'),
  unquoted,
  (text) => text.replace(/^#{1,6}([^#\n]*)#*$/gm, (_, title: string) => withoutBlanks(title)),
  replaced(/([*_]{1,3})(\S[^\n]*?)\1/g, '$2'),
  replaced(/`([^`\n]+)`/g, '$1'),
];

/** Works on the part of a text in which everything that is opened is closed: up to the last end. */
function before(text: string, end: string, work: (text: string) => string): string {
  const at = text.lastIndexOf(end) + 1;
  return work(text.slice(0, at)) + text.slice(at);
}

/** Without the marks of quotes, and the blank lines before them. */
function unquoted(text: string): string {
  return text.replace(/(?<!\s)(\s*)>\s?/g, (all, blanks: string, at: number) => {
    if (at === 0) return '';
    const line = blanks.indexOf('\n') + 1;
    return line > 0 ? blanks.slice(0, line) : all;
  });
}

function withoutBlanks(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && isBlank(text[from])) from++;
  while (to > from && isBlank(text[to - 1])) to--;
  return text.slice(from, to);
}
const isBlank = (char: string | undefined) => char === ' ' || char === '\t';
