import { expect, it } from 'vitest';
import { atLeast, givenBy } from './role-order.ts';

it('a role may give its own and those that are weaker', () => {
  expect(givenBy('owner')).toEqual(['viewer', 'editor', 'admin', 'owner']);
  expect(givenBy('admin')).toEqual(['viewer', 'editor', 'admin']);
  expect(givenBy('viewer')).toEqual(['viewer']);
});
it('a role may do what weaker ones may', () => {
  expect(atLeast('admin', 'editor')).toBe(true);
  expect(atLeast('admin', 'admin')).toBe(true);
  expect(atLeast('editor', 'admin')).toBe(false);
});
