import { expect, it } from 'vitest';
import { retryOf } from './retry-policy.ts';

it('keeps a policy within the bounds of the document', () => {
  expect(retryOf({ maxTries: 500, waitMs: -1 })).toEqual({ maxTries: 100, waitMs: 0 });
  expect(retryOf({ maxTries: 1.4, waitMs: 5 })).toEqual({ maxTries: 2, waitMs: 5 });
  expect(retryOf({})).toEqual({ maxTries: 3, waitMs: 1000 });
});

it('writes what grows the wait only where it does', () => {
  expect(retryOf({ maxTries: 3, waitMs: 5, backoff: 'fixed', maxWaitMs: 9 })).toEqual({ maxTries: 3, waitMs: 5 });
  expect(retryOf({ maxTries: 3, waitMs: 5, backoff: 'exponential', maxWaitMs: 9 })).toEqual({
    maxTries: 3,
    waitMs: 5,
    backoff: 'exponential',
    maxWaitMs: 9,
  });
});
