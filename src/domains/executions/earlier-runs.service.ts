import { Injectable } from '@nestjs/common';
import type { EarlierRun, RunState } from '@orchestrator/engine';
import { Problem } from '../../http/problem.js';
import type { ExecutionRow } from './execution-rows.js';
import { ExecutionsQueries } from './executions.queries.js';

/** Reads runs that others build on. */
@Injectable()
export class EarlierRuns {
  constructor(private readonly queries: ExecutionsQueries) {}

  /**
   * What a run knows so far.
   * @throws Problem 404 when there is no such run, 409 when its version of the workflow is gone
   */
  async stateOf(tenantId: string, id: string): Promise<RunState> {
    return known((await this.queries.read(tenantId, id)).state);
  }

  /**
   * A run of a workflow whose data another run of it may take.
   * @throws Problem 404 when there is no such run, 409 when its version is gone, 422 when it is of another workflow
   */
  async of(tenantId: string, workflowId: string, id: string): Promise<EarlierRun> {
    const { row, state } = await this.queries.read(tenantId, id);
    if (row.workflowId !== workflowId) {
      throw Problem.invalid('run.other_workflow', 'That execution is none of this workflow.', [
        { field: 'fromExecution', message: 'has to be an execution of this workflow' },
      ]);
    }
    const found = known(state);
    return { plan: found.plan, state: found };
  }

  /**
   * A run that has ended, and can be run again or deleted.
   * @throws Problem 404 when there is no such run, 409 when it goes on, or its version is gone
   */
  async ended(tenantId: string, id: string): Promise<EarlierRun & { row: ExecutionRow }> {
    const { row, ...read } = await this.queries.read(tenantId, id);
    const state = known(read.state);
    if (state.finishedAt === undefined) throw Problem.conflict('execution.not_ended', 'The run has not ended yet.');
    return { row, state, plan: state.plan };
  }
}

function known(state: RunState | undefined): RunState {
  if (state) return state;
  throw Problem.conflict('execution.no_version', 'The version of the workflow that it ran is not there any more.');
}
