import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdKey, normalSegments } from './normal-path.js';
import { byPrecision, hasParameters, matchPath, shapeOf } from './path-pattern.js';

describe('paths of webhooks', () => {
  it('match segment by segment', () => {
    expect(matchPath('orders', 'orders')).toEqual({});
    expect(matchPath('orders', 'orders/extra')).toBeUndefined();
    expect(matchPath('orders', 'ORDERS')).toBeUndefined();
    expect(matchPath('id/users/:user/items/:item', 'id/users/ada/items/42')).toEqual({ user: 'ada', item: '42' });
    expect(matchPath('id/users/:user/items/:item', 'id/users/ada/items')).toBeUndefined();
  });

  it('give parameters as they were before they were encoded', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (value) => {
        const called = normalSegments(encodeURIComponent(value));
        if (called) expect(matchPath(':it', called.join('/'))).toEqual({ it: value.normalize('NFC') });
      }),
    );
    for (const value of ['a/b', '%2F', '%2f', '%252F', '%25', '%/', '%', '100%', '/']) {
      const called = normalSegments(encodeURIComponent(value))?.join('/') as string;
      expect(matchPath(':it', called)).toEqual({ it: value });
    }
  });

  it('never set a prototype', () => {
    const parameters = matchPath(':__proto__', 'x');
    expect(Object.getPrototypeOf(parameters)).toBe(Object.prototype);
  });

  it('are told apart by what they match, not by names', () => {
    expect(shapeOf('a/:b/c')).toBe(shapeOf('a/:other/c'));
    expect(shapeOf('a/:')).not.toBe(shapeOf('a/:b'));
    expect([hasParameters('a/:b'), hasParameters('a/:')]).toEqual([true, false]);
  });

  it('that match the same call have an order that nothing else decides', () => {
    const sorted = ['a/:x/:y', 'a/:x/c', 'a/b/:y', 'a/b/c'].sort(byPrecision).reverse();
    expect(sorted).toEqual(['a/:x/:y', 'a/:x/c', 'a/b/:y', 'a/b/c']);
    const pattern = fc.array(fc.constantFrom('a', ':p'), { minLength: 3, maxLength: 3 }).map((all) => all.join('/'));
    fc.assert(
      fc.property(pattern, pattern, (one, other) => {
        expect(Math.sign(byPrecision(one, other))).toBe(-Math.sign(byPrecision(other, one)) + 0);
        expect(byPrecision(one, other) === 0).toBe(one === other);
      }),
    );
  });
});

describe('the normal form', () => {
  it.each([
    ['/a//b/', ['a', 'b']],
    ['caf%C3%A9', ['café']],
    ['cafe%CC%81', ['café']],
    ['cafe\u0301', ['café']],
    ['a%2Fb/c', ['a%2Fb', 'c']],
    ['a%252Fb', ['a%252Fb']],
    ['%2525', ['%2525']],
    ['50%25', ['50%']],
    ['', []],
  ])('of %j', (path, segments) => expect(normalSegments(path)).toEqual(segments));

  it.each(['50%', '%zz', '%ff', 'a/../b', './a', 'a/%2e%2E/b', 'a/.%2e', '%00', '\ud800', 'a\ud800b'])(
    'of %j is none: it means different things to different readers',
    (path) => expect(normalSegments(path)).toBeUndefined(),
  );

  it('is the same however a path is spelt', () => {
    const name = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 8 })
      .filter((text) => !/[/%]|^\.\.?$|\0/.test(text));
    const spelt = (text: string, all: boolean) =>
      [...new TextEncoder().encode(text)]
        .map((byte) =>
          all || byte > 126 || byte < 33 ? `%${byte.toString(16).padStart(2, '0')}` : String.fromCharCode(byte),
        )
        .join('');
    fc.assert(
      fc.property(fc.array(name, { maxLength: 4 }), fc.boolean(), (names, all) => {
        const written = names.join('/');
        const called = `//${names.map((each) => spelt(each.normalize('NFD'), all)).join('//')}/`;
        expect(normalSegments(called)).toEqual(normalSegments(written));
      }),
    );
  });

  it('gives one key to what people take for the same', () => {
    for (const [one, other] of [
      ['Orders', 'orders'],
      ['ＯＲＤＥＲＳ', 'orders'],
      ['ﬁle', 'FILE'],
      ['a%2Fb', 'a%2fb'],
    ] as const)
      expect(holdKey(one)).toBe(holdKey(other));
    expect(holdKey('ｔ／acme')).not.toContain('/');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(holdKey(holdKey(text))).toBe(holdKey(text));
        expect(holdKey(text.normalize('NFD'))).toBe(holdKey(text));
      }),
    );
  });
});
