import fc from 'fast-check';
import { expect, it } from 'vitest';
import { jsonSteps } from './document-text.js';

function made(value: unknown, indent: 0 | 2): { text: string; steps: number } {
  const steps = jsonSteps(value, indent);
  for (let count = 1; ; count++) {
    const step = steps.next();
    if (step.done) return { text: step.value, steps: count };
  }
}

it('gives what JSON.stringify gives, of any value', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom<0 | 2>(0, 2), (value, indent) => {
      expect(made(value, indent).text).toBe(JSON.stringify(value, null, indent));
    }),
  );
  const gaps = { a: undefined, list: [undefined, { b: undefined }], text: 'two\nlines', deep: [[[[{ c: [1, 2] }]]]] };
  for (const indent of [0, 2] as const) expect(made(gaps, indent).text).toBe(JSON.stringify(gaps, null, indent));
});

it('takes many steps for many nodes and pinned items', () => {
  const document = { nodes: Array(500).fill({ id: 'n', parameters: {} }), pins: { n: Array(500).fill({ json: {} }) } };
  expect(made(document, 2).steps).toBeGreaterThan(1_000);
});
