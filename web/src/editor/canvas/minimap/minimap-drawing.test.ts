import { expect, it } from 'vitest';
import { type Dot, drawMap, mapScale, seenOnMap } from './minimap-drawing.ts';

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

it('marks nodes with pinned data, and those that failed, by shapes of their own', () => {
  const drawn = (more: Partial<Dot>) => {
    const calls: string[] = [];
    const context = new Proxy({} as Record<string, unknown>, {
      get:
        (_, name) =>
        (...args: unknown[]) =>
          calls.push(`${String(name)} ${args.length}`),
      set: () => true,
    });
    const dot: Dot = { x: 0, y: 0, width: 184, height: 56, token: 'data', failed: false, pinned: false, ...more };
    const place = { scale: 0.1, x: 0, y: 0 };
    drawMap(context as never, { groups: [], dots: [dot] }, place, { ...size, ratio: 1 }, (token) => token);
    return calls;
  };
  const [plain, pinned, failed] = [drawn({}), drawn({ pinned: true }), drawn({ failed: true })];
  expect(plain.some((call) => call.startsWith('arc'))).toBe(false);
  expect(pinned.filter((call) => call.startsWith('arc'))).toHaveLength(1);
  expect(pinned).not.toEqual(failed);
});
