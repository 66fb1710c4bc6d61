import { expect, it } from 'vitest';
import { listQuery } from './list-search.ts';

it('asks for what the words say, and for the rest as part of the name', () => {
  expect(listQuery('tag:"new orders" active:yes ware house')).toEqual({
    tag: 'new orders',
    active: true,
    q: 'ware house',
  });
});

it('takes no and leaves out what is neither yes nor no', () => {
  expect(listQuery('active:off')).toEqual({ active: false });
  expect(listQuery('active:maybe')).toEqual({});
  expect(listQuery('')).toEqual({});
});

it('takes words that it does not know as text', () => {
  expect(listQuery('http://x.y')).toEqual({ q: 'http://x.y' });
});

it('asks for triggers, last runs and what lies in no folder, and leaves out what there is not', () => {
  expect(listQuery('trigger:webhook,Schedule trigger:mail status:error,never folder:none')).toEqual({
    trigger: 'webhook,schedule',
    status: 'error,never',
    folderId: 'none',
  });
  expect(listQuery('trigger:mail folder:shop')).toEqual({});
});
