import { expect, it } from 'vitest';
import { itemsFromText } from './items-from-text.ts';

it('reads one object or a list of them, and keeps the files of the items before', () => {
  const binary = { data: { mimeType: 'text/plain', data: 'YQ==' } };
  expect(itemsFromText('{"a":1}', [{ json: {}, binary }])).toEqual({ items: [{ json: { a: 1 }, binary }] });
  expect(itemsFromText('[{"a":1},{"b":2}]').items).toHaveLength(2);
});

it.each(['', '[1]', '"text"', '{"a":', '[null]'])('says what is wrong with %s', (text) => {
  expect(itemsFromText(text).items).toBeUndefined();
  expect(itemsFromText(text).fault).toEqual(expect.any(String));
});
