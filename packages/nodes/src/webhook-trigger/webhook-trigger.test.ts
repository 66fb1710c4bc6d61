import { portsOf } from '@orchestrator/node-sdk';
import { jsonOf, runNode } from '@orchestrator/node-sdk/test-kit';
import { expect, test } from 'vitest';
import { webhookTrigger } from './webhook-trigger.node.js';

test('the call goes on as it came', async () => {
  const items = [{ body: { a: 1 }, query: {} }];
  expect(jsonOf(await runNode(webhookTrigger, { parameters: { methods: ['POST'] }, items }))).toEqual(items);
});

test('with several methods each has an output, and the call takes its own', async () => {
  const parameters = { methods: ['GET', 'PUT'] };
  expect(portsOf(webhookTrigger, parameters).outputs.map(({ name }) => name)).toEqual(['GET', 'PUT']);
  const result = await runNode(webhookTrigger, { parameters, items: [{ body: {}, method: 'PUT' }] });
  expect([jsonOf(result, 0), jsonOf(result, 1)]).toEqual([[], [{ body: {} }]]);
});

test('the canvas shows what is called', () => {
  expect(webhookTrigger.subtitle?.({ methods: ['POST'], path: 'orders' }, String)).toBe('POST /orders');
  expect(webhookTrigger.subtitle?.({}, String)).toBe('GET');
});
