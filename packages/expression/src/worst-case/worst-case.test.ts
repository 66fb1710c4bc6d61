import fc from 'fast-check';
import { DateTime, Duration, Interval } from 'luxon';
import { describe, expect, it, vi } from 'vitest';
import { HostFunction } from '../compile/host-values.js';
import { methodNames } from '../compile/methods.js';
import { createExpressionEngine } from '../engine.js';
import { CONSTANT_GLOBALS } from '../globals/standard.js';
import { scopeOf } from '../test-scope.js';
import { LIST_CALLS, OPERATIONS, RECORD_CALLS, TEXT_CALLS } from './calls.js';
import { worstLists, worstRecords, worstTexts } from './inputs.js';
import { watched } from './watched-run.js';

/**
 * Milliseconds of processor time that a stretch may go beyond what was announced before it began: collecting garbage,
 * and a clock that ticks each 4 ms. An evaluation ends within 200 ms and this.
 */
const SLACK_MS = 100;
const TRIES = 4;
// Processor time is what counts here; on a busy machine it comes slowly.
vi.setConfig({ testTimeout: 90_000 });

/** What a whole evaluation may take of the processor: the promise of 200 ms, and as much again for a busy machine. */
const BOUND_MS = 400;

const TEXTS = worstTexts(16_000);
const LISTS = worstLists(5_000);
const RECORDS = worstRecords(5_000);

const methodsOf = (value: unknown) => [...new Set(methodNames(value))];
/** Functions of the language, `Object.keys` and the like, by the code that names them. */
const FUNCTIONS = [...CONSTANT_GLOBALS].flatMap(([name, value]) => {
  if (!(value instanceof HostFunction)) return [];
  const fields = [...value.fields].flatMap(([key, field]) => (field instanceof HostFunction ? [`${name}.${key}`] : []));
  return [name, ...fields];
});

/**
 * By how many milliseconds a stretch went beyond what was announced: the least of some tries, because a collection of the
 * garbage that other tests left may fall into one. Work that wasn't announced takes its time each time.
 */
function excessOf(code: string, scope: ReturnType<typeof scopeOf>): number {
  let least = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < TRIES && least > SLACK_MS; tries++) least = Math.min(least, watched(code, scope).excess);
  return least;
}

/** The stretches of calls on inputs that went too far. */
function tooLong(inputs: Readonly<Record<string, unknown>>, codes: readonly string[]): string[] {
  const found: string[] = [];
  for (const [shape, v] of Object.entries(inputs)) {
    const scope = scopeOf({ json: { v } } as never, { extra: { $v: v } });
    for (const code of codes) {
      const named = code.replace(/(?<![\w$."])v\b(?!["'])/g, '$v');
      const excess = excessOf(named, scope);
      if (excess > SLACK_MS) found.push(`${code} on ${shape}: ${Math.round(excess)} ms`);
    }
  }
  return found;
}
const callsOf = (name: string, calls: Readonly<Record<string, readonly string[]>>) =>
  (Object.hasOwn(calls, name) ? (calls[name] as readonly string[]) : ['']).map((args) => `v.${name}(${args})`);

describe('no call takes longer than what it announced', () => {
  it.each(methodsOf(''))('of a text: %s', (name) => {
    expect(tooLong(TEXTS, callsOf(name, TEXT_CALLS))).toEqual([]);
  });
  it.each(methodsOf([]))('of a list: %s', (name) => {
    expect(tooLong(LISTS, callsOf(name, LIST_CALLS))).toEqual([]);
  });
  it.each(methodsOf({}))('of an object: %s', (name) => {
    expect(tooLong(RECORDS, callsOf(name, RECORD_CALLS))).toEqual([]);
  });
  it.each([
    ['number', 1.5],
    ['truth', true],
    ['date', new Date(0)],
    ['moment', DateTime.fromMillis(0)],
    ['duration', Duration.fromMillis(90_000)],
    ['interval', Interval.after(DateTime.fromMillis(0), { days: 3 })],
    ['set', new Set([1])],
    ['map', new Map([[1, 1]])],
  ])('of a %s, given any of those', (_type, value) => {
    const { plain, words, digits } = TEXTS;
    const given = { plain, words, digits, objects: LISTS.objects, texts: LISTS.texts, wide: RECORDS.wide };
    const codes = methodsOf(value).flatMap((name) => [`$self.${name}(v)`, `$self.${name}(v, v)`]);
    const found = Object.entries(given).flatMap(([shape, v]) => {
      const scope = scopeOf({ json: {} } as never, { extra: { $v: v, $it: value } });
      return codes.flatMap((code) => {
        const excess = excessOf(code.replaceAll('$self', '$it').replace(/\bv\b/g, '$v'), scope);
        return excess > SLACK_MS ? [`${code} on ${shape}: ${excess} ms`] : [];
      });
    });
    expect(found).toEqual([]);
  });

  const some = { ...RECORDS, ...LISTS, ...Object.fromEntries(Object.entries(TEXTS).filter((_, i) => i % 4 === 0)) };
  it.each(FUNCTIONS)('of the language: %s', (name) => {
    expect(tooLong(some, [`${name}(v)`, `${name}(v, v)`, `${name}(...v)`])).toEqual([]);
  });
  it.each(OPERATIONS)('%s', (code) => {
    expect(tooLong(some, [code])).toEqual([]);
  });
});

describe('no call is cheap by itself alone', () => {
  const wide = { wide: Object.fromEntries(Array.from({ length: 30_000 }, (_, i) => [`k${i}`, i])) };
  const again = (call: string) => `[...Array(250)].map(() => ${call})`;
  it.each(methodsOf({}))('of an object, again and again: %s', (name) => {
    expect(tooLong(wide, callsOf(name, RECORD_CALLS).map(again))).toEqual([]);
  });
  it.each(['$ifEmpty(v, 1)', 'Object.keys(v)', 'v == 1', '`${v}`', 'v.k1', '"k1" in v', 'typeof v'])('%s', (code) => {
    expect(tooLong(wide, [again(code)])).toEqual([]);
  });
});

describe('compiling', () => {
  const cost = (text: string) => {
    const before = process.threadCpuUsage();
    createExpressionEngine().evaluateSync(text, scopeOf({ json: {} }));
    const { user, system } = process.threadCpuUsage(before);
    return (user + system) / 1_000;
  };

  it.each([
    ['patterns', `={{ [${Array.from({ length: 900 }, (_, i) => `/[^a]{900}b{${i + 1}}/`)}].length }}`],
    ['many short parts', `=${'{{1}}'.repeat(150_000)}`],
    ['as many parts as there may be', `=${'{{1}}'.repeat(4_700)}`],
    ['long parts', `=${`{{ [${'a,'.repeat(24_000)}1] }}`.repeat(2)}`],
    ['depth', `={{ ${'['.repeat(20_000)} }}`],
    ['text', `=${'a'.repeat(999_000)}{{ 1 }}`],
    ['braces', `=${'{{'.repeat(400_000)}`],
    ['escaped braces', `=${'\\{{'.repeat(300_000)}`],
  ])('%s is bounded', (_name, text) => {
    expect(cost(text)).toBeLessThan(BOUND_MS);
  });
});

describe('the slice of the main thread', () => {
  const engine = createExpressionEngine();
  const large = { text: TEXTS.plain?.repeat(400), marks: TEXTS.marks, list: LISTS.objects, halves: TEXTS.halves };

  it('is bounded for any methods one behind the other on any data', () => {
    const link = fc.constantFrom(
      ...Object.entries({ ...TEXT_CALLS, ...LIST_CALLS }).flatMap(([name, calls]) =>
        calls.map((a) => `.${name}(${a})`),
      ),
      ...methodsOf('').map((name) => `.${name}()`),
      ...methodsOf([]).map((name) => `.${name}()`),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(large)),
        fc.array(link, { minLength: 1, maxLength: 5 }),
        (of, links) => {
          const v = `$json.${of}`;
          const code = `${v}${links.join('')}`.replace(/(?<![\w$."])v\b(?!["'])/g, v);
          const before = process.threadCpuUsage();
          engine.evaluateSync(`={{ ${code} }}`, scopeOf({ json: large } as never));
          const { user, system } = process.threadCpuUsage(before);
          expect((user + system) / 1_000, code).toBeLessThan(BOUND_MS);
        },
      ),
      { numRuns: 150 },
    );
  });

  it.each([
    'v.list.map(x => ({ ...x, c: x.a * 2 })).filter(x => x.c % 3 === 0).length',
    'v.csv.split("\\n").map(line => line.split(",")[1]).length',
    'v.text.replaceAll("a", "bb").includes("bbb")',
    'v.text.toUpperCase().indexOf("B")',
    'v.text.slice(0, 50000).replace(/a/g, "c").length',
    'JSON.stringify(v.list).length',
    'v.list.pluck("a").sum()',
    'v.rows.parseJson().length',
    'v.list.map(x => x.b).unique().length',
    'Object.keys(Object.fromEntries(v.list.slice(0, 20000).map(x => [x.b, x]))).length',
  ])('has room for honest work: %s', (code) => {
    const list = Array.from({ length: 100_000 }, (_, i) => ({ a: i, b: `b${i}` }));
    const csv = list.map(({ a, b }) => `${a},${b},some words of a line`).join('\n');
    const v = { list, csv, text: 'ab'.repeat(800_000), rows: JSON.stringify(list.slice(0, 20_000)) };
    const patient = createExpressionEngine({ limits: { milliseconds: 2_000 } });
    // The time is what a busy machine may take; that nothing is announced beyond what there is, is looked at besides.
    const scope = scopeOf({ json: { v } } as never);
    const named = code.replace(/(?<![\w$."])v\b/g, '$json.v');
    expect(patient.evaluateSync(`={{ ${named} }}`, scope)).toMatchObject({ kind: 'value' });
    expect(watched(named, scope).refused).toBe(false);
  });
});
