import { describe, expect, it } from 'vitest';
import { checkExpression } from './check.js';

/** The text at which each problem is said to be, up to the end of the parameter. */
const placesIn = (text: string) => checkExpression(text).map(({ position }) => text.slice(position));

describe('checking an expression when it is saved', () => {
  it.each(['plain', '{{ 1', '=text', '={{ $json.a }} and {{ $json.b }}', '={{ unknown }}', '={{ { prototypes: 1 } }}'])(
    'finds nothing wrong in %s',
    (text) => {
      expect(checkExpression(text)).toEqual([]);
    },
  );

  it('tells where each fault of syntax is', () => {
    expect(placesIn('=a {{ 1 + }} b')).toEqual(['}} b']);
    expect(placesIn('={{ let a = 1 }}')).toEqual(['let a = 1 }}']);
    expect(checkExpression('={{ ( }} and {{ ) }}')).toHaveLength(2);
    expect(checkExpression('={{ }}')).toMatchObject([{ code: 'expression.syntax' }]);
  });

  it.each([
    ['={{ $json.constructor }}', 'constructor }}'],
    ['={{ $json["__proto__"] }}', '$json["__proto__"] }}'],
    ['={{ $json[`prototype`] }}', '$json[`prototype`] }}'],
    ['={{ ({ constructor: 1 }) }}', 'constructor: 1 }) }}'],
    ['=x {{ 1 }} {{ Object.getPrototypeOf({}) }}', 'getPrototypeOf({}) }}'],
  ])('tells where the refused name of %s is', (text, from) => {
    expect(checkExpression(text)).toMatchObject([{ code: 'expression.refused' }]);
    expect(placesIn(text)[0]).toContain(from.slice(from.indexOf('const') > 0 ? from.indexOf('const') : 0));
  });

  it('refuses what is nested without end', () => {
    expect(checkExpression(`={{ ${'['.repeat(300)}${']'.repeat(300)} }}`)).toMatchObject([
      { code: 'expression.too-deep' },
    ]);
  });
});
