import { expect, it } from 'vitest';
import { HOME, returnTo } from './return-to.ts';

const at = (wanted: unknown) => returnTo(wanted, 'https://flows.example.com');

it('goes back to a place of the app, with what its address holds', () => {
  expect(at('/executions/1?tab=data#step')).toBe('/executions/1?tab=data#step');
});

it.each([
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/.//evil.example',
  'javascript:alert(1)',
  'executions',
  '',
  '/sign-in?to=/sign-in',
  undefined,
  7,
])('goes home instead of to %j', (wanted) => {
  expect(at(wanted)).toBe(HOME);
});
