import { validateHeaderValue } from 'node:http';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { headerValue } from './header-value.js';

it.each([
  ['Location', 'https://a.example/x?y=1#z', 'https://a.example/x?y=1#z'],
  ['Location', '/straße/日本?q=ü&e=%C3%A9', '/stra%C3%9Fe/%E6%97%A5%E6%9C%AC?q=%C3%BC&e=%C3%A9'],
  ['location', 'https://a.example/ä', 'https://a.example/%C3%A4'],
  ['location', 'https://müller.example/ä', 'https://xn--mller-kva.example/%C3%A4'],
  ['location', '/a b\t😀', '/a%20b%09%F0%9F%98%80'],
  ['location', '/half \ud83d', '/half%20%EF%BF%BD'],
  ['content-location', ' /ä ', '/%C3%A4'],
  ['X-Name', 'Zoë', 'Zoë'],
  ['X-Name', '', ''],
  ['Content-Disposition', 'attachment; filename="a.pdf"', 'attachment; filename="a.pdf"'],
  [
    'Content-Disposition',
    'attachment; filename="日本 (é).pdf"; size=3',
    'attachment; filename="_ (_).pdf"; filename*=UTF-8\'\'%E6%97%A5%E6%9C%AC%20%28%C3%A9%29.pdf; size=3',
  ],
  ['Content-Disposition', 'inline; filename=über.txt', 'inline; filename="_ber.txt"; filename*=UTF-8\'\'%C3%BCber.txt'],
  [
    'Content-Disposition',
    `attachment; filename="ü.txt"; filename*=UTF-8''%C3%BC.txt`,
    `attachment; filename="_.txt"; filename*=UTF-8''%C3%BC.txt`,
  ],
])('%s: %s is sent as %s', (name, value, sent) => {
  expect(headerValue(name, value)).toBe(sent);
});

it.each([
  ['x-name', '日本'],
  ['x-name', 'a\r\nb: c'],
  ['x-name', 'a\0'],
  ['location', '/a\r\nset-cookie: b'],
  ['location', 'https://日本\u0000.example/ä'],
  ['two words', 'a'],
  ['', 'a'],
  ['ü', 'a'],
  ['content-disposition', 'attachment; note="日本"'],
])('%s: %s can not be sent', (name, value) => {
  expect(headerValue(name, value)).toBeUndefined();
});

it('gives nothing that can not be sent', () => {
  const names = fc.constantFrom('location', 'content-disposition', 'x-a', 'content-location');
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'binary' }).map((s) => `a; filename="${s}`),
  );
  fc.assert(
    fc.property(names, texts, (name, value) => {
      const sent = headerValue(name, value);
      if (sent !== undefined) validateHeaderValue(name, sent);
    }),
    { numRuns: 2_000 },
  );
});
