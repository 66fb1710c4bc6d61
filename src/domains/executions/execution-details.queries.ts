import { Injectable } from '@nestjs/common';
import { type Plan, type RunEvent, type RunHistory, readHistory, runView } from '@orchestrator/engine';
import { may, type Principal } from '../../http/principal.js';
import { UnitOfWork } from '../../infrastructure/database/unit-of-work.js';
import type { ExecutionDetail, StepView } from './dto/execution-detail.js';
import { type ExecutionRow, executionRow, executionView } from './execution-rows.js';
import { waitOf } from './execution-wait.js';
import { readJournal } from './journal/journal-reader.js';
import { RelatedExecutions } from './related-executions.queries.js';
import { ResumeAddresses } from './runs/resume-addresses.service.js';
import { RunPlans } from './runs/run-plans.service.js';

/** One execution with everything that is known of it. */
@Injectable()
export class ExecutionDetails {
  constructor(
    private readonly work: UnitOfWork,
    private readonly plans: RunPlans,
    private readonly related: RelatedExecutions,
    private readonly addresses: ResumeAddresses,
  ) {}

  /**
   * What every node did, what it waits for, and the executions around it. Who may let runs go on is told the address that
   * does.
   * @throws Problem 404
   */
  async get(caller: Principal, id: string): Promise<ExecutionDetail> {
    const { tenantId } = caller;
    const { row, events, attempts, parent } = await this.work.inTenant(tenantId, async (tx) => {
      const row = await executionRow(tx, id);
      return {
        row,
        events: await readJournal(tx, id, row.finishedAt !== null),
        attempts: await this.related.attempts(tx, id),
        parent: await this.related.parent(tx, row.parentId),
      };
    });
    const plan = await this.plans.of({ ...row, tenantId, workflowVersion: row.version });
    const history = plan && historyOf(plan, row, events);
    const asked = history?.children ?? [];
    return {
      ...executionView(row),
      runs: history ? stepsOf(history) : {},
      lastNode: history?.state.lastNode,
      customData: history?.state.customData ?? {},
      waiting: history ? waitOf(history.state, await this.resumeAddress(caller, id, history.state.callWaits)) : null,
      tries: history?.tries.get(history.state.steps),
      logs: history?.logs.get(history.state.steps),
      attempts,
      parent,
      children: asked.length > 0 ? await this.work.inTenant(tenantId, (tx) => this.related.children(tx, asked)) : [],
      childCount: asked.length,
    };
  }

  /** Told to those alone who may let the run go on by the API too. */
  private async resumeAddress(caller: Principal, id: string, callWait: number): Promise<string | undefined> {
    return may(caller, 'executions.write') ? this.addresses.of(caller.tenantId, id, callWait) : undefined;
  }
}

/** Nothing of a run that has ended with a journal that can't be folded: its row tells why. */
function historyOf(plan: Plan, row: ExecutionRow, events: readonly RunEvent[]): RunHistory | undefined {
  try {
    return readHistory(plan, row.id, events);
  } catch (error) {
    if (row.finishedAt === null) throw error;
    return undefined;
  }
}

function stepsOf({ state, tries, logs }: RunHistory): Record<string, readonly StepView[]> {
  const { runs } = runView(state);
  if (tries.size === 0 && logs.size === 0) return runs;
  const steps: Record<string, readonly StepView[]> = Object.create(null);
  for (const [name, records] of Object.entries(runs)) {
    steps[name] = records.map((record) => {
      const before = tries.get(record.index);
      const lines = logs.get(record.index);
      if (!before && !lines) return record;
      return { ...record, ...(before ? { tries: before } : {}), ...(lines ? { logs: lines } : {}) };
    });
  }
  return steps;
}
