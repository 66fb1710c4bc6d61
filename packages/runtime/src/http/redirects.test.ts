import { expect, it } from 'vitest';
import { redirectTarget } from './redirects.js';

const from = new URL('https://a.example/x#part');
const sentAs = (text: string, encoding: 'utf8' | 'latin1') => Buffer.from(text, encoding).toString('latin1');

it.each([
  ['/y', 'https://a.example/y#part'],
  ['/stra%C3%9Fe', 'https://a.example/stra%C3%9Fe#part'],
  [sentAs('/straße/日', 'utf8'), 'https://a.example/stra%C3%9Fe/%E6%97%A5#part'],
  [sentAs('/straße', 'latin1'), 'https://a.example/stra%C3%9Fe#part'],
  ['//b.example/ä#z', 'https://b.example/%C3%A4#z'],
])('an answer with the address %j leads to %s', (location, target) => {
  expect(redirectTarget(302, location, from)?.href).toBe(target);
});

it('no other answer leads anywhere', () => {
  expect(redirectTarget(200, '/y', from)).toBeUndefined();
  expect(redirectTarget(302, undefined, from)).toBeUndefined();
});
