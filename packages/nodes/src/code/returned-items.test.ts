import { describe, expect, it } from 'vitest';
import { functionItemsReturned, itemReturned, itemsReturned } from './returned-items.js';

describe('what a script returns for all items', () => {
  it.each([
    ['items', [{ json: { a: 1 } }], [{ json: { a: 1 } }]],
    ['plain objects', [{ a: 1 }, {}], [{ json: { a: 1 } }, { json: {} }]],
    ['one object', { a: 1 }, [{ json: { a: 1 } }]],
    ['one item', { json: { a: 1 }, pairedItem: 2 }, [{ json: { a: 1 }, pairedItem: { item: 2 } }]],
    ['nothing', null, []],
    ['an empty list', [], []],
  ])('%s', (_, value, items) => {
    expect(itemsReturned(value)).toEqual(items);
  });

  it.each([
    ['a number', 5, /doesn't return items/],
    ['no return', undefined, /doesn't return items/],
    ['a list of texts', ['a'], /a string at position 0/],
    ['a key beside json', [{ json: {}, extra: 1 }], /unknown key "extra"/],
    ['json that is a text', [{ json: 'a' }], /"json" of the item at position 0/],
  ])('refuses %s', (_, value, message) => {
    expect(() => itemsReturned(value)).toThrow(message);
  });
});

describe('what a script returns for one item', () => {
  it('is wrapped, and tied to its input item', () => {
    expect(itemReturned({ a: 1 }, 3)).toEqual({ json: { a: 1 }, pairedItem: { item: 3 } });
    expect(itemReturned(null, 3)).toBeUndefined();
  });
  it('is one object', () => {
    expect(() => itemReturned([{}], 0)).toThrow(/returns a list/);
    expect(() => itemReturned(5, 0)).toThrow(/a number/);
  });
});

it('a Function script returns nothing but items', () => {
  expect(functionItemsReturned([{ json: { a: 1 } }])).toEqual([{ json: { a: 1 } }]);
  expect(() => functionItemsReturned(undefined)).toThrow(/returned nothing/);
  expect(() => functionItemsReturned([{ a: 1 }])).toThrow(/has no "json"/);
});
