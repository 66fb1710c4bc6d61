import type { RunState } from '@orchestrator/engine';
import type { ExecutionWait } from './dto/execution-detail.js';

/**
 * What a run waits for, in which step, since when and until when; `null` when it waits for nothing.
 * @param resumeAddress where a call lets it go on; left out for whoever may not do that
 */
export function waitOf(state: RunState, resumeAddress: string | undefined): ExecutionWait | null {
  const step = state.queue[0];
  const { suspended, retryAt } = state.progress;
  if (!step || state.finishedAt !== undefined) return null;
  const at = { node: step.node.name, step: state.steps };
  if (!suspended) {
    if (retryAt === undefined) return null;
    return { ...at, for: 'retry', since: time(state.at), until: time(retryAt) };
  }
  const { until, webhook, children } = suspended.suspension;
  const wait: ExecutionWait = {
    ...at,
    for: children ? 'subworkflows' : webhook ? 'call' : 'time',
    since: time(suspended.at),
    until: until === undefined ? null : time(until),
  };
  if (!webhook || resumeAddress === undefined) return wait;
  const { method = 'GET', suffix, auth } = webhook;
  return {
    ...wait,
    call: { method, url: suffix ? `${resumeAddress}/${suffix}` : resumeAddress, authenticated: auth !== undefined },
  };
}

const time = (ms: number) => new Date(ms).toISOString();
