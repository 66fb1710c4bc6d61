import { expect, it } from 'vitest';
import { isUuid, newId, timeOfId } from './uuid.js';

it('makes ids that are unique, sort in the order they were made, and say when', () => {
  const before = Date.now();
  const ids = Array.from({ length: 20_000 }, () => newId());
  expect(new Set(ids).size).toBe(ids.length);
  expect([...ids].sort()).toEqual(ids);
  expect(ids.every(isUuid)).toBe(true);
  expect(ids[0]).toMatch(/^.{14}7.{4}[89ab]/);
  expect(timeOfId(ids[0] as string)).toBeGreaterThanOrEqual(before);
  expect(timeOfId(ids[0] as string)).toBeLessThanOrEqual(Date.now());
});

it('does not go back when the clock does', () => {
  const late = newId(Date.now() + 1000);
  expect(newId() > late).toBe(true);
});
