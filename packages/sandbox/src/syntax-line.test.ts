import { expect, it } from 'vitest';
import { syntaxErrorLine } from './syntax-line.js';

it('tells the line at which a script does not parse', () => {
  expect(syntaxErrorLine('const a = 1;\nreturn a +;')).toBe(2);
  expect(syntaxErrorLine('return await 1;')).toBeUndefined();
});

it('looks for no line in a script that is made to be slow to parse', () => {
  const names = `let ${Array.from({ length: 30_000 }, (_, i) => `a${i}`).join()}; return +;`;
  const classes = `${'/\\p{RGI_Emoji}/v;'.repeat(2_000)} return +;`;
  const before = process.cpuUsage();
  expect([names, classes].map(syntaxErrorLine)).toEqual([undefined, undefined]);
  // The first took 2 s of processor time, the second 10 s.
  expect(process.cpuUsage(before).user / 1_000).toBeLessThan(1_000);
});
