import { expect, it } from 'vitest';
import { queryOf, sameQuery, searchOf } from './list-search.ts';

it('a search comes back as it was', () => {
  const search = { q: 'status:error "a & b" grün', workflowId: 'w1' };
  expect(searchOf(queryOf(search))).toEqual(search);
  expect(queryOf({})).toBe('');
  expect(searchOf('')).toEqual({});
});

it('the same search is the same, in whatever order it is written', () => {
  expect(sameQuery('a=1&q=x%20y', 'q=x+y&a=1')).toBe(true);
  expect(sameQuery('q=x', 'q=x&folder=1')).toBe(false);
  expect(queryOf({ q: 'x', folder: '' })).toBe('q=x');
});
