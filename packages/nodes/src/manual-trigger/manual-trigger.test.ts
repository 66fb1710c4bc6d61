import { kindOf, portsOf } from '@orchestrator/node-sdk';
import { jsonOf, runNode } from '@orchestrator/node-sdk/test-kit';
import { expect, test } from 'vitest';
import { manualTrigger } from './manual-trigger.node.js';

test('is where a run by hand begins, with what it is given', async () => {
  expect(kindOf(manualTrigger)).toBe('trigger');
  expect(portsOf(manualTrigger, {}).inputs).toEqual([]);
  expect(jsonOf(await runNode(manualTrigger))).toEqual([{}]);
});
