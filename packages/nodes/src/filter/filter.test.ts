import { jsonOf, runNode } from '@orchestrator/node-sdk/test-kit';
import { expect, test } from 'vitest';
import { filter } from './filter.node.js';

test('items that meet the conditions are kept, files and all; the others are at hand on a second output', async () => {
  const binary = { data: { mimeType: 'text/plain', data: '' } };
  const result = await runNode(filter, {
    parameters: {
      conditions: {
        combinator: 'and',
        conditions: [{ left: '=s', right: 'a', operator: { type: 'string', operation: 'equals' } }],
      },
    },
    expression: (_, { items, itemIndex }) => items[itemIndex]?.json.s,
    items: [{ json: { s: 'b' } }, { json: { s: 'a' }, binary }],
  });
  expect(result.outputs[0]).toEqual([{ json: { s: 'a' }, binary, pairedItem: { item: 1 } }]);
  expect(jsonOf(result, 1)).toEqual([{ s: 'b' }]);
});
