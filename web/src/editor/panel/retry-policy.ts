import type { RetryPolicy } from '@orchestrator/workflow';

/** What a policy begins with. */
export const FIRST_POLICY: RetryPolicy = { maxTries: 3, waitMs: 1_000 };

/** The policy that the form's values say, within the document's bounds. */
export function retryOf({ maxTries, waitMs, backoff, maxWaitMs }: Record<string, unknown>): RetryPolicy {
  const wait = typeof waitMs === 'number' ? Math.max(0, waitMs) : FIRST_POLICY.waitMs;
  return {
    maxTries: typeof maxTries === 'number' ? Math.min(100, Math.max(2, Math.round(maxTries))) : FIRST_POLICY.maxTries,
    waitMs: wait,
    ...(backoff === 'exponential' ? { backoff } : {}),
    ...(backoff === 'exponential' && typeof maxWaitMs === 'number' ? { maxWaitMs: Math.max(0, maxWaitMs) } : {}),
  };
}
