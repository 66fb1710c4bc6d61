import { expect, it } from 'vitest';
import { sortAddress, sortIn } from './list-sort.ts';

it('keeps every order in the address, and the usual one out of it', () => {
  for (const by of ['updatedAt', 'name', 'lastRun', 'createdAt'] as const) {
    for (const order of ['asc', 'desc'] as const) expect(sortIn(sortAddress({ by, order }))).toEqual({ by, order });
  }
  expect(sortAddress({ by: 'updatedAt', order: 'desc' })).toBeUndefined();
  expect(sortAddress({ by: 'name', order: 'asc' })).toBe('name');
});

it('takes the usual order where the address names none that there is', () => {
  for (const wrong of [undefined, '', 'size', '--name', 3]) expect(sortIn(wrong).by).toBe('updatedAt');
});
