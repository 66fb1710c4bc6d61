import { jsonOf, runNode } from '@orchestrator/node-sdk/test-kit';
import { expect, test } from 'vitest';
import { renameKeys } from './rename-keys.node.js';

const item = { first: 1, second: { third: 2 }, pre_a: 3, list: [{ pre_b: 4 }] };
const run = async (parameters: object) =>
  jsonOf(await runNode(renameKeys, { parameters: { ...parameters }, items: [item] }))[0];

test.each([
  [[{ from: 'first', to: 'uno' }], { second: { third: 2 }, pre_a: 3, list: [{ pre_b: 4 }], uno: 1 }],
  [[{ from: 'second.third', to: 'top' }], { first: 1, second: {}, pre_a: 3, list: [{ pre_b: 4 }], top: 2 }],
  [[{ from: 'first', to: 'a.b' }], { second: { third: 2 }, pre_a: 3, list: [{ pre_b: 4 }], a: { b: 1 } }],
  [
    [
      { from: 'missing', to: 'x' },
      { from: 'first', to: '' },
    ],
    item,
  ],
])('%j', async (keys, expected) => {
  expect(await run({ keys })).toEqual(expected);
});

test.each([
  [
    { pattern: '^pre_', replacement: 'post_' },
    { first: 1, second: { third: 2 }, post_a: 3, list: [{ post_b: 4 }] },
  ],
  [
    { pattern: '^pre_', replacement: '', depth: 0 },
    { first: 1, second: { third: 2 }, a: 3, list: [{ pre_b: 4 }] },
  ],
  [
    { pattern: 'IR', replacement: 'x', ignoreCase: true },
    { fxst: 1, second: { thxd: 2 }, pre_a: 3, list: [{ pre_b: 4 }] },
  ],
  [
    { pattern: '(pre)_(.)', replacement: '$2_$1' },
    { first: 1, second: { third: 2 }, a_pre: 3, list: [{ b_pre: 4 }] },
  ],
  [{ pattern: '', replacement: 'x' }, item],
])('%j', async (pattern, expected) => {
  expect(await run({ patterns: [pattern] })).toEqual(expected);
});

test('a name that leads out of plain data is refused, and a pattern that gives one changes nothing', async () => {
  await expect(run({ keys: [{ from: 'first', to: '__proto__.x' }] })).rejects.toThrow("can't be used");
  expect(await run({ patterns: [{ pattern: '^first$', replacement: '__proto__' }] })).toEqual(item);
  expect(({} as { x?: number }).x).toBeUndefined();
});
