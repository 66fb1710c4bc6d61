import { jsonOf, runNode } from '@orchestrator/node-sdk/test-kit';
import { expect, test } from 'vitest';
import { limit } from './limit.node.js';

const items = [{ n: 1 }, { n: 2 }, { n: 3 }];
test.each([
  [{ maxItems: 2 }, [1, 2]],
  [{ maxItems: 2, keep: 'last' }, [2, 3]],
  [{}, [1]],
  [{ maxItems: 10, keep: 'last' }, [1, 2, 3]],
  [{ maxItems: 0, keep: 'last' }, []],
])('%j keeps %j', async (parameters, kept) => {
  const result = await runNode(limit, { parameters, items });
  expect(jsonOf(result).map((json) => json.n)).toEqual(kept);
});

test('kept items know where they came from', async () => {
  const result = await runNode(limit, { parameters: { keep: 'last' }, items });
  expect(result.outputs[0]?.[0]?.pairedItem).toEqual({ item: 2 });
});
