import type { WorkflowNode } from '@orchestrator/workflow';
import { expect, it } from 'vitest';
import { callPath } from './call-path.ts';

const hook = (path: string): WorkflowNode => ({
  id: 'n',
  name: 'Hook',
  type: 'webhookTrigger',
  version: 1,
  position: [0, 0],
  parameters: { path },
  webhookId: 'w1',
});

it.each([
  ['orders', 'orders'],
  ['/orders/', 'orders'],
  ['orders/:id', 'w1/orders/:id'],
  ['', 'w1'],
])('is called at %j: %s', (path, at) => expect(callPath(hook(path))).toBe(at));
