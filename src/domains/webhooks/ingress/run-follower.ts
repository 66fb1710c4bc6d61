import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { RunState } from '@orchestrator/engine';
import { Problem } from '../../../http/problem.js';
import { AddressesMovedError } from '../../executions/runs/address-proof.js';
import { Resumer } from '../../executions/runs/resumer.js';
import type { LiveRun, RunOutcome } from '../../executions/runs/run-request.js';

/** A caller is kept waiting no longer for a run that waits itself: proxies cut off calls after some minutes anyway. */
const MAX_HOLD_MS = 5 * 60_000;
/** A run that another drive, here or elsewhere, has taken up is looked at this often. */
const LOOK_MS = 500;

/** Follows a run that somebody waits for, across its waits and whichever instance goes on with it. */
@Injectable()
export class RunFollower {
  constructor(private readonly resumer: Resumer) {}

  /**
   * How the run stands once it has ended.
   * @throws Problem 504 when it takes longer than a call can be held; the run goes on
   * @throws AddressesMovedError when the run was refused, because its call had led elsewhere
   */
  async end(live: LiveRun): Promise<RunState> {
    const state = settledState(await live.outcome);
    if (state) return state;
    return this.look(live.executionId, isSettled);
  }

  /**
   * How the run stands once a node has answered, or it has ended without an answer.
   * @throws Problem 504 as `end`
   */
  async answer(live: LiveRun): Promise<Pick<RunState, 'response'> | RunState> {
    const response = await live.response;
    if (response) return { response };
    const ended = settledState(await live.outcome);
    if (ended) return ended;
    return this.look(live.executionId, (state) => state.response !== undefined || isSettled(state));
  }

  private async look(executionId: string, done: (state: RunState) => boolean): Promise<RunState> {
    const end = Date.now() + MAX_HOLD_MS;
    while (Date.now() < end) {
      await sleep(LOOK_MS);
      const run = await this.resumer.look(executionId);
      if (!run) throw gone();
      if (done(run.state)) return run.state;
    }
    throw new Problem(
      504,
      'webhook.still_running',
      'The run takes longer than a call can wait for it. It goes on; the execution tells how it ends.',
    );
  }
}

/** How a run that goes no further stands; `undefined` for one that goes on. */
function settledState(outcome: RunOutcome): RunState | undefined {
  if (outcome.kind === 'failed' && outcome.error instanceof AddressesMovedError) throw outcome.error;
  return outcome.kind === 'ended' || outcome.kind === 'inDoubt' ? outcome.state : undefined;
}

/** It was never written, as when the database is away, or is deleted already by the workflow's own settings. */
const gone = () => new Problem(500, 'webhook.run_gone', 'The run was not kept, so there is nothing to answer with.');

const isSettled = (state: RunState) => state.finishedAt !== undefined || state.status === 'in_doubt';
