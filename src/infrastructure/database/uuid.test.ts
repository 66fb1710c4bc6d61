import { expect, it } from 'vitest';
import { isUuid, newId, timeOfId } from './uuid.js';

it('makes ids that are valid, unique and sorted', () => {
  const ids = [...Array(20_000)].map(() => newId());
  expect(ids.every(isUuid)).toBe(true);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toEqual([...ids].sort());
  expect(ids.every((id) => id[14] === '7' && '89ab'.includes(id[19] as string))).toBe(true);
});

it('tells the time of an id', () => {
  const later = Date.now() + 3_600_000;
  expect(timeOfId(newId(later))).toBe(later);
});
