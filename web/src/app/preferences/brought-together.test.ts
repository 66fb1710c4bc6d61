import { expect, it } from 'vitest';
import { broughtTogether, sameOnes } from './brought-together.ts';

const sides = { server: {}, here: {}, unsent: {}, isOwn: true };

it('a new device looks as the server says', () => {
  const server = { language: 'de', colours: 'dark' } as const;
  expect(broughtTogether({ ...sides, server, here: { language: 'en' } })).toEqual(server);
});

it('what was chosen here before the server kept it is carried over', () => {
  const here = { language: 'de', colours: 'dark' } as const;
  expect(broughtTogether({ ...sides, here, server: { colours: 'light' } })).toEqual({
    language: 'de',
    colours: 'light',
  });
});

it('a change that did not reach the server wins', () => {
  const server = { language: 'de', colours: 'dark' } as const;
  expect(broughtTogether({ ...sides, server, unsent: { colours: 'light' } })).toEqual({
    language: 'de',
    colours: 'light',
  });
});

it('nothing of another who used this browser becomes the person’s own', () => {
  const given = { here: { language: 'de' }, unsent: { colours: 'dark' } as const, isOwn: false };
  expect(broughtTogether({ ...sides, ...given, server: { tourDone: true } })).toEqual({ tourDone: true });
});

it('knows when there is nothing to send', () => {
  expect(sameOnes({ language: 'de' }, { language: 'de' })).toBe(true);
  expect(sameOnes({ language: 'de' }, { language: 'de', tourDone: false })).toBe(false);
});
