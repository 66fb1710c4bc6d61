import { expect, it } from 'vitest';
import { mapScale, seenOnMap } from './minimap-drawing.ts';

const size = { width: 200, height: 120 };

it('fits the whole workflow into the map, in the middle', () => {
  const scale = mapScale({ x: -100, y: 50, width: 1840, height: 104 }, size);
  expect(scale.scale).toBeCloseTo(0.1);
  expect(-100 * scale.scale + scale.x).toBeCloseTo(8);
  expect((50 + 52) * scale.scale + scale.y).toBeCloseTo(60);
});

it('shows what is seen, and keeps it on the map when it lies beyond', () => {
  const scale = { scale: 0.1, x: 0, y: 0 };
  expect(seenOnMap({ x: 100, y: 100, width: 500, height: 300 }, scale, size)).toEqual({
    x: 10,
    y: 10,
    width: 50,
    height: 30,
  });
  expect(seenOnMap({ x: 9000, y: -9000, width: 500, height: 300 }, scale, size)).toEqual({
    x: 198,
    y: 0,
    width: 2,
    height: 2,
  });
  expect(seenOnMap({ x: -9000, y: -9000, width: 90_000, height: 90_000 }, scale, size)).toEqual({
    x: 0,
    y: 0,
    width: 200,
    height: 120,
  });
});
