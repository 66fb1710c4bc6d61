import { expect, it } from 'vitest';
import { TriesAtWork } from './tries-at-work.js';

it('lets those who wait go on when one has ended, and nobody wait for nothing or in too long a line', async () => {
  const tries = new TriesAtWork(2);
  expect(await tries.settled('a')).toBe(false);
  const end = tries.begin('a');
  const [first, second, third] = [tries.settled('a'), tries.settled('a'), tries.settled('a')];
  expect(await third).toBe(false);
  end();
  expect(await Promise.all([first, second])).toEqual([true, true]);
  expect(await tries.settled('a')).toBe(false);
});
