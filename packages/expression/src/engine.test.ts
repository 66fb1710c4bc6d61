import type { Item } from '@orchestrator/workflow';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createExpressionEngine } from './engine.js';
import { evaluateInIsolate, snapshotScope } from './isolate/index.js';
import type { EvaluationScope, ScopeRun } from './scope.js';

const engine = createExpressionEngine();

function scopeOf(items: Item[], runs: Record<string, ScopeRun[]> = {}, itemIndex = 0): EvaluationScope {
  return {
    items,
    itemIndex,
    runIndex: 0,
    source: { node: 'Before', output: 0, run: 0 },
    node: { id: 'n', name: 'Here', type: 'noOperation', version: 1, parameters: {} },
    nodeByName: (name) => (name in runs || name === 'Before' ? { name, parameters: {} } : undefined),
    parentsOf: () => [],
    runsOf: (name) => runs[name] ?? [],
    workflow: { id: 'w', name: 'Workflow', active: true },
    execution: { id: 'e', mode: 'test', customData: {} },
    mode: 'manual',
    timezone: 'America/New_York',
    now: () => Date.UTC(2026, 2, 8, 12),
    env: { SHOWN: 'yes' },
    vars: {},
  };
}
const one = (json: Item['json']) => scopeOf([{ json }]);
const read = (text: string, scope = one({ a: 1, list: [3, 1, 2], name: 'Ada', deep: { b: [{ c: 5 }] } })) =>
  engine.evaluateSync(text, scope);

describe('values', () => {
  it.each([
    ['={{ $json.a + 1 }}', 2],
    ['={{ $json.list.map(x => x * 2).filter(x => x > 2) }}', [6, 4]],
    ['={{ $json.list.sort() }}', [1, 2, 3]],
    ['={{ $json.deep?.b?.[0].c ?? 0 }}', 5],
    ['={{ $json.missing?.b.c.d ?? "none" }}', 'none'],
    ['={{ [...$json.list, ...[9]].length }}', 4],
    ['={{ ({ ...$json.deep, x: 1 }).x }}', 1],
    ['={{ (({ a, ...[], b = 2 }) => 1) }}', undefined],
    ['={{ [{ a: 1, b: 2 }].map(({ a, b }) => a + b)[0] }}', 3],
    ['={{ [[1, 2]].map(([a, b = 5, c = a]) => a + b + c)[0] }}', 4],
    ['={{ `${$json.name}!` }}', 'Ada!'],
    ['={{ [...new Set([1, 1, 2])] }}', [1, 2]],
    ['={{ Object.entries($json.deep).length }}', 1],
    ['={{ typeof $nope }}', 'undefined'],
    ['={{ $now.toISO() }}', '2026-03-08T08:00:00.000-04:00'],
    ['={{ DateTime.fromISO("2026-01-01").zoneName }}', 'America/New_York'],
    ['={{ $env.SHOWN }}', 'yes'],
    ['={{ [...[1, 2].keys()] }}', [0, 1]],
  ])('%s', (text, value) => {
    const evaluation = read(text);
    if (value === undefined) expect(evaluation).not.toMatchObject({ kind: 'value' });
    else expect(evaluation).toEqual({ kind: 'value', value });
  });

  it('gives nothing for what is not there, and says what it refuses', () => {
    expect(read('={{ $json.missing }}')).toEqual({ kind: 'undefined' });
    expect(read('={{ $json.missing.more }}')).toEqual({ kind: 'undefined' });
    expect(read('={{ $json.name.toUpperCase }}')).toMatchObject({ kind: 'error', code: 'expression.function' });
    expect(read('={{ let x = 1 }}')).toMatchObject({ kind: 'error', code: 'expression.syntax' });
    expect(read('=a {{ $json.missing }} b {{ null }} c')).toEqual({ kind: 'value', value: 'a  b  c' });
  });

  it('never changes the data it reads', () => {
    const item = { json: { list: [3, 1, 2], deep: { x: 1 } } };
    const before = structuredClone(item);
    for (const text of [
      '={{ $json.list.sort().reverse() }}',
      '={{ Object.assign($json.deep, { y: 1 }) }}',
      '={{ $json.list.map(x => x) }}',
    ]) {
      engine.evaluateSync(text, scopeOf([item]));
    }
    expect(item).toEqual(before);
  });
});

describe('items of other nodes', () => {
  const run = (items: Item[], source: string | null): ScopeRun => ({
    outputs: [items],
    sources: [source ? { node: source, output: 0, run: 0 } : null],
  });
  const runs = {
    Start: [run([{ json: { id: 1 } }, { json: { id: 2 } }], null)],
    Before: [
      run(
        [{ json: {}, pairedItem: { item: 1 } }, { json: {}, pairedItem: [{ item: 0 }, { item: 1 }] }, { json: {} }],
        'Start',
      ),
    ],
  };
  const items = runs.Before[0]?.outputs[0] as Item[];

  it('are found back along the lineage', () => {
    expect(read('={{ $("Start").item.json.id }}', scopeOf(items, runs, 0))).toEqual({ kind: 'value', value: 2 });
    expect(read('={{ $("Start").all().length }}', scopeOf(items, runs))).toEqual({ kind: 'value', value: 2 });
  });

  it('are refused by name and with a way out when the lineage is lost or leads to several', () => {
    expect(read('={{ $("Start").item.json.id }}', scopeOf(items, runs, 1))).toMatchObject({
      kind: 'error',
      code: 'expression.lineage-ambiguous',
    });
    expect(read('={{ $("Start").item.json.id }}', scopeOf(items, runs, 2))).toMatchObject({
      kind: 'error',
      message: expect.stringContaining("$('Start').first()"),
    });
    expect(read('={{ $("Nowhere").first() }}', scopeOf(items, runs))).toMatchObject({
      kind: 'error',
      message: expect.stringContaining("no node 'Nowhere'"),
    });
  });
});

describe('hostile expressions', () => {
  const ESCAPES = [
    '={{ $json.constructor }}',
    '={{ $json["con" + "structor"] }}',
    '={{ "".constructor.constructor("return process")() }}',
    '={{ (() => {}).constructor("return 1")() }}',
    '={{ [].map.constructor("return 1")() }}',
    '={{ $json.__proto__ }}',
    '={{ $json[`__pro${"to__"}`] }}',
    '={{ Object.getPrototypeOf($json) }}',
    '={{ ({}).__defineGetter__ }}',
    '={{ $json?.["constructor"] }}',
    '={{ ({ constructor: c }) => c }}',
    '={{ ((x = $json.constructor) => x)() }}',
    '={{ DateTime.prototype }}',
    '={{ $now.constructor }}',
    '={{ Error.prepareStackTrace }}',
    '={{ this }}',
    '={{ globalThis }}',
    '={{ process.env }}',
    '={{ require("fs") }}',
    '={{ eval("1") }}',
    '={{ Function("return 1")() }}',
    '={{ import("fs") }}',
    '={{ $json.map`x` }}',
  ];
  it.each(ESCAPES)('%s gives no way out', (text) => {
    const evaluation = read(text);
    if (evaluation === 'needs-isolate') return;
    expect(evaluation.kind).not.toBe('value');
  });

  it.each([
    '={{ "a".repeat(1e9) }}',
    '={{ "a".padStart(1e9) }}',
    '={{ Array(1e9) }}',
    '={{ Array.from({ length: 1e9 }) }}',
    '={{ numberList(0, 1e12) }}',
    '={{ "ab".repeat(1e6).split("").map(x => "ab".repeat(1e6)) }}',
    '={{ [1,2,3,4,5,6,7,8].reduce(a => a + a, "x".repeat(1e6)) + "y".repeat(6e7) }}',
    '={{ ((f) => f(f))((f) => f(f)) }}',
    `={{ ${'['.repeat(5_000)}${']'.repeat(5_000)} }}`,
    `={{ ${'-'.repeat(50_000)}1 }}`,
    `={{ 1${'+1'.repeat(30_000)} }}`,
  ])('%s is stopped soon', (text) => {
    const started = performance.now();
    expect(read(text)).not.toMatchObject({ kind: 'value' });
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});

describe('the fast path and JavaScript itself', () => {
  const number = fc.oneof(fc.integer({ min: -50, max: 50 }), fc.double({ noNaN: true, min: -1e6, max: 1e6 }));
  const leaf = fc.oneof(
    number.map((n) => `(${n})`),
    fc.constantFrom(
      '"a"',
      '"Bc d"',
      '""',
      'true',
      'false',
      'null',
      '$json.n',
      '$json.s',
      '$json.list',
      '$json.o',
      '$json.missing',
      '$json.o.x',
      '[1, "b", null]',
      '({ x: 1, y: "z" })',
    ),
  );
  const { expression } = fc.letrec<{ expression: string }>((tie) => ({
    expression: fc.oneof(
      { maxDepth: 4 },
      leaf,
      fc
        .tuple(
          tie('expression'),
          fc.constantFrom('+', '-', '*', '/', '%', '===', '!==', '==', '<', '>=', '&&', '||'),
          tie('expression'),
        )
        .map(([a, o, b]) => `(${a} ${o} ${b})`),
      fc.tuple(tie('expression'), tie('expression'), tie('expression')).map(([a, b, c]) => `(${a} ? ${b} : ${c})`),
      fc.tuple(fc.constantFrom('!', '-', '+', 'typeof '), tie('expression')).map(([o, a]) => `(${o}${a})`),
      tie('expression').map((a) => `String(${a})`),
      tie('expression').map((a) => `[${a}].map((x, i) => [x, i])`),
      tie('expression').map((a) => `(${a})?.length`),
      fc.tuple(tie('expression'), tie('expression')).map(([a, b]) => `[${a}, ${b}].join("-")`),
      fc.tuple(tie('expression'), tie('expression')).map(([a, b]) => `({ p: ${a}, q: ${b} })`),
      tie('expression').map((a) => '`<${' + a + '}>`'),
      tie('expression').map((a) => `(${a} ?? "none")`),
      tie('expression').map((a) => `[3, 1, 2].concat(${a}).slice(1)`),
    ),
  }));

  it('agree on what generated expressions give', () => {
    fc.assert(
      fc.property(expression, (code) => {
        const scope = one({ n: 4, s: 'text', list: [1, 2, 3], o: { x: 'y' } });
        const text = `={{ ${code} }}`;
        const fast = engine.evaluateSync(text, scope);
        if (fast === 'needs-isolate') return;
        const native = evaluateInIsolate(text, snapshotScope(text, scope));
        const plain =
          fast.kind === 'value' ? { kind: 'value', value: JSON.parse(JSON.stringify(fast.value) ?? 'null') } : fast;
        expect(plain).toEqual(native);
      }),
      { numRuns: 1_000 },
    );
  });
});
