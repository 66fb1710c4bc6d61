import { Injectable } from '@nestjs/common';
import {
  begunIn,
  type EarlierRun,
  itemsOf,
  type Plan,
  planRetry,
  planRunFrom,
  planRunTo,
  type StartedEvent,
} from '@orchestrator/engine';
import type { ItemError } from '@orchestrator/workflow';
import { type Principal, requireAlso } from '../../http/principal.js';
import { Problem } from '../../http/problem.js';
import { UnitOfWork } from '../../infrastructure/database/unit-of-work.js';
import { AuditService } from '../audit/audit.service.js';
import type { ReplayBody, RetryBody } from './dto/run-body.js';
import { EarlierRuns } from './earlier-runs.service.js';
import type { ExecutionRow } from './execution-rows.js';
import { givenItems } from './given-items.js';
import { nodeOf } from './named-node.js';
import { RunVersions } from './run-versions.service.js';
import { RunStarter } from './runs/run-starter.js';

type Again = Omit<StartedEvent, 't' | 'at' | 'mode'>;

interface ChosenVersion {
  plan: Plan;
  version: number;
  /** Somebody tries out what they are writing. */
  isDraft: boolean;
}

/** Runs executions again: as they ran, or as the workflow is now. */
@Injectable()
export class RunAgain {
  constructor(
    private readonly work: UnitOfWork,
    private readonly earlier: EarlierRuns,
    private readonly versions: RunVersions,
    private readonly starter: RunStarter,
    private readonly audit: AuditService,
  ) {}

  /**
   * Runs a failed execution again from the step that failed, with what went into it and all that was still to come.
   * @throws Problem 409 when it did not fail, or the version has no such step; and as `RunVersions.planOf`
   */
  async retry(caller: Principal, id: string, { version = 'same' }: RetryBody): Promise<{ executionId: string }> {
    const { row, ...run } = await this.earlier.ended(caller.tenantId, id);
    if (row.status !== 'error' && row.status !== 'cancelled') {
      throw Problem.conflict(
        'execution.not_failed',
        'Only a run that failed or was cancelled can be retried. Replay it instead.',
      );
    }
    const chosen = await this.versionOf(caller, row, run, version);
    const failed = run.state.queue[0]?.node.id;
    // Where no step failed, the run as a whole did.
    const isWhole = failed === undefined || failed === run.state.started?.node;
    const begin = isWhole
      ? { ...fromTrigger(chosen.plan, run, {}), begun: begunIn(chosen.plan, run) }
      : begun(planRetry(chosen.plan, run));
    return this.start(caller, 'execution.retried', row, chosen, begin);
  }

  /**
   * Runs an execution again, from its trigger or another node, with its own data or other items.
   * @throws Problem 409 when the version has no such node, 422 when that has no data; and as `RunVersions.planOf`
   */
  async replay(caller: Principal, id: string, body: ReplayBody): Promise<{ executionId: string }> {
    const { row, ...run } = await this.earlier.ended(caller.tenantId, id);
    const chosen = await this.versionOf(caller, row, run, body.version ?? 'same');
    const from = body.fromNode === undefined ? undefined : nodeOf(run.plan, body.fromNode);
    const begin =
      from === undefined || from.id === run.state.started?.node
        ? fromTrigger(chosen.plan, run, body)
        : fromNode(chosen.plan, run, from.id, from.name, body);
    return this.start(caller, 'execution.replayed', row, chosen, begin);
  }

  private async versionOf(
    caller: Principal,
    { workflowId, version }: ExecutionRow,
    { plan }: EarlierRun,
    wanted: NonNullable<RetryBody['version']>,
  ): Promise<ChosenVersion> {
    if (wanted === 'same' || wanted === version) return { plan, version, isDraft: false };
    // It runs what the run did not: that is what running a workflow is.
    requireAlso(caller, 'workflows.run');
    const found = await this.versions.planOf(caller.tenantId, workflowId, wanted);
    return { ...found, isDraft: wanted === 'draft' };
  }

  private async start(
    caller: Principal,
    action: string,
    { id, workflowId, isTest }: ExecutionRow,
    { plan, version, isDraft }: ChosenVersion,
    begin: Again,
  ): Promise<{ executionId: string }> {
    const { executionId } = await this.starter.enqueue({
      ...begin,
      tenantId: caller.tenantId,
      workflowId,
      workflowVersion: version,
      plan,
      mode: 'retry',
      retryOf: id,
      isTest: isTest || isDraft,
    });
    await this.work.inTenant(caller.tenantId, (tx) =>
      this.audit.record(tx, caller.tenantId, caller, {
        action,
        target: { type: 'execution', id },
        after: { executionId, workflowId, version, node: plan.byId.get(begin.node)?.name },
      }),
    );
    return { executionId };
  }
}

/** The same beginning; in another version, or with other items, a run up to a node is worked out anew. */
function fromTrigger(plan: Plan, { plan: old, state }: EarlierRun, { input }: Pick<ReplayBody, 'input'>): Again {
  const started = state.started as StartedEvent;
  // What steps had done then is done again.
  const { t: _t, at: _at, mode: _mode, begun: _begun, ...as } = started;
  if (plan === old && !input) return as;
  const start = nodeIn(plan, old, started.node);
  const target = started.to === undefined ? undefined : nodeIn(plan, old, started.to);
  const isTrigger = plan.triggers.includes(start);
  const earlier = { plan: old, state };
  const items = input ? givenItems(input) : isTrigger ? itemsOf(start, earlier) : started.items;
  const pins = started.pins === true;
  const request = { plan, pins, items, earlier, at: Date.now() };
  const begin =
    target && isTrigger ? planRunTo({ ...request, target, start }) : planRunFrom({ ...request, start, target });
  const { given: _given, ...rest } = begun(begin);
  return { ...rest, ...(pins ? { pins } : {}), ...(input || started.given ? { given: isTrigger } : {}) };
}

/** From a node on, with what went into it last or other items. */
function fromNode(plan: Plan, run: EarlierRun, id: string, name: string, { input }: ReplayBody): Again {
  const start = plan.byId.get(id);
  if (!start) throw gone(name);
  const { started } = run.state;
  const to = started?.to === undefined ? undefined : plan.byId.get(started.to);
  const target = to && (to === start || plan.ancestors(to).has(start)) ? to : undefined;
  const pins = started?.pins === true;
  const items = input && givenItems(input);
  const begin = begun(planRunFrom({ plan, start, target, pins, items, earlier: run, at: Date.now() }));
  return { ...begin, ...(pins ? { pins } : {}) };
}

function nodeIn(plan: Plan, old: Plan, id: string) {
  const node = plan.byId.get(id);
  if (!node) throw gone(old.byId.get(id)?.name ?? id);
  return node;
}

const gone = (name: string) =>
  Problem.conflict('run.nodeGone', `'${name}' is not in that version. Choose another node, or the version that ran.`);

/** @throws Problem 409 with what stands against it */
function begun(begin: Again | { fault: ItemError }): Again {
  if (!('fault' in begin)) return begin;
  throw Problem.conflict(begin.fault.code ?? 'run.noStart', begin.fault.message);
}
