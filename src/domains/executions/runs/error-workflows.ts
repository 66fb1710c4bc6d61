import { Injectable } from '@nestjs/common';
import { childExecutionId, errorWorkflowRequest } from '@orchestrator/engine';
import { DomainEvents } from '../../../infrastructure/database/domain-events.js';
import { UnitOfWork } from '../../../infrastructure/database/unit-of-work.js';
import { isUuid } from '../../../infrastructure/database/uuid.js';
import { Plans } from '../../workflows/plans.service.js';
import { Resumer } from './resumer.js';
import { RunStarter } from './run-starter.js';

/** Runs the error workflow of a workflow whose run has failed: once, however often the failure is told. */
@Injectable()
export class ErrorWorkflows {
  constructor(
    private readonly work: UnitOfWork,
    private readonly plans: Plans,
    private readonly resumer: Resumer,
    private readonly starter: RunStarter,
    events: DomainEvents,
  ) {
    events.on('execution.failed', ({ payload }) => this.runFor(String(payload.executionId)));
  }

  private async runFor(executionId: string): Promise<void> {
    const failed = await this.resumer.look(executionId);
    if (!failed) return;
    const { tenantId, workflow, mode } = failed;
    const request = errorWorkflowRequest(failed.state, {
      executionId,
      tenantId,
      mode,
      workflow: { ...workflow, active: true },
      timezone: 'UTC',
    });
    if (!request || !isUuid(request.workflowId)) return;
    const [row]: { version: number; active: number | null }[] = await this.work.asEngine((tx) =>
      tx.query('select version, active_version as active from workflows where tenant_id = $1 and id = $2', [
        tenantId,
        request.workflowId,
      ]),
    );
    const workflowVersion = row && (row.active ?? row.version);
    if (!workflowVersion) return;
    const plan = await this.plans.of(tenantId, request.workflowId, workflowVersion);
    const trigger = plan?.triggers.find((node) => node.node.type === 'errorTrigger');
    if (!plan || !trigger) return;
    await this.starter.enqueue({
      tenantId,
      workflowId: request.workflowId,
      workflowVersion,
      plan,
      mode: 'error',
      node: trigger.id,
      items: request.items,
      executionId: childExecutionId(executionId, failed.state.steps, 0, 0, failed.state.finishedAt ?? failed.state.at),
    });
  }
}
