import { expect, it } from 'vitest';
import { arrivalsOf, broughtIn, type ListPage, updatedBy } from './arrivals.ts';

/** A page of executions with one-letter ids, in the state that follows: `d:running`. */
const page = (fetchedAt: number, ids: string, nextCursor: string | null = null): ListPage => ({
  items: ids
    .split(' ')
    .filter(Boolean)
    .map((each) => {
      const [id, status = 'success'] = each.split(':');
      return { id, status } as ListPage['items'][number];
    }),
  nextCursor,
  fetchedAt,
});
const told = (pages: readonly ListPage[]) => pages.map(({ items }) => items.map(({ id, status }) => `${id}:${status}`));

it('counts what is newer than all that is shown', () => {
  const shown = [page(1, 'd c', 'more'), page(1, 'b a')];
  expect(arrivalsOf(shown, page(2, 'f e d', 'more'))).toEqual({ count: 2, isMore: false });
  expect(arrivalsOf(shown, page(2, 'd c', 'more'))).toBeUndefined();
  expect(arrivalsOf(shown, page(2, 'h g f', 'more'))).toEqual({ count: 3, isMore: true });
  expect(arrivalsOf([page(1, '')], page(2, 'a'))).toEqual({ count: 1, isMore: false });
});

it('keeps the rows in their places, in the state that they are in now', () => {
  const shown = [page(1, 'd:running c:running', 'more'), page(1, 'b:running a')];
  expect(told(updatedBy(shown, page(2, 'f e d c:error', 'more')))).toEqual([
    ['d:success', 'c:error'],
    ['b:running', 'a:success'],
  ]);
});

it('drops what is gone, and nothing that lies behind the head', () => {
  const shown = [page(1, 'd c b', 'more'), page(1, 'a')];
  expect(told(updatedBy(shown, page(2, 'd b', 'more')))).toEqual([['d:success', 'b:success'], ['a:success']]);
  expect(told(updatedBy(shown, page(2, 'd')))).toEqual([['d:success'], []]);
  expect(told(updatedBy(shown, page(2, 'z y x', 'more')))).toEqual(told(shown));
});

it('brings in what is new, over the rows that are there', () => {
  const shown = [page(1, 'd c', 'more'), page(1, 'b a')];
  const next = broughtIn(shown, page(2, 'f e d:error', 'further'));
  expect(told(next)).toEqual([
    ['f:success', 'e:success', 'd:error', 'c:success'],
    ['b:success', 'a:success'],
  ]);
  expect(next[0]?.nextCursor).toBe('more');
  expect(arrivalsOf(next, page(2, 'f e d:error', 'further'))).toBeUndefined();
});

it('begins anew where it does not know what lies between', () => {
  const head = page(2, 'z y x', 'further');
  expect(broughtIn([page(1, 'd c', 'more'), page(1, 'b a')], head)).toEqual([head]);
});

it('takes no word of a head that is older than the rows', () => {
  const shown = [page(5, 'd c')];
  const old = page(4, 'c b');
  expect(arrivalsOf(shown, old)).toBeUndefined();
  expect(updatedBy(shown, old)).toBe(shown);
  expect(broughtIn(shown, old)).toBe(shown);
});
