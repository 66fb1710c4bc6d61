import { Injectable, Logger } from '@nestjs/common';
import { type Plan, planRunFrom, planRunTo, type RunMode } from '@orchestrator/engine';
import { BlobStore } from '@orchestrator/runtime';
import type { Principal } from '../../http/principal.js';
import { Problem } from '../../http/problem.js';
import { UnitOfWork } from '../../infrastructure/database/unit-of-work.js';
import { AuditService } from '../audit/audit.service.js';
import { WorkflowChanges } from '../workflows/together/workflow-changes.events.js';
import type { ExecutionDetail } from './dto/execution-detail.js';
import type { RunBody } from './dto/run-body.js';
import { EarlierRuns } from './earlier-runs.service.js';
import { ExecutionDetails } from './execution-details.queries.js';
import { givenItems } from './given-items.js';
import { LastCalls } from './last-calls.queries.js';
import { firstTrigger, nodeOf } from './named-node.js';
import { removeBlobs, removeExecutions } from './retention/remove-executions.js';
import { RunVersions } from './run-versions.service.js';
import type { RunRequest } from './runs/run-request.js';
import { RunStarter } from './runs/run-starter.js';

/** A caller who waits for the end of a run is answered after this time at the latest, with the run as it is then. */
const MAX_WAIT_MS = 5 * 60_000;

/** Runs on request: by hand, or by a program. */
@Injectable()
export class ExecutionsService {
  private readonly log = new Logger(ExecutionsService.name);

  constructor(
    private readonly work: UnitOfWork,
    private readonly versions: RunVersions,
    private readonly earlier: EarlierRuns,
    private readonly starter: RunStarter,
    private readonly details: ExecutionDetails,
    private readonly lastCalls: LastCalls,
    private readonly audit: AuditService,
    private readonly blobs: BlobStore,
    private readonly changes: WorkflowChanges,
  ) {}

  /**
   * Runs a workflow. With `wait` gives the finished execution, else its id.
   * @throws Problem 422 when it can't begin or end where it is to, or has no data there
   */
  async run(caller: Principal, workflowId: string, body: RunBody): Promise<{ executionId: string } | ExecutionDetail> {
    const { tenantId } = caller;
    const wanted = body.version ?? (caller.kind === 'apiKey' ? 'live' : 'draft');
    const { plan, version } = await this.versions.planOf(tenantId, workflowId, wanted);
    const begin = await this.beginning(caller, workflowId, plan, body);
    return this.start(caller, body.wait === true, {
      ...begin,
      tenantId,
      workflowId,
      workflowVersion: version,
      plan,
      mode: modeOf(caller),
      pins: body.pins,
    });
  }

  /** Deletes an ended execution with its data. */
  async delete(caller: Principal, id: string): Promise<void> {
    await this.earlier.ended(caller.tenantId, id);
    await this.work.inTenant(caller.tenantId, async (tx) => {
      await removeExecutions(tx, [id]);
      await this.audit.record(tx, caller.tenantId, caller, {
        action: 'execution.deleted',
        target: { type: 'execution', id },
      });
    });
    await removeBlobs(this.work, this.blobs, [id]);
  }

  private async start(
    caller: Principal,
    wait: boolean,
    request: RunRequest,
  ): Promise<{ executionId: string } | ExecutionDetail> {
    const { executionId, live } = await this.starter.enqueue(request);
    await this.tellOthers(caller, request, executionId);
    if (!wait) return { executionId };
    const end = Date.now() + MAX_WAIT_MS;
    if (live) await Promise.race([live.outcome, sleep(MAX_WAIT_MS)]);
    for (;;) {
      const detail = await this.details.get(caller, executionId);
      if (!['queued', 'running'].includes(detail.status) || Date.now() >= end) return detail;
      await sleep(POLL_MS);
    }
  }

  /**
   * What a person tries is in the audit, and those who have the workflow open hear of it; of what programs start there would
   * be no end.
   */
  private async tellOthers(caller: Principal, request: RunRequest, executionId: string): Promise<void> {
    const { tenantId, mode, workflowId, workflowVersion: version, plan, node, to } = request;
    if (mode !== 'manual') return;
    const started = { type: 'run-started', executionId, mode } as const;
    const after = { executionId, version, node: plan.byId.get(node)?.name, toNode: plan.byId.get(to ?? '')?.name };
    await this.work
      .inTenant(tenantId, async (tx) => {
        await this.audit.record(tx, tenantId, caller, {
          action: 'workflow.run',
          target: { type: 'workflow', id: workflowId },
          after,
        });
        await this.changes.tell(tx, tenantId, workflowId, caller, started);
      })
      // The run is queued and goes on, whether anybody is told or not.
      .catch((error: Error) => this.log.warn(`nobody was told of run ${executionId}: ${error.message}`));
  }

  /** Where the run begins, and with what. */
  private async beginning(caller: Principal, workflowId: string, plan: Plan, body: RunBody) {
    const { tenantId } = caller;
    const { startNode, toNode, fromExecution, pins = false } = body;
    const start = startNode === undefined ? undefined : nodeOf(plan, startNode);
    const target = toNode === undefined ? undefined : nodeOf(plan, toNode);
    const earlier = fromExecution ? await this.earlier.of(tenantId, workflowId, fromExecution) : undefined;
    const items = await this.givenTo(tenantId, workflowId, body);
    const request = { plan, pins, earlier, items, at: Date.now() };
    const begin =
      target && (!start || plan.triggers.includes(start))
        ? planRunTo({ ...request, target, start })
        : planRunFrom({ ...request, start: start ?? firstTrigger(plan), target });
    if ('fault' in begin) throw Problem.invalid(begin.fault.code ?? 'run.noStart', begin.fault.message);
    return begin;
  }

  /** What the start node is to be given; nothing when the call does not say. */
  private async givenTo(tenantId: string, workflowId: string, { input, inputFrom }: RunBody) {
    if (input && inputFrom) {
      throw Problem.invalid('run.two_inputs', 'The data comes from the call or from an execution, not from both.', [
        { field: 'inputFrom', message: 'has to be left out beside `input`' },
      ]);
    }
    if (inputFrom) return this.lastCalls.itemsOf(tenantId, workflowId, inputFrom);
    return input && givenItems(input);
  }
}

const POLL_MS = 100;
const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms).unref());

const modeOf = (caller: Principal): RunMode => (caller.kind === 'apiKey' ? 'api' : 'manual');
