import { expect, test } from 'vitest';
import { findMatches } from './find-matches.js';

const alike = (count: number, input: number) =>
  Array.from({ length: count }, (_, item) => ({ json: { k: 1 }, pairedItem: { item, input } }));
const how = { fields: [{ field1: 'k', field2: 'k' }], fuzzy: false, dotNotation: true };
const find = (more: Partial<Parameters<typeof findMatches>[2]>, count = 10_000) => {
  const steps = findMatches(alike(count, 0), alike(count, 1), { ...how, multipleMatches: 'first', ...more });
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
};

test('more pairs than memory holds are refused before they are made', () => {
  const from = performance.now();
  expect(() => find({ multipleMatches: 'all' })).toThrow(expect.objectContaining({ code: 'match.tooMany' }));
  expect(performance.now() - from).toBeLessThan(1_000);
});

test('more comparisons than a minute has time for are refused before they begin', () => {
  expect(() => find({ fuzzy: true }, 10_001)).toThrow(/comparisons/);
});

test('lists of that length match where each item takes the first', () => {
  const found = find({});
  expect(found.matched).toHaveLength(10_000);
  expect(found.matched2).toHaveLength(1);
});
