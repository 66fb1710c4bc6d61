import { validateSync } from 'class-validator';
import { expect, it } from 'vitest';
import { IsName, IsOneLine } from './one-line.js';

class Named {
  @IsName()
  name: string;
  @IsOneLine()
  line: string;
  constructor(text: string) {
    this.name = text;
    this.line = text;
  }
}
const faultsOf = (text: string) => validateSync(new Named(text)).map(({ property }) => property);

it.each(['Ada', 'Ada Lovelace', '山田 太郎', 'נועה', '\u200fנועה\u200f', "O'Brien-Şahin", '👩‍🔬', 'a\u00a0b', '<b>'])(
  '%j is a name',
  (text) => expect(faultsOf(text)).toEqual([]),
);
it.each(['a\nb', 'a\rb', 'a\tb', 'a\u0000b', 'a\u001b[31mb', 'a\u0085b', 'a\u2028b', '\u202eadA', '\u2066a\u2069'])(
  '%j is no line',
  (text) => expect(faultsOf(text)).toEqual(['name', 'line']),
);
it.each(['', ' ', '\u200b', '\u00a0\u3000', '\u200d\ufeff'])('nothing is to be seen of %j', (text) =>
  expect(faultsOf(text)).toEqual(['name']),
);
