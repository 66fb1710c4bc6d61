import { Injectable } from '@nestjs/common';
import type { EarlierRun } from '@orchestrator/engine';
import { Problem } from '../../http/problem.js';
import type { ExecutionRow } from './execution-rows.js';
import { ExecutionsQueries } from './executions.queries.js';

/** Reads runs that others build on. */
@Injectable()
export class EarlierRuns {
  constructor(private readonly queries: ExecutionsQueries) {}

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
    if (!state) throw noVersion();
    return { plan: state.plan, state };
  }

  /**
   * A run that has ended, and can be run again or deleted.
   * @throws Problem 404 when there is no such run, 409 when it goes on, or its version is gone
   */
  async ended(tenantId: string, id: string): Promise<EarlierRun & { row: ExecutionRow }> {
    const { row, state } = await this.queries.read(tenantId, id);
    if (!state) throw noVersion();
    if (state.finishedAt === undefined) throw Problem.conflict('execution.not_ended', 'The run has not ended yet.');
    return { row, state, plan: state.plan };
  }
}

const noVersion = () =>
  Problem.conflict('execution.no_version', 'The version of the workflow that it ran is not there any more.');
