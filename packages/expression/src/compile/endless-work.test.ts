import { describe, expect, it } from 'vitest';
import { createExpressionEngine } from '../engine.js';
import { ExpressionFault } from '../fault.js';
import { scopeOf } from '../test-scope.js';
import { Run } from './run.js';

const engine = createExpressionEngine();
const scope = scopeOf(
  {
    json: {
      list: Array.from({ length: 20_000 }, (_, i) => i),
      text: 'a'.repeat(1_000_000),
      blanks: ' '.repeat(1_000_000),
      colliding: Array.from({ length: 20_000 }, (_, i) => i * 2 ** 18),
      marks: '\u0315\u0300'.repeat(50_000),
    },
  },
  { now: () => 0 },
);
/** The budget of one evaluation is not switched off by what is no number. */
const NO_NUMBER = '"".repeat(NaN) + ';

/** A list of two that holds the same part 2^40 times. */
const DOUBLED = '[...Array(40)].reduce(a => [a, a], [1])';
/** Wall time that no evaluation may take: ten times the budget, for machines that are busy. */
const PATIENCE_MS = 2_000;

describe('work without end', () => {
  it.each([
    DOUBLED,
    `${DOUBLED}.flat(Infinity)`,
    `${DOUBLED} == 1`,
    `"x" + ${DOUBLED}`,
    `JSON.stringify(${DOUBLED})`,
    `[${DOUBLED}, ${DOUBLED}].unique()`,
    '[...Array(40)].reduce(a => ({ x: a, y: a }), {}).compact()',
    '$json.list.map(() => $json.list.indexOf(-1)).length',
    '$json.list.map(() => $json.list.includes(-1)).length',
    '$json.list.map(() => $json.list.max()).length',
    '$json.list.map(() => Math.max(...$json.list)).length',
    '$json.list.map(() => $json.text.indexOf("b" + "a".repeat(1000))).length',
    '$json.list.map(() => $json.text.split("b" + "a".repeat(1000))).length',
    '$json.list.map(() => $json.blanks.trim()).length',
    '$json.list.flatMap(() => $json.list)',
    `${NO_NUMBER}[...Array(9)].map(() => "a".repeat(2e7)).join("")`,
    '[...Array(9)].map((_, i) => $json.text.slice(i)).map(x => $json.list.map(y => x === $json.text.slice(1))).length',
    'new Set($json.colliding).size + $json.colliding.unique().length + $json.text.normalize("NFKD").length + $json.marks.normalize("NFD").length',
  ])('%s ends with an error', (code) => {
    const began = performance.now();
    expect(engine.evaluateSync(`={{ ${code} }}`, scope)).toMatchObject({ kind: 'error' });
    expect(performance.now() - began).toBeLessThan(PATIENCE_MS);
  });

  it('follows no item back that was made of very many', () => {
    const many = Array.from({ length: 30_000 }, (_, item) => ({ item }));
    const items = Array.from({ length: 500 }, () => ({ json: {}, pairedItem: many }));
    const source = { node: 'A', output: 0, run: 0 };
    const runs = [{ outputs: [items], sources: [source] }];
    const lineage = scopeOf(
      { json: {} },
      { source, nodeByName: (name) => ({ name, parameters: {} }), runsOf: () => runs },
    );
    for (const pairedItem of [many, many.slice(0, 15_000), many.slice(0, 400)]) {
      for (const item of items) item.pairedItem = pairedItem;
      const before = process.threadCpuUsage();
      expect(engine.evaluateSync('={{ $("Far").item.json.a }}', lineage)).toMatchObject({
        code: 'expression.lineage-missing',
      });
      const { user, system } = process.threadCpuUsage(before);
      expect((user + system) / 1_000).toBeLessThan(400);
    }
  });

  it('looks at the clock however steps and bytes alternate', () => {
    const run = new Run(scope, { steps: Number.POSITIVE_INFINITY, bytes: Number.POSITIVE_INFINITY, milliseconds: 20 });
    expect(() => {
      for (let i = 0; i < 50_000_000; i++) {
        run.step();
        run.charge(300);
      }
    }).toThrow(ExpressionFault);
  });

  it('lets searches in long texts and lists through', () => {
    const code = '$json.text.includes("b") || $json.list.indexOf(19999) + $json.text.split("a").length';
    // A machine that does other things as well needs more of the clock for the same work.
    const patient = createExpressionEngine({ limits: { milliseconds: PATIENCE_MS } });
    expect(patient.evaluateSync(`={{ ${code} }}`, scope)).toEqual({ kind: 'value', value: 1_020_000 });
  });
});
