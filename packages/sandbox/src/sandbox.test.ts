import { scopeFromSnapshot } from '@orchestrator/expression';
import { afterAll, describe, expect, it } from 'vitest';
import type { CodeJob } from './jobs.js';
import { Sandbox } from './sandbox.js';
import { snapshotOf } from './test-scope.js';

const sandbox = Sandbox.start({ processes: 1 });
afterAll(() => sandbox.close());

async function run(code: string, more: Partial<CodeJob> = {}) {
  return await sandbox.runCode({
    tenantId: 'a',
    code,
    mode: 'all',
    scope: snapshotOf({ n: 1 }, { n: 2 }),
    timeoutMs: 2_000,
    ...more,
  });
}
async function returned(code: string, more: Partial<CodeJob> = {}) {
  const first = (await run(code, more)).values[0];
  if (first === undefined || 'error' in first) throw new Error(first?.error.message);
  return first.value;
}

describe('a script', () => {
  it('returns what it returns, awaits included', async () => {
    expect(await returned('const x = await Promise.resolve(3); return [{ json: { x } }];')).toEqual([
      { json: { x: 3 } },
    ]);
  });

  it('sees its items and may change them', async () => {
    expect(await returned('for (const i of items) i.json.m = i.json.n * 2; return items.map(i => i.json);')).toEqual([
      { n: 1, m: 2 },
      { n: 2, m: 4 },
    ]);
  });

  it('keeps the lineage of items that it gives on', async () => {
    expect(await returned('return [items[1]];')).toEqual([{ json: { n: 2 }, pairedItem: { item: 1 } }]);
  });

  it('runs once for each item, and a fault of one stays its own', async () => {
    const { values } = await run('if (item.json.n > 1) throw new Error("n");\nreturn { json: { m: item.json.n } };', {
      mode: 'each',
    });
    expect(values).toEqual([{ value: { json: { m: 1 } } }, { error: { message: 'n', line: 1 } }]);
  });

  it('tells the line of a fault', async () => {
    const { values } = await run('const a = 1;\nnull.x;\nreturn a;');
    expect(values[0]).toMatchObject({ error: { line: 2 } });
  });

  it('tells what does not parse', async () => {
    const { values } = await run('const a = 1;\n\nreturn [;');
    expect(values[0]).toMatchObject({ error: { message: expect.stringContaining('Unexpected token'), line: 3 } });
  });

  it('may declare what is a global too', async () => {
    expect(await returned('const items = 5; const $json = 2; return { json: { v: items + $json } };')).toEqual({
      json: { v: 7 },
    });
  });

  it('gives dates as text and leaves out what JSON does not have', async () => {
    expect(await returned('return { d: new Date(0), f() {}, u: undefined };')).toEqual({
      d: '1970-01-01T00:00:00.000Z',
    });
    expect((await run('return undefined;')).values).toEqual([{ value: undefined }]);
  });

  it('says what is wrong with a value that refers to itself', async () => {
    const { values } = await run('const a = {}; a.a = a; return a;');
    expect(values[0]).toMatchObject({ error: { message: expect.stringContaining('circular') } });
  });

  it('never gives back a __proto__ key', async () => {
    const value = await returned('return JSON.parse(\'{"a":{"__proto__":{"x":1},"b":2}}\');');
    expect(JSON.stringify(value)).toBe('{"a":{"b":2}}');
  });

  it('has timers', async () => {
    expect(await returned('await new Promise(r => setTimeout(r, 20)); return { ok: true };')).toEqual({ ok: true });
    expect(
      await returned(
        'let n = 0; await new Promise(r => { const t = setInterval(() => { if (++n === 3) { clearInterval(t); r(); } }, 1); }); return { n };',
      ),
    ).toEqual({ n: 3 });
  });

  it('has what scripts take for granted', async () => {
    expect(
      await returned(`return {
        b: Buffer.from('hé').toString('base64'), d: new Buffer('aGk=', 'base64').toString(), a: atob(btoa('x')),
        u: new URL('/p?q=1', 'https://example.com').searchParams.get('q'), s: new URLSearchParams({ a: 'b c' }).toString(),
        t: new TextDecoder().decode(new TextEncoder().encode('ü')), c: structuredClone({ m: new Map([[1, 2]]) }).m.get(1),
        i: new Intl.NumberFormat('de-DE').format(1234.5),
      };`),
    ).toEqual({ b: 'aMOp', d: 'hi', a: 'x', u: '1', s: 'a=b+c', t: 'ü', c: 2, i: '1.234,5' });
  });

  it('says why the helpers are not there', async () => {
    for (const code of ['await this.helpers.httpRequest({ url: "x" });', 'return $helpers.httpRequest({});']) {
      expect((await run(code)).values[0]).toMatchObject({
        error: { message: expect.stringContaining("helpers.httpRequest can't be used"), line: 1 },
      });
    }
  });

  it('has random numbers of its own', async () => {
    const drawn = await Promise.all(Array.from({ length: 20 }, () => returned('return { r: Math.random() };')));
    expect(new Set(drawn.map((each) => JSON.stringify(each))).size).toBe(20);
  });

  it('says why a module is not there', async () => {
    expect((await run("require('crypto')")).values[0]).toMatchObject({
      error: { message: expect.stringContaining('"crypto" can\'t be loaded') },
    });
  });

  it('keeps what it logs, up to a bound', async () => {
    const { logs } = await run('console.log("a", { b: 1 }); console.warn(2); return [];');
    expect(logs).toEqual([
      { level: 'info', text: 'a {"b":1}' },
      { level: 'warn', text: '2' },
    ]);
    const { logs: each } = await run('console.info($json.n); return {};', { mode: 'each', itemIndexes: [1, 0] });
    expect(each).toEqual([
      { level: 'info', text: '2', item: 1 },
      { level: 'info', text: '1', item: 0 },
    ]);
    const flood = await run('for (let i = 0; i < 1e6; i++) console.log("x".repeat(1000)); return [];');
    expect(JSON.stringify(flood.logs).length).toBeLessThan(100_000);
    expect(flood.logs.at(-1)?.text).toBe('More output was left out.');
  });

  it('gives back the static data that it changed, and no other', async () => {
    const { staticData } = await run(
      'const g = $getWorkflowStaticData("global"); g.n = (g.n ?? 0) + 1; $getWorkflowStaticData("node"); return [];',
      { staticData: { global: { n: 4 }, node: { x: 1 } } },
    );
    expect(staticData).toEqual({ global: { n: 5 } });
  });
});

describe('what a script can reach', () => {
  const other = {
    parameters: { url: 'x' },
    parents: [],
    runs: [{ outputs: [[{ json: { k: 'a' } }, { json: { k: 'b' } }]], sources: [] }],
  };
  const items = [
    { json: { n: 1 }, pairedItem: { item: 1 } },
    { json: { n: 2 }, pairedItem: { item: 0 } },
  ];
  const turned = {
    parameters: {},
    parents: ['Before'],
    runs: [{ outputs: [items], sources: [{ node: 'Before', output: 0, run: 0 }] }],
  };
  const scope = {
    ...snapshotOf(),
    items,
    timezone: 'Europe/Berlin',
    source: { node: 'Turn', output: 0, run: 0 },
    nodes: { Before: other, Turn: turned, Code: { parameters: {}, parents: ['Turn'], runs: [] } },
  };

  it.each([
    ['$input.all().length', 2],
    ['$input.first().json.n + $input.last().json.n', 3],
    ["$('Before').all().map((i) => i.json.k)", ['a', 'b']],
    ["$('Before').first().json.k", 'a'],
    ["$('Before').itemMatching(0).json.k", 'b'],
    ["$('Before').isExecuted", true],
    ['$now.zoneName', 'Europe/Berlin'],
    ['DateTime.fromISO("2026-01-01T00:00").toISO()', '2026-01-01T00:00:00.000+01:00'],
    ['$jmespath([{ a: 1 }, { a: 2 }], "[].a")', [1, 2]],
    ['$execution.mode', 'test'],
    ['$workflow.name', 'Test'],
    ['typeof item', 'undefined'],
  ])('%s', async (code, value) => {
    expect(await returned(`return { v: ${code} };`, { scope })).toEqual({ v: value });
  });

  it.each([
    ['$json.n * 2', [2, 4]],
    ['$input.item.json.n', [1, 2]],
    ["$('Before').item.json.k", ['b', 'a']],
    ['$itemIndex', [0, 1]],
    ['typeof items', ['undefined', 'undefined']],
  ])('for each item: %s', async (code, each) => {
    const { values } = await run(`return { v: ${code} };`, { scope, mode: 'each' });
    expect(values).toEqual(each.map((v) => ({ value: { v } })));
  });

  it('writes custom data of the execution', async () => {
    const { customData } = await run(
      '$execution.customData.set("a", 1); $execution.customData.setAll({ b: "x" }); return [];',
    );
    expect(customData).toEqual({ a: '1', b: 'x' });
    const { values } = await run('for (let i = 0; i < 200; i++) $execution.customData.set("k" + i, "x");');
    expect(values[0]).toMatchObject({ error: { message: expect.stringContaining('at most') } });
  });
});

describe('an expression that falls back', () => {
  const evaluate = (text: string) => sandbox.forTenant('a').evaluate(text, scopeFromSnapshot(snapshotOf({ n: 21 })));

  it('is evaluated natively', async () => {
    expect(
      await evaluate('={{ (() => { let x = 0; for (let i = 0; i < 2; i++) x += $json.n; return x; })() }}'),
    ).toEqual({ kind: 'value', value: 42 });
    expect(await evaluate('={{ $json.no.such }}')).toEqual({ kind: 'undefined' });
  });

  it('is stopped when it takes too long, and says so', async () => {
    expect(await evaluate('={{ /(a+)+$/.test("a".repeat(40) + "b") }}')).toMatchObject({
      kind: 'error',
      code: 'sandbox.timeout',
    });
  });
});

describe('the older dialects', () => {
  it('gives a function item its JSON, and keeps its binary', async () => {
    const scope = snapshotOf({ n: 1 });
    const { values } = await run(
      'item.x = item.n + 1; setBinaryData({ f: { data: "", mimeType: "text/plain" } }); return item;',
      {
        mode: 'each',
        dialect: 'functionItem',
        scope,
      },
    );
    expect(values).toEqual([{ value: { json: { n: 1, x: 2 }, binary: { f: { data: '', mimeType: 'text/plain' } } } }]);
  });

  it('reads parameters and static data by their old names', async () => {
    const scope = { ...snapshotOf({}), node: { ...snapshotOf().node, parameters: { a: { b: 3 } } } };
    const code = 'return [getNodeParameter("a.b", 0), getNodeParameter("x", 0, 4), getWorkflowStaticData("node").s];';
    expect(await returned(code, { dialect: 'function', scope, staticData: { node: { s: 5 } } })).toEqual([3, 4, 5]);
    const missing = await run('getNodeParameter("x", 0)', { dialect: 'function' });
    expect(missing.values[0]).toMatchObject({ error: { message: expect.stringContaining('no parameter "x"') } });
  });

  it('gives a function its items', async () => {
    expect(await returned('items[0].json.x = 1; return [items[0]];', { dialect: 'function' })).toMatchObject([
      { json: { n: 1, x: 1 } },
    ]);
  });
});
