import { Injectable } from '@nestjs/common';
import type { Plan } from '@orchestrator/engine';
import { Problem } from '../../http/problem.js';
import { Plans } from '../workflows/plans.service.js';
import { VersionHistory } from '../workflows/version-history.service.js';
import { WorkflowsService } from '../workflows/workflows.service.js';

/** Which version of a workflow is to run. */
export type WantedVersion = 'draft' | 'live' | number;

/** Finds the version of a workflow that somebody asks for, ready to run. */
@Injectable()
export class RunVersions {
  constructor(
    private readonly workflows: WorkflowsService,
    private readonly plans: Plans,
    private readonly history: VersionHistory,
  ) {}

  /**
   * The plan of a version. One that is not live is kept in the history from now on, as a run points at it.
   * @throws Problem 404 when there is no such workflow or version, 409 when nothing is live, 422 when it is no version
   */
  async planOf(tenantId: string, workflowId: string, wanted: WantedVersion): Promise<{ plan: Plan; version: number }> {
    const workflow = await this.workflows.get(tenantId, workflowId);
    const version = wanted === 'draft' ? workflow.version : wanted === 'live' ? workflow.activeVersion : wanted;
    if (version === null) {
      throw Problem.conflict(
        'workflow.not_active',
        `'${workflow.name}' has no live version: activate it, or run its draft.`,
      );
    }
    if (typeof version !== 'number' || !Number.isInteger(version)) {
      throw Problem.invalid('run.version', 'The version is draft, live or a number.', [
        { field: 'version', message: 'has to be draft, live or a number' },
      ]);
    }
    const plan = await this.plans.of(tenantId, workflowId, version);
    if (!plan) throw new Problem(404, 'workflow.version_not_found', `'${workflow.name}' has no version ${version}.`);
    if (version !== workflow.activeVersion) await this.history.keep(tenantId, workflowId, version);
    return { plan, version };
  }
}
