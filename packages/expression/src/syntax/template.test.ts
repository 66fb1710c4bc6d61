import { describe, expect, it } from 'vitest';
import { isExpression, parseTemplate } from './template.js';

describe('a parameter with expressions', () => {
  it.each([
    ['=', []],
    ['=text', [{ kind: 'text', text: 'text' }]],
    ['={{ 1 }}', [{ kind: 'code', code: ' 1 ', start: 3 }]],
    [
      '=a {{ 1 }} b',
      [
        { kind: 'text', text: 'a ' },
        { kind: 'code', code: ' 1 ', start: 5 },
        { kind: 'text', text: ' b' },
      ],
    ],
    ['=a \\{{ 1 }}', [{ kind: 'text', text: 'a \\{{ 1 }}' }]],
    ['={{ 1', [{ kind: 'code', code: ' 1', start: 3 }]],
    ['=a {{  ', [{ kind: 'text', text: 'a ' }]],
    ['={{ "\\}}" }}', [{ kind: 'code', code: ' "}}" ', start: 3 }]],
  ])('%s', (text, parts) => {
    expect(parseTemplate(text)).toEqual(parts);
  });

  it('begins with an equals sign', () => {
    expect(isExpression('=x')).toBe(true);
    for (const value of ['x', '', 5, null, undefined, ['=x']]) expect(isExpression(value)).toBe(false);
  });
});
