import { jsonOf, runNode } from '@orchestrator/node-sdk/test-kit';
import { expect, test } from 'vitest';
import { errorTrigger } from './error-trigger.node.js';

test('tells of the failure that started it', async () => {
  const items = [{ execution: { id: '1' } }];
  expect(jsonOf(await runNode(errorTrigger, { items }))).toEqual(items);
});

test('gives an example when it is run by hand', async () => {
  expect(jsonOf(await runNode(errorTrigger))[0]).toMatchObject({
    execution: { id: expect.any(String), error: { message: expect.any(String) } },
    workflow: { name: expect.any(String) },
  });
});
