import { describe, expect, it } from 'vitest';
import { parseProgram } from './bounded-parser.js';

const OPTIONS = { ecmaVersion: 'latest', allowReturnOutsideFunction: true } as const;
const names = (count: number) => Array.from({ length: count }, (_, i) => `a${i}`).join();

describe('code that is made to be slow to parse', () => {
  it.each([
    ['names', `let ${names(2_001)}`],
    ['names of functions', Array.from({ length: 2_001 }, (_, i) => `function f${i}() {}`).join('\n')],
    ['parameters', `(${names(2_001)}) => 1`],
    ['names in patterns', `const { ${names(2_001)} } = {}`],
    ['names in many scopes', Array.from({ length: 201 }, () => `{ let ${names(10)} }`).join('\n')],
    ['named classes of characters', '/\\p{L}/u;'.repeat(21)],
  ])('is refused for its %s', (_, code) => {
    expect(() => parseProgram(code, OPTIONS)).toThrow(expect.objectContaining({ code: 'expression.too-large' }));
  });

  it('is read up to the bounds', () => {
    expect(parseProgram(`let ${names(2_000)}; ${'/\\p{L}/u;'.repeat(20)}`, OPTIONS).body).toHaveLength(21);
  });
});
