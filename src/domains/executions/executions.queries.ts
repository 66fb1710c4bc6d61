import { Injectable } from '@nestjs/common';
import { fold, newRun, type RunState, runView } from '@orchestrator/engine';
import type { Item } from '@orchestrator/workflow';
import type { EntityManager } from 'typeorm';
import { keyOf, type Page, pageOf } from '../../http/page.js';
import { Problem } from '../../http/problem.js';
import { UnitOfWork } from '../../infrastructure/database/unit-of-work.js';
import type { ExecutionDetail, ExecutionView, StepItem } from './dto/execution-answers.js';
import { type ExecutionListQuery, SEARCHED_EXECUTIONS, type StepQuery } from './dto/execution-queries.js';
import { readJournal } from './journal/journal-reader.js';
import { RunPlans } from './runs/run-plans.service.js';

interface Row extends Omit<ExecutionView, 'queuedAt' | 'startedAt' | 'finishedAt' | 'wakeAt'> {
  queuedAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
  wakeAt: Date | null;
}

const COLUMNS = `e.id, e.workflow_id as "workflowId", w.name as "workflowName", e.workflow_version as version, e.status, e.mode,
  e.queued_at as "queuedAt", e.started_at as "startedAt", e.finished_at as "finishedAt", e.wake_at as "wakeAt",
  e.error, e.summary, e.retry_of as "retryOf", e.parent_id as "parentId"`;
const FROM = 'executions e left join workflows w on w.tenant_id = e.tenant_id and w.id = e.workflow_id';

/** What is known of executions: lists, one with all its data, the items of a step. */
@Injectable()
export class ExecutionsQueries {
  constructor(
    private readonly work: UnitOfWork,
    private readonly plans: RunPlans,
  ) {}

  /** Newest first. */
  list(tenantId: string, query: ExecutionListQuery): Promise<Page<ExecutionView>> {
    return this.work.inTenant(tenantId, async (tx) => {
      const rows: Row[] = await tx.query(
        // The tenant is named for the index; row-level security holds without it.
        `select * from (
           select ${COLUMNS} from ${FROM}
           where e.tenant_id = $1 and e.remove_at is null and ($2::uuid is null or e.id < $2) and ($3::uuid is null or e.workflow_id = $3)
             and ($4::text[] is null or e.status = any($4)) and ($8::text[] is null or e.mode = any($8))
             and ($5::timestamptz is null or e.id >= first_id_at($5)) and ($6::timestamptz is null or e.id < first_id_at($6))
           order by e.id desc limit case when $9::text is null then $7 else ${SEARCHED_EXECUTIONS} end
         ) found
         where $9::text is null or strpos(lower(concat_ws(' ', id, "workflowName", error->>'message', summary->>'node')), lower($9)) > 0
         order by id desc limit $7`,
        [
          tenantId,
          keyOf(query)?.[0] ?? null,
          query.workflowId ?? null,
          query.status ?? null,
          query.from ?? null,
          query.to ?? null,
          query.limit + 1,
          query.mode ?? null,
          query.q?.trim() || null,
        ],
      );
      const page = pageOf(rows, query, (row) => [row.id]);
      return { ...page, items: page.items.map(viewOf) };
    });
  }

  /** @throws Problem 404 when the tenant has no such execution */
  requireSeen(tenantId: string, id: string): Promise<void> {
    return this.work.inTenant(tenantId, async (tx) => {
      await find(tx, id);
    });
  }

  /** One execution with all its data. @throws Problem 404 */
  async get(tenantId: string, id: string): Promise<ExecutionDetail> {
    const { row, state } = await this.read(tenantId, id);
    const view = state && runView(state);
    return { ...viewOf(row), runs: view?.runs ?? {}, lastNode: view?.lastNode, customData: state?.customData ?? {} };
  }

  /**
   * The items that went into or came out of one step, of all its inputs or outputs in turn.
   * @param index the step's place in the order of execution
   */
  async items(tenantId: string, id: string, index: number, query: StepQuery): Promise<Page<StepItem>> {
    const { state } = await this.read(tenantId, id);
    const record = state && [...state.runs.values()].flat().find((each) => each.index === index);
    if (!state || !record) throw new Problem(404, 'execution.no_such_step', `The execution has no step ${index}.`);
    const ports =
      query.side === 'out' ? record.outputs : record.sources.map((source) => (source ? itemsFrom(state, source) : []));
    const all = ports.flatMap((items, port) => items.map((item) => ({ port, item })));
    const from = Number(keyOf(query)?.[0] ?? 0);
    const rows = all.slice(from, from + query.limit + 1).map((each, i) => ({ ...each, place: from + i + 1 }));
    const page = pageOf(rows, query, (row) => [row.place]);
    return { ...page, items: page.items.map(({ port, item }) => ({ port, item })) };
  }

  /** The row and the state of an execution; no state when its version of the workflow is gone. */
  async read(tenantId: string, id: string): Promise<{ row: Row; state?: RunState }> {
    const { row, events } = await this.work.inTenant(tenantId, async (tx) => ({
      row: await find(tx, id),
      events: await readJournal(tx, id),
    }));
    const plan = await this.plans.of({ ...row, tenantId, workflowVersion: row.version });
    return { row, state: plan && fold(newRun(plan), events) };
  }
}

function itemsFrom(state: RunState, source: { node: string; output: number; run: number }): readonly Item[] {
  return state.runs.get(source.node)?.[source.run]?.outputs[source.output] ?? [];
}

async function find(tx: EntityManager, id: string): Promise<Row> {
  const [row]: Row[] = await tx.query(`select ${COLUMNS} from ${FROM} where e.id = $1`, [id]);
  if (!row) throw Problem.notFound('execution', id);
  return row;
}

function viewOf(row: Row): ExecutionView {
  return {
    ...row,
    queuedAt: row.queuedAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
    wakeAt: row.wakeAt?.toISOString() ?? null,
  };
}
