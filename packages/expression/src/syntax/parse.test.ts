import { describe, expect, it } from 'vitest';
import { parseCode } from './parse.js';
import { SyntaxFault } from './syntax-fault.js';

const typeOf = (code: string) => parseCode(code).root.type;

describe('the code of an expression', () => {
  it.each([
    ['1 + 1', 'BinaryExpression'],
    ['{ a: 1 }', 'ObjectExpression'],
    ['a; b', 'Identifier'],
    ['1 // why', 'Literal'],
    ['(1), (2)', 'SequenceExpression'],
    ['/a{2}/.test(b)', 'CallExpression'],
  ])('%s is a %s', (code, type) => {
    expect(typeOf(code)).toBe(type);
  });

  it.each(['', '  ', 'let a = 1', 'if (a) b', 'return 1', 'a +', '1)(2', 'for (;;) {}', '/(/', '"a'])(
    '%s is refused',
    (code) => {
      expect(() => parseCode(code)).toThrow(SyntaxFault);
    },
  );
});
