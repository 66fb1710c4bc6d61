import type { WorkflowNode } from '@orchestrator/workflow';
import { expect, it } from 'vitest';
import { coveredPorts } from './covered-ports.ts';
import { geometryOf } from './geometry.ts';

const main = { kind: 'main', max: 0, required: false } as const;
const node = (id: string, x: number, y: number) => ({ id, position: [x, y] }) as unknown as WorkflowNode;
const { ports } = geometryOf({ inputs: [main], outputs: [main, { ...main, name: 'false' }], subtitle: '' });

it('are those before which another node begins', () => {
  expect(coveredPorts([node('a', 0, 0), node('b', 320, 0)], 'a', ports)).toBe('');
  expect(coveredPorts([node('a', 0, 0), node('b', 200, -48)], 'a', ports)).toBe('out-main-0 ');
  expect(coveredPorts([node('a', 0, 0), node('b', 208, 0)], 'a', ports)).toBe('out-main-0 out-main-1 ');
  // A name makes it longer.
  expect(coveredPorts([node('a', 0, 0), node('b', 240, 0)], 'a', ports)).toBe('out-main-1 ');
});

it('are none of a node that is not there', () => expect(coveredPorts([], 'a', ports)).toBe(''));
