import { describe, expect, it } from 'vitest';
import { createExpressionEngine } from '../engine.js';
import { scopeOf } from '../test-scope.js';

const engine = createExpressionEngine();
const json = { list: [3, 1, 2], name: 'Ada', n: 4 };
const read = (code: string) => engine.evaluateSync(`={{ ${code} }}`, scopeOf({ json }));
const value = (of: unknown) => ({ kind: 'value', value: of });

describe('functions with statements', () => {
  it.each([
    ['(() => { const a = 1; let b = a + 1; return a + b })()', 3],
    ['(() => { let s = 0; for (const n of $json.list) s += n; return s })()', 6],
    ['(() => { let s = ""; for (const c of $json.name) { if (c === "d") continue; s += c } return s })()', 'Aa'],
    ['(() => { for (const n of $json.list) { if (n < 3) return n } return 9 })()', 1],
    ['(() => { let i = 0; while (true) { if (i++ >= 5) break } return i })()', 6],
    ['(() => { let s = []; for (let i = 0; i < 3; i++) s = [...s, i]; return s })()', [0, 1, 2]],
    ['(() => { let f = []; for (let i = 0; i < 3; i++) f = [...f, () => i]; return f.map(g => g()) })()', [0, 1, 2]],
    ['(() => { let f = []; for (const n of $json.list) f = [...f, () => n]; return f.map(g => g()) })()', [3, 1, 2]],
    ['(() => { const a = 1; { const a = 2; } return a })()', 1],
    ['(() => { const { a, b = 2 } = { a: 1 }; const [c] = [3]; return a + b + c })()', 6],
    ['(() => { const f = (n) => n < 2 ? 1 : n * f(n - 1); return f(5) })()', 120],
    ['(() => { const f = () => later; const later = 7; return f() })()', 7],
    ['(() => { let a; if ($json.n > 3) a = "big"; else a = "small"; return a })()', 'big'],
    ['$json.list.map((n) => { const twice = n * 2; return twice })', [6, 2, 4]],
    ['(() => { })() ?? "nothing"', 'nothing'],
  ])('%s', (code, expected) => {
    expect(read(code)).toEqual(value(expected));
  });

  it('gives nothing for a name that is read before it is declared', () => {
    expect(read('(() => { const a = b; const b = 1; return a })()')).toEqual({ kind: 'undefined' });
    expect(read('((a) => { { const x = a; const a = 2; return x } })(1)')).toEqual({ kind: 'undefined' });
  });

  it.each([
    '$json.n = 5',
    '(() => { $json.n = 5; return 1 })()',
    '(() => { const a = 1; a = 2; return a })()',
    '(() => { unknown = 2 })()',
    '(() => { var a = 1; return a })()',
    '(() => { try { return 1 } catch { return 2 } })()',
    '(() => { const l = $json.list; l.push(1); return l })()',
    '(() => { let a = null; a ??= 1; return a })()',
    'async () => 1',
  ])('%s is left to the isolate, and changes no data', (code) => {
    expect(read(code)).toBe('needs-isolate');
    expect(json).toEqual({ list: [3, 1, 2], name: 'Ada', n: 4 });
  });

  it.each(['while (true) {}', 'for (;;) {}', 'let a = "x"; while (true) a += a', 'while (true) { const f = () => 1 }'])(
    '%s ends with the budget',
    (body) => {
      expect(read(`(() => { ${body} })()`)).toMatchObject({ kind: 'error' });
    },
  );
});
