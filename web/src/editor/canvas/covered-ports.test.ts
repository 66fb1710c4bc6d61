import type { WorkflowNode } from '@orchestrator/workflow';
import { expect, it } from 'vitest';
import { coveredPorts } from './covered-ports.ts';
import { geometryOf, type Port } from './geometry.ts';

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

it('are found wherever the other node lies, as they are by looking at all of them', () => {
  const found: string[] = [];
  const expected: string[] = [];
  for (let x = -600; x <= 600; x += 40) {
    for (let y = -200; y <= 200; y += 20) {
      const nodes = [node('a', x, y), node('b', 48, 16)];
      found.push(coveredPorts(nodes, 'a', ports));
      const isUnder = (port: Port) => {
        const left = x + port.x + 12;
        const right = left + 20 + (port.name ? port.name.length * 6 + 6 : 0);
        const top = y + port.y - 10;
        return port.place === 'right' && 48 < right && left < 48 + 184 && 16 < top + 20 && top < 16 + 56;
      };
      expected.push(
        ports
          .filter(isUnder)
          .map(({ id }) => `${id} `)
          .join(''),
      );
    }
  }
  expect(found).toEqual(expected);
  expect(new Set(found).size).toBeGreaterThan(2);
});
