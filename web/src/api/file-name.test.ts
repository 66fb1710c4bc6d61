import { expect, it } from 'vitest';
import { nameIn } from './file-name.ts';

it('reads the name of a file, the one in any script first', () => {
  expect(nameIn(`attachment; filename="_ber.json"; filename*=UTF-8''%C3%BCber.json`)).toBe('über.json');
  expect(nameIn('attachment; filename="a.csv"')).toBe('a.csv');
  expect(nameIn('inline')).toBe('');
});
