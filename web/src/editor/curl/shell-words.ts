/** The shell whose quoting a command line is written in. */
export type Shell = 'bash' | 'cmd' | 'powershell';

/** The words of one command. `rest`: something follows that is another command, or what its output goes to. */
export interface ShellWords {
  words: string[];
  rest: boolean;
  /** Variables and commands that the shell would put in: their values are not known here. */
  unknown: string[];
}

/** Which shell a line is written for, by how lines are continued and quotes are escaped. */
export function shellOf(text: string): Shell {
  if (/\^\s*\r?\n|\^"/.test(text)) return 'cmd';
  if (/`\s*\r?\n|`"|^\s*curl\.exe\b/.test(text)) return 'powershell';
  return 'bash';
}

/**
 * Splits a command line into words as its shell does.
 * @throws SyntaxError when a quote is not closed
 */
export function shellWords(text: string): ShellWords {
  const shell = shellOf(text);
  if (shell === 'cmd') return { words: windowsWords(withoutCarets(text)), rest: false, unknown: [] };
  return shell === 'powershell' ? powershellWords(text) : bashWords(text);
}

const ANSI: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  v: '\v',
};

/** POSIX quoting, and bash's `$'...'`. */
function bashWords(text: string): ShellWords {
  const result: ShellWords = { words: [], rest: false, unknown: [] };
  let word: string | undefined;
  let at = 0;
  const end = () => {
    if (word !== undefined) result.words.push(word);
    word = undefined;
  };
  const variable = () => {
    const found = /^\$(?:\{[^}]*\}|\([^)]*\)|[A-Za-z_]\w*)/.exec(text.slice(at))?.[0];
    if (found) result.unknown.push(found);
    return found ?? '$';
  };
  while (at < text.length) {
    const char = text[at] as string;
    if (char === '\\') {
      const next = /^\\(\r?\n|[\s\S]?)/.exec(text.slice(at))?.[1] ?? '';
      if (!next.includes('\n')) word = (word ?? '') + next;
      at += 1 + next.length;
    } else if (char === "'") {
      const close = text.indexOf("'", at + 1);
      if (close === -1) throw new SyntaxError("'");
      word = (word ?? '') + text.slice(at + 1, close);
      at = close + 1;
    } else if (text.startsWith("$'", at)) {
      const [read, next] = ansiText(text, at + 2);
      word = (word ?? '') + read;
      at = next;
    } else if (char === '"') {
      word ??= '';
      for (at++; text[at] !== '"'; ) {
        if (at >= text.length) throw new SyntaxError('"');
        const escaped = /^\\(\r?\n|[$`"\\])/.exec(text.slice(at, at + 3))?.[1];
        const taken = escaped ?? (text[at] === '$' ? variable() : (text[at] as string));
        word += escaped?.includes('\n') ? '' : taken;
        at += taken.length + (escaped === undefined ? 0 : 1);
      }
      at++;
    } else if (char === '$') {
      const taken = variable();
      word = (word ?? '') + taken;
      at += taken.length;
    } else if (/[ \t]/.test(char)) {
      end();
      at++;
    } else if (/[\n\r;|&<>]/.test(char)) {
      end();
      // What stands behind a finished line is another command; blank lines before it are nothing.
      if (result.words.length > 0 && text.slice(at).replace(/[\s;]/g, '') !== '') result.rest = true;
      if (result.words.length > 0) break;
      at++;
    } else {
      word = (word ?? '') + char;
      at++;
    }
  }
  end();
  return result;
}

/** Reads `$'...'` from behind its opening quote. @returns the text, and where it ends */
function ansiText(text: string, from: number): [string, number] {
  let read = '';
  let at = from;
  while (text[at] !== "'") {
    if (at >= text.length) throw new SyntaxError("$'");
    const code = /^\\(?:x([\da-f]{1,2})|u([\da-f]{1,4})|U([\da-f]{1,8})|([0-7]{1,3})|([\s\S]))/i.exec(
      text.slice(at, at + 10),
    );
    if (!code) {
      read += text[at];
      at++;
      continue;
    }
    const [whole, hex, short, long, octal, other = ''] = code;
    const point = hex ?? short ?? long;
    if (point !== undefined) read += codePoint(Number.parseInt(point, 16));
    else if (octal !== undefined) read += String.fromCharCode(Number.parseInt(octal, 8));
    else read += ANSI[other] ?? other;
    at += whole.length;
  }
  return [read, at + 1];
}

const codePoint = (point: number): string => (point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd');

/** What cmd.exe makes of carets: each stands for the character behind it, but for those within quotes. */
function withoutCarets(text: string): string {
  let out = '';
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const char = text[at] as string;
    if (char === '^' && !quoted) {
      const skipped = /^\^[ \t]*\r?\n/.exec(text.slice(at))?.[0];
      if (skipped) at += skipped.length - 1;
      else out += text[++at] ?? '';
    } else {
      if (char === '"') quoted = !quoted;
      out += char;
    }
  }
  return out;
}

/** How programs of Windows split their command line: backslashes count before quotes alone, `""` is a quote within. */
function windowsWords(text: string): string[] {
  const words: string[] = [];
  let word: string | undefined;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const char = text[at] as string;
    if (char === '\\') {
      const run = /^\\+/.exec(text.slice(at))?.[0].length ?? 1;
      const beforeQuote = text[at + run] === '"';
      word = (word ?? '') + '\\'.repeat(beforeQuote ? Math.floor(run / 2) : run);
      at += run - 1;
      if (beforeQuote && run % 2 === 1) {
        word += '"';
        at++;
      }
    } else if (char === '"') {
      word ??= '';
      if (quoted && text[at + 1] === '"') {
        word += '"';
        at++;
      } else quoted = !quoted;
    } else if (!quoted && /\s/.test(char)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else word = (word ?? '') + char;
  }
  if (quoted) throw new SyntaxError('"');
  if (word !== undefined) words.push(word);
  return words;
}

const BACKTICKS: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '0': '\0', b: '\b', f: '\f' };

/** PowerShell: backticks escape, doubled quotes are quotes, and `\"` is what a program of Windows needs for one. */
function powershellWords(text: string): ShellWords {
  const result: ShellWords = { words: [], rest: false, unknown: [] };
  let word: string | undefined;
  let quote = '';
  const end = () => {
    if (word !== undefined) result.words.push(word.replaceAll('\\"', '"'));
    word = undefined;
  };
  for (let at = 0; at < text.length; at++) {
    const char = text[at] as string;
    if (quote) {
      if (char === quote && text[at + 1] === quote) {
        word += char;
        at++;
      } else if (char === '\\' && text[at + 1] === '"' && quote === '"') {
        word += '"';
        at++;
      } else if (char === quote) quote = '';
      else if (char === '`' && quote === '"') {
        const next = text[++at] ?? '';
        word += BACKTICKS[next] ?? next;
      } else {
        const variable =
          quote === '"' ? /^\$(?:\{[^}]*\}|\([^)]*\)|[A-Za-z_][\w:]*)/.exec(text.slice(at))?.[0] : undefined;
        if (variable) result.unknown.push(variable);
        word += char;
      }
    } else if (char === '`') {
      const line = /^`[ \t]*\r?\n/.exec(text.slice(at))?.[0];
      if (line) at += line.length - 1;
      else word = (word ?? '') + (text[++at] ?? '');
    } else if (char === "'" || char === '"') {
      quote = char;
      word ??= '';
    } else if (/[\s;|]/.test(char)) {
      end();
      if (/[\n;|]/.test(char) && result.words.length > 0) {
        result.rest = text.slice(at).replace(/[\s;]/g, '') !== '';
        break;
      }
    } else word = (word ?? '') + char;
  }
  if (quote) throw new SyntaxError(quote);
  end();
  return result;
}
