import { expect, it } from 'vitest';
import { GRID } from '../document/nodes.ts';
import { geometryOf } from './geometry.ts';

const main = { kind: 'main', max: 0, required: false } as const;
const some = (count: number) => Array.from({ length: count }, () => main);

it.each([
  [1, 1],
  [1, 2],
  [2, 1],
  [1, 3],
  [2, 3],
  [4, 1],
  [1, 7],
  [1, 16],
])('ports of %i inputs and %i outputs lie where the middle of a card on the grid can', (inputs, outputs) => {
  const { ports, height } = geometryOf({ inputs: some(inputs), outputs: some(outputs), subtitle: '' });
  for (const { y } of ports) {
    expect((y - 28) % GRID).toBeCloseTo(0);
    expect(y).toBeGreaterThan(8);
    expect(y).toBeLessThan(height - 8);
  }
});

it('very many ports stand closer, apart all the same', () => {
  const { ports, height } = geometryOf({ inputs: some(1), outputs: some(100), subtitle: '' });
  const ys = ports.filter(({ place }) => place === 'right').map(({ y }) => y);
  expect(new Set(ys).size).toBe(100);
  expect(Math.min(...ys)).toBeGreaterThan(0);
  expect(Math.max(...ys)).toBeLessThan(height);
});
