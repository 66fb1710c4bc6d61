import { expect, it } from 'vitest';
import { headState, switched } from './row-selection.ts';

const ids = ['a', 'b', 'c', 'd'];

it('switches one row, or takes all from the last one on', () => {
  expect([...switched(ids, new Set(), 'b')]).toEqual(['b']);
  expect([...switched(ids, new Set(['b']), 'b')]).toEqual([]);
  expect([...switched(ids, new Set(['d']), 'b', 'd')].sort()).toEqual(['b', 'c', 'd']);
  expect([...switched(ids, new Set(), 'b', 'gone')]).toEqual(['b']);
});

it('says in the head whether all, some or none are selected', () => {
  expect([headState(ids, new Set()), headState(ids, new Set(['a'])), headState(ids, new Set(ids))]).toEqual([
    false,
    'indeterminate',
    true,
  ]);
  expect(headState([], new Set())).toBe(false);
});
