import { jsonOf, runNode } from '@orchestrator/node-sdk/test-kit';
import { expect, test } from 'vitest';
import { subworkflowTrigger } from './subworkflow-trigger.node.js';

const items = [{ a: 1, b: 2 }, { b: 3 }];

test('whatever it is given goes on', async () => {
  expect(jsonOf(await runNode(subworkflowTrigger, { items }))).toEqual(items);
});

test('with named inputs the others are left out and missing ones are null', async () => {
  const parameters = { accepts: 'fields', fields: [{ name: 'a', type: 'number' }, { name: '__proto__' }] };
  expect(jsonOf(await runNode(subworkflowTrigger, { parameters, items }))).toEqual([{ a: 1 }, { a: null }]);
});
