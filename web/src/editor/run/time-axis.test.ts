import { expect, it } from 'vitest';
import type { Step } from './run-events.ts';
import { timeAxis, waitsOf } from './time-axis.ts';

const step = (index: number, node: string, startedAt: number, finishedAt?: number): Step =>
  ({ index, node, run: 0, status: 'success', startedAt, finishedAt, attempts: 1, itemCounts: [], sources: [] }) as Step;

it('a wait begins when the step before it has ended', () => {
  const steps = [
    step(0, 'Start', 0, 10),
    step(1, 'Wait', 5_000, 5_000),
    step(2, 'Edit', 5_000, 5_004),
    step(3, 'Wait', 9_000),
  ];
  expect([...waitsOf(steps, (node) => node === 'Wait', 12_000)]).toEqual([
    [1, { from: 10, to: 5_000 }],
    [3, { from: 5_004, to: 12_000 }],
  ]);
  expect(waitsOf([step(0, 'Wait', 3, 4)], () => true, 9).get(0)).toEqual({ from: 3, to: 4 });
});

it('waits are short however long they were, and the rest keeps its proportions', () => {
  const at = timeAxis(0, 1_000_100, [{ from: 50, to: 1_000_050 }]);
  expect(at(0)).toBe(0);
  expect(at(25)).toBeCloseTo(23);
  expect(at(50)).toBeCloseTo(46);
  expect(at(1_000_050)).toBeCloseTo(54);
  expect(at(1_000_100)).toBeCloseTo(100);
});

it('many waits leave room for the work, and none leaves all', () => {
  const waits = Array.from({ length: 30 }, (_, index) => ({ from: index * 10, to: index * 10 + 9 }));
  const at = timeAxis(0, 300, waits);
  expect(at(300)).toBeCloseTo(100);
  expect(at(10) - at(9)).toBeCloseTo(2);
  expect(timeAxis(0, 10, [])(5)).toBe(50);
  expect(timeAxis(5, 5, [{ from: 5, to: 5 }])(5)).toBe(0);
});
