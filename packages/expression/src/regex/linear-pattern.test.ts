import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createExpressionEngine } from '../engine.js';
import { scopeOf } from '../test-scope.js';
import { linearPattern } from './linear-pattern.js';

const engine = createExpressionEngine();
/** Enough to meet most pairs of constructs; 60,000 agreed when this was written. */
const RUNS = 2_000;

/** Patterns of what the linear engine takes, and of a little that it must refuse. */
const { pattern } = fc.letrec<{ pattern: string; atom: string; piece: string }>((tie) => ({
  atom: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom('a', 'b', 'K', 's', ' ', '-', 'é', '以', '\\n', '\\t', '\\.', '\\/', '\\x41', '\\u0062', '}', ']'),
    fc.constantFrom('.', '\\d', '\\D', '\\w', '\\W', '\\s', '\\S', '^', '$', '\\b', '\\B'),
    fc.constantFrom(
      '[ab]',
      '[^ab]',
      '[a-k]',
      '[^\\s]',
      '[\\s\\S]',
      '[\\w.-]',
      '[^\\d\\n]',
      '[\\u4e00-\\u9fa5]',
      '[A-Z]',
    ),
    tie('pattern').map((each) => `(${each})`),
    tie('pattern').map((each) => `(?:${each})`),
    tie('pattern').map((each) => `(?<n>${each})`),
  ),
  piece: fc
    .tuple(tie('atom'), fc.constantFrom('', '', '', '*', '+', '?', '*?', '+?', '??', '{2}', '{1,3}', '{2,}?'))
    .map(([atom, times]) => (/^(?:\^|\$|\\[bB])$/.test(atom) ? atom : atom + times)),
  pattern: fc.oneof(
    { maxDepth: 3 },
    fc.array(tie('piece'), { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join('')),
    fc.tuple(tie('piece'), tie('piece')).map(([a, b]) => `${a}|${b}`),
  ),
}));
const flags = fc.constantFrom('', 'g', 'i', 'gi', 'm', 'gm', 's', 'gims');
const text = fc
  .array(
    fc.constantFrom(
      'a',
      'b',
      'ab',
      'A',
      'k',
      'K',
      'K',
      'S',
      'ſ',
      ' ',
      '-',
      '\n',
      '\r',
      '\u2028',
      'é',
      'É',
      '以',
      '😀',
      '\ud83d',
      '\ude00',
      '1',
      '.',
      '_',
      '/',
      '\ufeff',
      ']',
    ),
    { maxLength: 10 },
  )
  .map((parts) => parts.join(''));
const replacement = fc.constantFrom('', 'x', '[$&]', '$1', '$2-$1', '$10', '$<n>', '$$', "$`|$'", '$0', '$');

/** What each method gives, as JavaScript writes it. */
const CALLS = [
  (re: string) => `${re}.test($json.text)`,
  (re: string) => `$json.text.match(${re})`,
  (re: string) => `$json.text.match(${re})?.index`,
  (re: string) => `$json.text.match(${re})?.groups?.n`,
  (re: string) => `[...$json.text.matchAll(${re})].map(m => [m.index, m[0], m[1], m.groups?.n])`,
  (re: string) => `$json.text.search(${re})`,
  (re: string) => `$json.text.split(${re})`,
  (re: string) => `$json.text.split(${re}, 2)`,
  (re: string) => `$json.text.replace(${re}, $json.by)`,
  (re: string) => `$json.text.replaceAll(${re}, $json.by)`,
  (re: string) => `$json.text.replace(${re}, (...all) => JSON.stringify(all))`,
  (re: string) => `((re) => [re.test($json.text), re.lastIndex, re.exec($json.text), re.lastIndex])(${re})`,
];

function native(code: string, json: Record<string, unknown>): unknown {
  try {
    const value = new Function('$json', `return (${code})`)(json);
    return value === undefined ? { kind: 'undefined' } : { kind: 'value', value: JSON.parse(JSON.stringify(value)) };
  } catch (fault) {
    if (fault instanceof TypeError || fault instanceof SyntaxError) return { kind: 'undefined' };
    throw fault;
  }
}

function valid(source: string): boolean {
  // One name for two groups is newer than the language of expressions.
  if (source.split('?<n>').length > 2) return false;
  // This would end the expression.
  if (source.includes('}}')) return false;
  try {
    new RegExp(source);
    return true;
  } catch {
    return false;
  }
}

describe('regular expressions of the fast path', () => {
  it('find what the engine of JavaScript finds', () => {
    let here = 0;
    fc.assert(
      fc.property(
        pattern.filter(valid),
        flags,
        text,
        replacement,
        fc.constantFrom(...CALLS),
        (source, flag, given, by, call) => {
          const code = call(`/${source}/${flag}`);
          const json = { text: given, by };
          const fast = engine.evaluateSync(`={{ ${code} }}`, scopeOf({ json }));
          if (fast === 'needs-isolate') return;
          here++;
          const plain = fast.kind === 'value' ? { kind: 'value', value: JSON.parse(JSON.stringify(fast.value)) } : fast;
          expect(plain).toEqual(native(code, json));
        },
      ),
      { numRuns: RUNS },
    );
    expect(here).toBeGreaterThan(RUNS / 3);
  });

  it.each([
    ['(a)\\1', 'a backreference'],
    ['a(?=b)', 'looking ahead'],
    ['(?<!a)b', 'looking back'],
    ['(a|b(c))+', 'a group that a later round forgets'],
    ['(a*)*', 'a group that may repeat empty'],
    ['(?:a{100}){100}', 'more than a short pattern should be'],
    ['\\p{L}', 'properties'],
  ])('%s is left to the isolate: %s', (source) => {
    expect(linearPattern(source, '')).toBeUndefined();
  });

  it.each(['gi', 'g', 'm'])('takes the flags %s', (flag) => {
    expect(linearPattern('^a.b$', flag)).toBeDefined();
  });
  it.each(['u', 'v', 'y', 'd'])('leaves the flag %s to the isolate', (flag) => {
    expect(linearPattern('a', flag)).toBeUndefined();
  });

  it.each([
    '/(a+)+$/.test($json.text)',
    '/(a|aa)+$/.test($json.text)',
    '$json.text.replace(/a*?b|a/g, "")',
    '$json.text.split(/.*x|a/)',
    '$json.text.match(/(?:a?){50}b/g)',
  ])('%s ends soon, whatever the text', (code) => {
    const began = performance.now();
    engine.evaluateSync(`={{ ${code} }}`, scopeOf({ json: { text: `${'a'.repeat(50_000)}!` } }));
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  it('keeps a pattern out of what an expression gives', () => {
    const read = (code: string) => engine.evaluateSync(`={{ ${code} }}`, scopeOf({ json: { text: 'a1b' } }));
    expect(read('/a/g')).toEqual({ kind: 'value', value: {} });
    expect(read('String(/a\\/b/gi)')).toEqual({ kind: 'value', value: '/a\\/b/gi' });
    expect(read('new RegExp("a/b", "g").source')).toEqual({ kind: 'value', value: 'a\\/b' });
    expect(read('new RegExp("(").test("")')).toEqual({ kind: 'undefined' });
    expect(read('/a/.constructor')).toMatchObject({ kind: 'error', code: 'expression.refused' });
    expect(read('$json.text.startsWith(/a/)')).toEqual({ kind: 'undefined' });
    expect(read('Object.keys($json.text.match(/\\d/))')).toMatchObject({ kind: 'value' });
  });
});
