import { Injectable } from '@nestjs/common';
import type { RunState } from '@orchestrator/engine';
import type { Item } from '@orchestrator/workflow';
import { keyOf, type Page, pageOf } from '../../http/page.js';
import { Problem } from '../../http/problem.js';
import { UnitOfWork } from '../../infrastructure/database/unit-of-work.js';
import type { ExecutionView, StepItem } from './dto/execution-answers.js';
import { type ExecutionListQuery, SEARCHED_EXECUTIONS, type StepQuery } from './dto/execution-queries.js';
import {
  EXECUTION_COLUMNS,
  EXECUTION_TABLES,
  type ExecutionRow,
  executionRow,
  executionView,
  liveNumberOf,
} from './execution-rows.js';
import { readJournal } from './journal/journal-reader.js';
import { stateOf } from './runs/ended-state.js';
import { RunPlans } from './runs/run-plans.service.js';

/** What is known of executions: lists, and the items of a step. */
@Injectable()
export class ExecutionsQueries {
  constructor(
    private readonly work: UnitOfWork,
    private readonly plans: RunPlans,
  ) {}

  /** Newest first. */
  list(tenantId: string, query: ExecutionListQuery): Promise<Page<ExecutionView>> {
    return this.work.inTenant(tenantId, async (tx) => {
      const rows: ExecutionRow[] = await tx.query(
        // The tenant is named for the index; row-level security holds without it.
        `select found.*, ${liveNumberOf('found."workflowId"', 'found.version')} from (
           select ${EXECUTION_COLUMNS} from ${EXECUTION_TABLES}
           where e.tenant_id = $1 and e.remove_at is null and ($2::uuid is null or e.id < $2) and ($3::uuid is null or e.workflow_id = $3)
             and ($4::text[] is null or e.status = any($4)) and ($8::text[] is null or e.mode = any($8)) and ($10::boolean is null or e.is_test = $10)
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
          query.test ?? null,
        ],
      );
      const page = pageOf(rows, query, (row) => [row.id]);
      return { ...page, items: page.items.map(executionView) };
    });
  }

  /** @throws Problem 404 when the tenant has no such execution */
  requireSeen(tenantId: string, id: string): Promise<void> {
    return this.work.inTenant(tenantId, async (tx) => {
      await executionRow(tx, id);
    });
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
  async read(tenantId: string, id: string): Promise<{ row: ExecutionRow; state?: RunState }> {
    const { row, events } = await this.work.inTenant(tenantId, async (tx) => {
      const row = await executionRow(tx, id);
      return { row, events: await readJournal(tx, id, row.finishedAt !== null) };
    });
    const plan = await this.plans.of({ ...row, tenantId, workflowVersion: row.version });
    return { row, state: plan && stateOf(plan, row, events) };
  }
}

function itemsFrom(state: RunState, source: { node: string; output: number; run: number }): readonly Item[] {
  return state.runs.get(source.node)?.[source.run]?.outputs[source.output] ?? [];
}
