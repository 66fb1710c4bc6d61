import { jsonOf, type NodeTest, runNode } from '@orchestrator/node-sdk/test-kit';
import { expect, test } from 'vitest';
import { ifNode } from './if.node.js';

const parameters = {
  conditions: {
    combinator: 'and',
    conditions: [{ left: '=n', right: 2, operator: { type: 'number', operation: 'gte' } }],
  },
};
const expression: NodeTest['expression'] = (_, { items, itemIndex }) => items[itemIndex]?.json.n;

test('items take the first output when they meet the conditions, else the second', async () => {
  const result = await runNode(ifNode, { parameters, expression, items: [{ n: 1 }, { n: 2 }, { n: 3 }] });
  expect(jsonOf(result, 0)).toEqual([{ n: 2 }, { n: 3 }]);
  expect(jsonOf(result, 1)).toEqual([{ n: 1 }]);
  expect(result.outputs[0]?.map((item) => item.pairedItem)).toEqual([{ item: 1 }, { item: 2 }]);
});

test('an item that can not be judged ends the run, or has not met the conditions', async () => {
  const given = { parameters, expression, items: [{ n: 'x' }, { n: 9 }] };
  await expect(runNode(ifNode, given)).rejects.toMatchObject({ itemIndex: 0 });
  const result = await runNode(ifNode, { ...given, continueOnFail: true });
  expect([jsonOf(result, 0), jsonOf(result, 1)]).toEqual([[{ n: 9 }], [{ n: 'x' }]]);
});
