import { expect, test } from 'vitest';
import { findMatches } from './find-matches.js';

const alike = (count: number, input: number) =>
  Array.from({ length: count }, (_, item) => ({ json: { k: 1 }, pairedItem: { item, input } }));
const how = { fields: [{ field1: 'k', field2: 'k' }], fuzzy: false, dotNotation: true };
const signal = new AbortController().signal;

test('more pairs than memory holds are refused before they are made', async () => {
  const from = performance.now();
  const found = findMatches(alike(10_000, 0), alike(10_000, 1), { ...how, multipleMatches: 'all' }, signal);
  await expect(found).rejects.toMatchObject({ code: 'match.tooMany' });
  expect(performance.now() - from).toBeLessThan(1_000);
});

test('lists of that length match where each item takes the first', async () => {
  const found = await findMatches(alike(10_000, 0), alike(10_000, 1), { ...how, multipleMatches: 'first' }, signal);
  expect(found.matched).toHaveLength(10_000);
  expect(found.matched2).toHaveLength(1);
});
