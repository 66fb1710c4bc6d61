import { Injectable, Logger } from '@nestjs/common';
import { type NodeRunRecord, type Plan, type PlanNode, type RunMode, type RunState } from '@orchestrator/engine';
import { BlobStore } from '@orchestrator/runtime';
import type { JsonValue } from '@orchestrator/workflow';
import type { Principal } from '../../http/principal.js';
import { Problem } from '../../http/problem.js';
import { UnitOfWork } from '../../infrastructure/database/unit-of-work.js';
import { AuditService } from '../audit/audit.service.js';
import { Plans } from '../workflows/plans.service.js';
import { WorkflowChanges } from '../workflows/together/workflow-changes.events.js';
import { VersionHistory } from '../workflows/version-history.service.js';
import { WorkflowsService } from '../workflows/workflows.service.js';
import type { ExecutionDetail } from './dto/execution-detail.js';
import type { ReplayBody, RunBody } from './dto/run-body.js';
import { ExecutionDetails } from './execution-details.queries.js';
import { ExecutionsQueries } from './executions.queries.js';
import { givenItems } from './given-items.js';
import { LastCalls } from './last-calls.queries.js';
import { removeBlobs, removeExecutions } from './retention/remove-executions.js';
import type { RunRequest } from './runs/run-request.js';
import { RunStarter } from './runs/run-starter.js';

/** A caller who waits for the end of a run is answered after this time at the latest, with the run as it is then. */
const MAX_WAIT_MS = 5 * 60_000;

/** Runs on request: by hand, by a program, again. */
@Injectable()
export class ExecutionsService {
  private readonly log = new Logger(ExecutionsService.name);

  constructor(
    private readonly work: UnitOfWork,
    private readonly workflows: WorkflowsService,
    private readonly plans: Plans,
    private readonly history: VersionHistory,
    private readonly starter: RunStarter,
    private readonly queries: ExecutionsQueries,
    private readonly details: ExecutionDetails,
    private readonly lastCalls: LastCalls,
    private readonly audit: AuditService,
    private readonly blobs: BlobStore,
    private readonly changes: WorkflowChanges,
  ) {}

  /** Runs a workflow. With `wait` gives the finished execution, else its id. */
  async run(caller: Principal, workflowId: string, body: RunBody): Promise<{ executionId: string } | ExecutionDetail> {
    const { plan, version } = await this.planOf(caller, workflowId, body.version);
    const node = body.startNode === undefined ? firstTrigger(plan) : nodeOf(plan, body.startNode);
    const seed = body.fromExecution ? await this.recordsOf(caller.tenantId, body.fromExecution, workflowId) : undefined;
    const given = await this.givenTo(caller.tenantId, workflowId, body);
    const items = given ?? (seed ? undefined : [{ json: {} }]);
    return this.start(caller, body.wait === true, {
      tenantId: caller.tenantId,
      workflowId,
      workflowVersion: version,
      plan,
      mode: modeOf(caller),
      node: node.id,
      items,
      seed,
      to: body.toNode === undefined ? undefined : nodeOf(plan, body.toNode).id,
      pins: body.pins,
      // Data that was chosen for a trigger stands before what is pinned there; any other node is still stood in for.
      given: given !== undefined && plan.triggers.includes(node),
    });
  }

  /** Runs a failed execution again from the node that failed, with what went into it. */
  async retry(caller: Principal, id: string): Promise<{ executionId: string }> {
    const { row, state } = await this.ended(caller.tenantId, id);
    if (row.status !== 'error' && row.status !== 'cancelled') {
      throw Problem.conflict(
        'execution.not_failed',
        'Only a run that failed or was cancelled can be retried. Replay it instead.',
      );
    }
    const failed = state.queue[0];
    if (!failed) return this.again(caller, id, row, state, state.started?.node ?? '', undefined);
    return this.again(caller, id, row, state, failed.node.id, undefined);
  }

  /** Runs an execution again, from its trigger or another node, with its own data or other items. */
  async replay(caller: Principal, id: string, body: ReplayBody): Promise<{ executionId: string }> {
    const { row, state } = await this.ended(caller.tenantId, id);
    const node = body.fromNode === undefined ? state.started?.node : nodeOf(state.plan, body.fromNode).id;
    return this.again(caller, id, row, state, node ?? '', body.input);
  }

  /**
   * What a run knows so far.
   * @throws Problem 404 when there is no such run, 409 when its version of the workflow is gone
   */
  async stateOf(tenantId: string, id: string): Promise<RunState> {
    const { state } = await this.queries.read(tenantId, id);
    if (state) return state;
    throw Problem.conflict('execution.no_version', 'The version of the workflow that it ran is not there any more.');
  }

  /** Deletes an ended execution with its data. */
  async delete(caller: Principal, id: string): Promise<void> {
    await this.ended(caller.tenantId, id);
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

  /** Those who have the workflow open hear of what a person tries; of what programs start there would be no end. */
  private async tellOthers(caller: Principal, { mode, workflowId }: RunRequest, executionId: string): Promise<void> {
    if (mode !== 'manual') return;
    const started = { type: 'run-started', executionId, mode } as const;
    await this.work
      .inTenant(caller.tenantId, (tx) => this.changes.tell(tx, caller.tenantId, workflowId, caller, started))
      // The run is queued and goes on, whether anybody is told or not.
      .catch((error: Error) => this.log.warn(`nobody was told of run ${executionId}: ${error.message}`));
  }

  private async again(
    caller: Principal,
    id: string,
    row: { workflowId: string; version: number; isTest: boolean },
    state: RunState,
    nodeId: string,
    input: readonly JsonValue[] | undefined,
  ): Promise<{ executionId: string }> {
    const fromTrigger = nodeId === state.started?.node;
    const { executionId } = await this.starter.enqueue({
      tenantId: caller.tenantId,
      workflowId: row.workflowId,
      workflowVersion: row.version,
      plan: state.plan,
      mode: 'retry',
      node: nodeId,
      items: input ? givenItems(input) : fromTrigger ? state.started?.items : undefined,
      seed: fromTrigger ? state.started?.seed : Object.fromEntries(state.runs),
      retryOf: id,
      isTest: row.isTest,
    });
    return { executionId };
  }

  private async planOf(
    caller: Principal,
    workflowId: string,
    asked: RunBody['version'],
  ): Promise<{ plan: Plan; version: number }> {
    const workflow = await this.workflows.get(caller.tenantId, workflowId);
    const wanted = asked ?? (caller.kind === 'apiKey' ? 'live' : 'draft');
    const version = wanted === 'draft' ? workflow.version : wanted === 'live' ? workflow.activeVersion : wanted;
    if (version === null)
      throw Problem.conflict(
        'workflow.not_active',
        `'${workflow.name}' has no live version: activate it, or run its draft.`,
      );
    if (typeof version !== 'number' || !Number.isInteger(version)) {
      throw Problem.invalid('run.version', 'The version is draft, live or a number.', [
        { field: 'version', message: 'has to be draft, live or a number' },
      ]);
    }
    const plan = await this.plans.of(caller.tenantId, workflowId, version);
    if (!plan) throw new Problem(404, 'workflow.version_not_found', `'${workflow.name}' has no version ${version}.`);
    if (version !== workflow.activeVersion) await this.history.keep(caller.tenantId, workflowId, version);
    return { plan, version };
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

  private async recordsOf(
    tenantId: string,
    id: string,
    workflowId: string,
  ): Promise<Record<string, readonly NodeRunRecord[]>> {
    const { row, state } = await this.queries.read(tenantId, id);
    if (row.workflowId !== workflowId || !state)
      throw Problem.invalid('run.other_workflow', 'That execution is none of this workflow.');
    return Object.fromEntries(state.runs);
  }

  private async ended(tenantId: string, id: string) {
    const { row, state } = await this.queries.read(tenantId, id);
    if (!state)
      throw Problem.conflict('execution.no_version', 'The version of the workflow that it ran is not there any more.');
    if (state.finishedAt === undefined) throw Problem.conflict('execution.not_ended', 'The run has not ended yet.');
    return { row, state };
  }
}

const POLL_MS = 100;
const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms).unref());

const modeOf = (caller: Principal): RunMode => (caller.kind === 'apiKey' ? 'api' : 'manual');

/** The manual trigger, or the first one in the document. */
function firstTrigger(plan: Plan): PlanNode {
  const found = plan.triggers.find((node) => node.node.type === 'manualTrigger') ?? plan.triggers[0];
  if (!found) throw Problem.invalid('workflow.no_trigger', 'The workflow has no trigger to start at.');
  return found;
}

function nodeOf(plan: Plan, nameOrId: string): PlanNode {
  const found = plan.byName.get(nameOrId) ?? plan.byId.get(nameOrId);
  if (!found) throw Problem.invalid('run.no_such_node', `The workflow has no node '${nameOrId.slice(0, 100)}'.`);
  return found;
}
