import { runNode } from '@orchestrator/node-sdk/test-kit';
import { expect, test } from 'vitest';
import { noOperation } from './no-operation.node.js';

test('items go on unchanged', async () => {
  const items = [{ json: { a: 1 }, pairedItem: { item: 4 } }];
  expect((await runNode(noOperation, { items })).outputs).toEqual([items]);
});
