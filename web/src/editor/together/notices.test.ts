import { expect, it } from 'vitest';
import { createQuiet } from './notices.ts';

it('names a person for the same thing once a minute, and others at once', () => {
  let now = 0;
  const worth = createQuiet(() => now);
  expect(worth('saved', 'grace')).toBe(true);
  now = 59_999;
  expect(worth('saved', 'grace')).toBe(false);
  expect(worth('saved', 'ada')).toBe(true);
  expect(worth('run', 'grace')).toBe(true);
  now = 60_000;
  expect(worth('saved', 'grace')).toBe(true);
});
