import { Injectable } from '@nestjs/common';
import {
  type ChildResult,
  type Children,
  type ChildStart,
  childItems,
  fold,
  MAX_ANCESTORS,
  newRun,
  type Plan,
  type RunInfo,
  type RunState,
} from '@orchestrator/engine';
import type { ItemError } from '@orchestrator/workflow';
import { Problem } from '../../../http/problem.js';
import { UnitOfWork } from '../../../infrastructure/database/unit-of-work.js';
import { Plans } from '../../workflows/plans.service.js';
import type { ExecutionStatus } from '../journal/journal-entry.js';
import { readJournal } from '../journal/journal-reader.js';
import { IN_PLACE_VERSION, RunPlans } from './run-plans.service.js';
import type { RunRequest } from './run-request.js';
import { RunStarter } from './run-starter.js';

/** Statuses in which a child has a result. */
export const ENDED: readonly ExecutionStatus[] = ['success', 'error', 'cancelled'];

/** Faults of a document given in place that its parent's error names; the first ones say what is wrong. */
const MAX_FAULTS_TOLD = 3;

/** A child that can't be started, in words for the person whose workflow it is. */
class ChildRefused extends Error {}

/** A child's row, as far as its parent has to know it. */
export interface ChildRow {
  id: string;
  status: ExecutionStatus;
  workflowId: string;
  version: number;
  parentId: string | null;
  error: ItemError | null;
}

/**
 * Sub-workflows of runs. Children run beside their parent, in its place among the runs; when one has to wait, the
 * parent is let go of, and the end of its last child wakes it, in whichever process that comes.
 */
@Injectable()
export class SubWorkflows implements Children {
  private starter!: RunStarter;

  constructor(
    private readonly work: UnitOfWork,
    private readonly plans: Plans,
    private readonly runPlans: RunPlans,
  ) {}

  /** Joined late: starting runs needs the executor, and the executor needs this. */
  join(starter: RunStarter): void {
    this.starter = starter;
  }

  async start(
    parent: RunInfo,
    children: readonly ChildStart[],
    signal: AbortSignal,
  ): Promise<readonly ChildResult[] | 'later'> {
    const ids = children.map((child) => child.executionId);
    const known = await this.rowsOf(ids);
    const results: ChildResult[] = [];
    let later = false;
    const stop = () => this.starter.stopChildren(ids);
    signal.addEventListener('abort', stop, { once: true });
    try {
      for (const child of children) {
        if (signal.aborted) return 'later';
        const result = await this.runOne(parent, child, known.get(child.executionId));
        if (result === 'later') later = true;
        else results.push(result);
      }
    } finally {
      signal.removeEventListener('abort', stop);
    }
    return later ? 'later' : results;
  }

  private async runOne(parent: RunInfo, child: ChildStart, row: ChildRow | undefined): Promise<ChildResult | 'later'> {
    const { executionId } = child;
    if (row)
      return child.wait ? this.resultOf(parent.tenantId, row, child) : { executionId, status: 'started', items: [] };
    let request: RunRequest;
    try {
      request = await this.requestFor(parent, child);
    } catch (error) {
      if (!(error instanceof ChildRefused)) throw error;
      return {
        executionId,
        status: 'error',
        items: [],
        error: { message: error.message, code: 'subworkflow.refused' },
      };
    }
    if (!child.wait) {
      try {
        // Its end is nobody's business, but where its document is, is: what was given in place is in its parent's journal.
        const parentId = request.workflowVersion === IN_PLACE_VERSION ? request.parentId : undefined;
        await this.starter.enqueue({ ...request, parentId });
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        // The tenant is at one of its limits: the step fails, and its own policy says what then.
        return { executionId, status: 'error', items: [], error: { message: error.detail, code: error.code } };
      }
      return { executionId, status: 'started', items: [] };
    }
    const outcome = await this.starter.runChild(request).outcome;
    if (outcome.kind === 'failed') throw outcome.error;
    return outcome.kind === 'ended' ? resultFrom(child, outcome.state) : 'later';
  }

  private async requestFor(parent: RunInfo, child: ChildStart): Promise<RunRequest> {
    const ancestors = [...(parent.ancestors ?? []), parent.executionId];
    if (ancestors.length > MAX_ANCESTORS) {
      throw new ChildRefused(
        `Sub-workflows call each other more than ${MAX_ANCESTORS} deep: does one call itself without end?`,
      );
    }
    const { tenantId } = parent;
    const { plan, workflowId, workflowVersion } = await this.target(parent, child);
    const trigger =
      plan.triggers.find((node) => node.node.type === 'subworkflowTrigger') ??
      plan.triggers.find((node) => node.node.type === 'manualTrigger') ??
      (workflowVersion === IN_PLACE_VERSION ? plan.triggers[0] : undefined);
    if (!trigger)
      throw new ChildRefused(
        `'${plan.document.name}' has no trigger for calls from other workflows: add the trigger "When called by another workflow" to it.`,
      );
    return {
      tenantId,
      workflowId,
      workflowVersion,
      plan,
      mode: 'subworkflow',
      node: trigger.id,
      items: child.items,
      executionId: child.executionId,
      parentId: parent.executionId,
      isTest: parent.isTest ?? false,
      ancestors,
    };
  }

  private async target(
    parent: RunInfo,
    child: ChildStart,
  ): Promise<{ plan: Plan; workflowId: string; workflowVersion: number }> {
    if ('document' in child.workflow) {
      const plan = await this.given(parent.tenantId, child.executionId, child.workflow.document);
      return { plan, workflowId: parent.workflow.id, workflowVersion: IN_PLACE_VERSION };
    }
    const { id } = child.workflow;
    const [row]: { version: number; active: number | null }[] = await this.work.asEngine((tx) =>
      tx.query('select version, active_version as active from workflows where tenant_id = $1 and id::text = $2', [
        parent.tenantId,
        id,
      ]),
    );
    if (!row) throw new ChildRefused(`There is no workflow with the id '${id.slice(0, 100)}' to call here.`);
    const workflowVersion = parent.mode === 'manual' ? row.version : (row.active ?? row.version);
    const plan = await this.plans.of(parent.tenantId, id, workflowVersion);
    if (!plan) throw new ChildRefused(`Version ${workflowVersion} of the workflow '${id}' is not there any more.`);
    const { callers = 'any' } = plan.document.settings;
    const may =
      callers === 'any' ||
      id === parent.workflow.id ||
      (Array.isArray(callers) && callers.includes(parent.workflow.id));
    if (!may)
      throw new ChildRefused(
        `'${plan.document.name}' may not be called by '${parent.workflow.name}': its settings say who may call it.`,
      );
    return { plan, workflowId: id, workflowVersion };
  }

  private async given(tenantId: string, executionId: string, document: unknown): Promise<Plan> {
    try {
      return await this.runPlans.give(tenantId, executionId, document);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const faults = [error.more.errors ?? []].flat() as { field: string; message: string }[];
      const why = faults.length > 0 ? faults.map(({ field, message }) => `${field}: ${message}`) : [error.detail];
      throw new ChildRefused(
        `The sub-workflow given in place can't be run. ${why.slice(0, MAX_FAULTS_TOLD).join(' ')}`,
      );
    }
  }

  /** The result of a child, as far as there is one. */
  private async resultOf(tenantId: string, row: ChildRow, child: ChildStart): Promise<ChildResult | 'later'> {
    if (!ENDED.includes(row.status)) return 'later';
    // What a run that failed has to say is in its row: its journal may be what it failed at.
    if (row.status === 'error')
      return { executionId: row.id, status: 'error', items: [], error: row.error ?? undefined };
    const plan = await this.runPlans.of({ ...row, tenantId, workflowVersion: row.version });
    if (!plan)
      return {
        executionId: row.id,
        status: 'error',
        items: [],
        error: { message: 'The sub-workflow has been deleted.' },
      };
    const journal = await this.work.asEngine((tx) => readJournal(tx, row.id));
    return resultFrom(child, fold(newRun(plan), journal));
  }

  async rowsOf(ids: readonly string[]): Promise<Map<string, ChildRow>> {
    const rows: ChildRow[] = await this.work.asEngine((tx) =>
      tx.query(
        'select id, status, workflow_id as "workflowId", workflow_version as version, parent_id as "parentId", error from executions where id = any($1)',
        [ids],
      ),
    );
    return new Map(rows.map((row) => [row.id, row]));
  }
}

function resultFrom({ executionId, links }: ChildStart, state: RunState): ChildResult {
  const status = state.status === 'success' || state.status === 'cancelled' ? state.status : 'error';
  return { executionId, status, items: status === 'success' ? childItems(state, links) : [], error: state.error };
}
