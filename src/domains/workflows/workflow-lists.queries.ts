import { Injectable } from '@nestjs/common';
import { keyOf, type Page, pageOf } from '../../http/page.js';
import { Problem } from '../../http/problem.js';
import { UnitOfWork } from '../../infrastructure/database/unit-of-work.js';
import type { LastExecution } from '../executions/dto/last-execution.js';
import type { ListedWorkflow, TagUse, WorkflowStats } from './dto/workflow-list-answers.js';
import type { WorkflowFilter, WorkflowListQuery } from './dto/workflow-list-queries.js';
import type { TriggerKind } from './trigger-kinds.js';
import type { Workflow } from './workflow.entity.js';
import { conditionsOf, LAST_RUN, LAST_TEST, needsLastRun, sortKeyOf, WORKFLOWS } from './workflow-filter.js';
import { factsOf } from './workflow-view.js';

/** Tags to choose from; more would be no choice any more. */
const MOST_TAGS = 500;

interface Row extends Workflow {
  sortKey: string;
  triggers: TriggerKind[];
  nodeCount: number;
  createdByName: string | null;
  updatedByName: string | null;
  lastExecution: LastExecution | null;
  lastTest: LastExecution | null;
}

/** What is shown of a run that may not be there. Its times are as PostgreSQL's JSON has them. */
const shownOf = (
  run: string,
) => `case when ${run}.id is not null then json_build_object('id', ${run}.id, 'status', ${run}.status,
  'queuedAt', ${run}.queued_at, 'startedAt', ${run}.started_at, 'finishedAt', ${run}.finished_at) end`;

/** Lists of workflows, and what they come to in figures. */
@Injectable()
export class WorkflowLists {
  constructor(private readonly work: UnitOfWork) {}

  /** A page of workflows, without documents. */
  list(tenantId: string, query: WorkflowListQuery): Promise<Page<ListedWorkflow>> {
    const key = sortKeyOf(query.sort, query.order);
    const sorted = `${query.sort} ${key.order}`;
    const after = keyOf(query, 3);
    if (after && after[0] !== sorted) {
      throw new Problem(400, 'request.bad_cursor', 'The cursor is of a list in another order.');
    }
    const values: unknown[] = [];
    const is = (value: unknown) => `$${values.push(value)}`;
    const conditions = conditionsOf(tenantId, query, values);
    const behind = after
      ? `and (${key.sql}, w.id) ${key.order === 'asc' ? '>' : '<'} (${is(after[1])}::${key.type}, ${is(after[2])}::uuid)`
      : '';
    return this.work.inTenant(tenantId, async (tx) => {
      const rows: Row[] = await tx.query(
        // First which rows, then what is beside them: the last run of those alone that are shown.
        `select w.*, w.key::text as "sortKey", created.name as "createdByName", updated.name as "updatedByName",
           ${shownOf('last')} as "lastExecution", ${shownOf('test')} as "lastTest"
         from (
           select w.id, w.tenant_id, w.folder_id as "folderId", w.name, w.tags, w.version, w.active_version as "activeVersion", w.live_number as "liveNumber",
             w.created_at as "createdAt", w.updated_at as "updatedAt", w.created_by as "createdBy", w.updated_by as "updatedBy",
             v.triggers, v.node_count as "nodeCount", ${key.sql} as key
           from ${WORKFLOWS} ${needsLastRun(query) ? LAST_RUN : ''}
           where ${conditions} ${behind}
           order by key ${key.order}, w.id ${key.order} limit ${is(query.limit + 1)}
         ) w
         left join users created on created.id = w."createdBy"
         left join users updated on updated.id = w."updatedBy"
         ${LAST_RUN} ${LAST_TEST}
         order by w.key ${key.order}, w.id ${key.order}`,
        values,
      );
      const page = pageOf(rows, query, (row) => [sorted, row.sortKey, row.id]);
      return { ...page, items: page.items.map(listed) };
    });
  }

  /** How many fit the filters, and how they fare. */
  stats(tenantId: string, filter: WorkflowFilter): Promise<WorkflowStats> {
    const values: unknown[] = [];
    const conditions = conditionsOf(tenantId, filter, values);
    return this.work.inTenant(tenantId, async (tx) => {
      const [stats]: WorkflowStats[] = await tx.query(
        `select count(*)::int as total, count(w.active_version)::int as live,
           count(*) filter (where w.active_version <> w.version)::int as changed,
           count(*) filter (where last.status in ('error', 'in_doubt'))::int as failing,
           count(*) filter (where last.id is null)::int as "neverRan"
         from ${WORKFLOWS} ${LAST_RUN} where ${conditions}`,
        values,
      );
      return stats as WorkflowStats;
    });
  }

  /** The tags in use, by name. */
  tags(tenantId: string): Promise<TagUse[]> {
    return this.work.inTenant(tenantId, (tx) =>
      tx.query(
        `select tag, count(*)::int as count from workflows w, unnest(w.tags) as tag where w.tenant_id = $1
         group by tag order by tag collate by_name limit ${MOST_TAGS}`,
        [tenantId],
      ),
    );
  }

  /**
   * Ids of workflows that fit the filters, newest first, so many at most.
   * @param among only of these
   * @throws Problem 404 when one of `among` is not there, or does not fit
   */
  async ids(tenantId: string, filter: WorkflowFilter, most: number, among?: readonly string[]): Promise<string[]> {
    const values: unknown[] = [];
    const is = (value: unknown) => `$${values.push(value)}`;
    const conditions = conditionsOf(tenantId, filter, values);
    const named = among ? `and w.id = any(${is(among)}::uuid[])` : '';
    const rows: { id: string }[] = await this.work.inTenant(tenantId, (tx) =>
      tx.query(
        `select w.id from ${WORKFLOWS} ${filter.status ? LAST_RUN : ''} where ${conditions} ${named}
         order by w.id desc limit ${is(most)}`,
        values,
      ),
    );
    const found = new Set(rows.map(({ id }) => id));
    const missing = among?.find((id) => !found.has(id.toLowerCase()));
    if (missing !== undefined) throw Problem.notFound('workflow', missing);
    return [...found];
  }
}

function listed(row: Row): ListedWorkflow {
  return {
    ...factsOf(row),
    triggers: row.triggers,
    nodeCount: row.nodeCount,
    lastExecution: row.lastExecution && inUtc(row.lastExecution),
    lastTest: row.lastTest && inUtc(row.lastTest),
    createdBy: row.createdBy === null ? null : { id: row.createdBy, name: row.createdByName },
    updatedBy: row.updatedBy === null ? null : { id: row.updatedBy, name: row.updatedByName },
  };
}

const inUtc = ({ id, status, queuedAt, startedAt, finishedAt }: LastExecution): LastExecution => ({
  id,
  status,
  queuedAt: new Date(queuedAt).toISOString(),
  startedAt: startedAt && new Date(startedAt).toISOString(),
  finishedAt: finishedAt && new Date(finishedAt).toISOString(),
});
