import { expect, it } from 'vitest';
import { listQuery } from './list-search.ts';

it('asks for what the words say, and for the rest as part of the name', () => {
  expect(listQuery('tag:"new orders" active:yes ware house')).toEqual({
    tag: 'new orders',
    active: true,
    search: 'ware house',
  });
});

it('takes no and leaves out what is neither yes nor no', () => {
  expect(listQuery('active:off')).toEqual({ active: false });
  expect(listQuery('active:maybe')).toEqual({});
  expect(listQuery('')).toEqual({});
});

it('takes words that it does not know as text', () => {
  expect(listQuery('http://x.y')).toEqual({ search: 'http://x.y' });
});
