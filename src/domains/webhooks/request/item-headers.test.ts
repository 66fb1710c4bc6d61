import { expect, it } from 'vitest';
import { itemHeaders } from './item-headers.js';

const headers = { authorization: 'Basic c2VjcmV0', 'x-key': 'secret', accept: '*/*' };

it('has every header of a call that nobody checked', () => {
  expect(itemHeaders(headers, undefined)).toBe(headers);
});

it('leaves out the one that let the caller in', () => {
  expect(itemHeaders(headers, 'authorization')).toEqual({ 'x-key': 'secret', accept: '*/*' });
  expect(itemHeaders({ ...headers, cookie: 'a=1' }, 'cookie')).toEqual(headers);
});

it("leaves out the app's own cookies, and keeps those of others", () => {
  const cookie = 'a=1; orchestrator_refresh=r; b=2;orchestrator_device=d; __Host-orchestrator_session=s';
  expect(itemHeaders({ ...headers, cookie }, 'x-key').cookie).toBe('a=1; b=2');
  expect(itemHeaders({ cookie: 'orchestrator_refresh=r' }, undefined)).toEqual({});
});
