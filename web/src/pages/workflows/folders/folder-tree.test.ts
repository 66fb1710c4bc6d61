import { expect, it } from 'vitest';
import { nameOrder } from '../../../texts/name-order.ts';
import { childrenOf, pathOf, paths, placesFor } from './folder-tree.ts';

const shop = { id: 'shop', parentId: null, name: 'Shop' };
const orders = { id: 'orders', parentId: 'shop', name: 'Orders' };
const late = { id: 'late', parentId: 'orders', name: 'Late' };
const archive = { id: 'archive', parentId: null, name: 'Archive' };
const order = nameOrder('en');
const folders = [shop, orders, late, archive];

it('knows the way from the top, and what lies in a folder', () => {
  expect(pathOf(folders, 'late')).toEqual([shop, orders, late]);
  expect(pathOf(folders, 'gone')).toEqual([]);
  expect(childrenOf(folders, undefined, order)).toEqual([archive, shop]);
  expect(childrenOf(folders, 'shop', order)).toEqual([orders]);
  expect(paths(folders, order).map(({ label }) => label)).toEqual([
    'Archive',
    'Shop',
    'Shop / Orders',
    'Shop / Orders / Late',
  ]);
});

it('ends where folders lie in each other in a circle', () => {
  const circle = [
    { id: 'a', parentId: 'b', name: 'A' },
    { id: 'b', parentId: 'a', name: 'B' },
  ];
  expect(pathOf(circle, 'a')).toHaveLength(2);
});

it('never offers to put a folder into itself', () => {
  expect(placesFor(folders, 'shop')).toEqual([archive]);
  expect(placesFor(folders, 'late')).toEqual([shop, orders, archive]);
});
