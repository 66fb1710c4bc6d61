import { portsOf } from '@orchestrator/node-sdk';
import { jsonOf, runNode } from '@orchestrator/node-sdk/test-kit';
import type { JsonObject } from '@orchestrator/workflow';
import { describe, expect, test } from 'vitest';
import { switchNode } from './switch.node.js';

const more = (right: number, rest: JsonObject = {}): JsonObject => ({
  conditions: {
    combinator: 'and',
    conditions: [{ left: '=n', right, operator: { type: 'number', operation: 'gt' } }],
  },
  ...rest,
});
const items = [{ n: 0 }, { n: 2 }, { n: 5 }];
const send = async (parameters: JsonObject) => {
  const result = await runNode(switchNode, {
    parameters,
    items,
    expression: (_, scope) => scope.items[scope.itemIndex]?.json.n,
  });
  return result.outputs.map((_, output) => jsonOf(result, output).map(({ n }) => n));
};

describe('rules', () => {
  const rules = [more(3), more(1)];
  test('an item takes the output of the first rule that it meets; without one it is dropped', async () => {
    expect(await send({ rules })).toEqual([[5], [2]]);
  });
  test('or those of all rules that it meets', async () => {
    expect(await send({ rules, allMatching: true })).toEqual([[5], [2, 5]]);
  });
  test('what meets none takes an output of its own, or one of the others', async () => {
    expect(await send({ rules, fallback: 'extra' })).toEqual([[5], [2], [0]]);
    expect(await send({ rules, fallback: 'output', fallbackOutput: 1 })).toEqual([[5], [0, 2]]);
  });
  test('a rule may name its output among a given number', async () => {
    expect(await send({ rules: [more(3, { output: 2 })], outputs: 3 })).toEqual([[], [], [5]]);
  });
  test('an output that does not exist is a fault', async () => {
    await expect(send({ rules, fallback: 'output', fallbackOutput: 7 })).rejects.toMatchObject({
      code: 'switch.output',
    });
  });
});

describe('an expression', () => {
  test('gives the number of the output', async () => {
    expect(await send({ mode: 'expression', outputs: 6, output: '=n' })).toEqual([[0], [], [2], [], [], [5]]);
  });
  test('that names no output is a fault', async () => {
    await expect(send({ mode: 'expression', outputs: 3, output: '=n' })).rejects.toMatchObject({ itemIndex: 2 });
  });
});

test('outputs are named by the rules', () => {
  const names = (raw: JsonObject) => portsOf(switchNode, raw).outputs.map(({ name }) => name);
  expect(names({ rules: [more(1, { name: 'big' }), more(0)], fallback: 'extra' })).toEqual(['big', '1', 'fallback']);
  expect(names({ mode: 'expression', outputs: 2 })).toEqual(['0', '1']);
  expect(names({ mode: 'expression', outputs: 1e9 })).toHaveLength(100);
});
