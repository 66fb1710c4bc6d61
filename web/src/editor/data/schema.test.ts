import { expect, it } from 'vitest';
import { columnsOf, itemHas, schemaOf } from './schema.ts';

it('puts the fields of all items together, with the first value that is something', () => {
  const fields = schemaOf([{ json: { id: null, items: [{ qty: 2 }] } }, { json: { id: 7, buyer: { name: 'Ada' } } }]);
  expect(fields.map(({ name, type, example }) => [name, type, example])).toEqual([
    ['id', 'number', 7],
    ['items', 'list', [{ qty: 2 }]],
    ['buyer', 'object', { name: 'Ada' }],
  ]);
  expect(fields[1]?.fields[0]?.path).toEqual(['items', 0, 'qty']);
  expect(fields[2]?.fields[0]?.path).toEqual(['buyer', 'name']);
});

it('ends where values go deeper than anybody looks', () => {
  let value: Record<string, unknown> = {};
  for (let depth = 0; depth < 50; depth++) value = { inner: value };
  expect(JSON.stringify(schemaOf([{ json: value as never }])).length).toBeLessThan(20_000);
});

it('bounds the columns', () => {
  const wide = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`f${index}`, index]));
  expect(columnsOf([{ json: wide }])).toHaveLength(60);
  expect(columnsOf([{ json: { a: 1 } }, { json: { b: 1, a: 2 } }])).toEqual(['a', 'b']);
});

it('finds text in items, whatever its capitals', () => {
  expect(itemHas({ json: { name: 'Desk Lamp' } }, 'desk l')).toBe(true);
  expect(itemHas({ json: { name: 'Desk' } }, 'chair')).toBe(false);
});
