import { describe, expect, it } from 'vitest';
import { parseCode } from '../syntax/parse.js';
import { scopeOf } from '../test-scope.js';
import { evaluateInIsolate } from './evaluate.js';
import { rewriteMethodCalls } from './method-calls.js';
import { snapshotScope } from './snapshot.js';

const json = { text: 'hello world', list: [3, 1, 3], missing: null, deep: { when: '2026-03-08T12:00:00.000Z' } };
const read = (text: string, more = {}) => evaluateInIsolate(text, snapshotScope(text, scopeOf({ json }, more)));

describe("calls of the language's methods in native code", () => {
  it.each([
    ['$json.text.toTitleCase()', 'Hello World'],
    ['$json.text /* .toTitleCase( */ . /* ( */ toTitleCase /* ( */ ()', 'Hello World'],
    ['$json.missing?.toTitleCase()', undefined],
    ['$json.nothing?.deeper.toTitleCase().quote()', undefined],
    ['$json.text.toTitleCase().quote("*")', '*Hello World*'],
    ['$json.list.unique().append($json.list.first().round())', [3, 1, 3]],
    ['$json.list.map(n => n.isEven()).first()', false],
    ['`<${$json.text.toTitleCase()}> ${`${$json.list.last()}`}`', '<Hello World> 3'],
    ['"a.toTitleCase()"', 'a.toTitleCase()'],
    ['/* $json.text.toTitleCase() */ 1', 1],
    ['[$json.text][0].toTitleCase()', 'Hello World'],
    ['(() => { let s = 0; for (const n of $json.list.unique()) s += n; return s })()', 4],
    ['$json.list.filter(n => n > 1).map((n) => { return n.toInt() })', [3, 3]],
    ['$jmespath($json, "join(`-`, [text, text])")', 'hello world-hello world'],
    ['({ first: () => "own" }).first()', 'own'],
    ['$json.deep.when.format("yyyy")', '2026'],
    ['/(\\w+) (?=w)/.exec($json.text)[1]', 'hello'],
  ])('%s', (code, value) => {
    expect(read(`={{ ${code} }}`)).toEqual(value === undefined ? { kind: 'undefined' } : { kind: 'value', value });
  });

  it('leaves the rest of the code as it is', () => {
    const rewrite = (code: string) => rewriteMethodCalls(code, parseCode(code));
    expect(rewrite('a.slice(1).b')).toBe('a.slice(1).b');
    expect(rewrite('a.first()')).toBe('$$call(a, "first", [])');
    expect(rewrite('a?.first()')).toBe('$$call(a, "first", [], true)');
  });
});

describe('a result from the isolate', () => {
  it('is plain data', () => {
    expect(read('={{ new Date(0) }}')).toEqual({ kind: 'value', value: '1970-01-01T00:00:00.000Z' });
    expect(read('={{ [undefined, NaN, new Map()] }}')).toEqual({ kind: 'value', value: [null, null, {}] });
    expect(read('={{ 10n }}')).toEqual({ kind: 'undefined' });
    expect(read('=a {{ $json.text }} {{ null }}b')).toEqual({ kind: 'value', value: 'a hello world b' });
  });

  it('refuses what the fast path refuses', () => {
    expect(read('={{ $json.constructor }}')).toMatchObject({ kind: 'error', code: 'expression.refused' });
    expect(read('={{ let a }}')).toMatchObject({ kind: 'error', code: 'expression.syntax' });
    expect(read('={{ (() => 1) }}')).toMatchObject({ kind: 'error', code: 'expression.function' });
    expect(read('={{ typeof process + typeof require + typeof globalThis }}')).toEqual({
      kind: 'value',
      value: 'undefined'.repeat(3),
    });
  });
});

describe('a snapshot', () => {
  const run = { outputs: [[{ json: { secret: 1 }, pairedItem: { item: 0 } }]], sources: [null] };
  const more = {
    nodeByName: (name: string) => ({ name, parameters: {} }),
    runsOf: () => [run],
    source: { node: 'Between', output: 0, run: 0 },
  };

  it('holds only the nodes that the text names, and the way back to them without its data', () => {
    const taken = snapshotScope('={{ $("Named").first().json.secret }}', scopeOf({ json }, more));
    expect(Object.keys(taken.nodes).sort()).toEqual(['Between', 'Here', 'Named']);
    expect(taken.nodes.Named?.runs[0]?.outputs[0]?.[0]?.json).toEqual({ secret: 1 });
    expect(taken.nodes.Between?.runs[0]?.outputs[0]?.[0]?.json).toEqual({});
    expect(Object.keys(snapshotScope('={{ $json.a }}', scopeOf({ json }, more)).nodes)).toEqual(['Here']);
  });
});
