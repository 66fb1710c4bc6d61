import {
  NO_FOLDER,
  type WorkflowFilter,
  type WorkflowListQuery,
  type WorkflowSort,
} from './dto/workflow-list-queries.js';

/**
 * `workflows w` with the version that counts, which is the live one and else the newest.
 * @see LAST_RUN for the run beside it
 */
export const WORKFLOWS = `workflows w
  join workflow_versions v on v.tenant_id = w.tenant_id and v.workflow_id = w.id and v.version = coalesce(w.active_version, w.version)`;

const newestRun = (name: string, isTest: boolean) => `left join lateral (
    select e.id, e.status, e.queued_at, e.started_at, e.finished_at from executions e
    where e.tenant_id = w.tenant_id and e.workflow_id = w.id and e.remove_at is null and ${isTest ? '' : 'not'} e.is_test
    order by e.id desc limit 1
  ) ${name} on true`;
/** The newest run in earnest of each `w`, by an index, however many runs there are. */
export const LAST_RUN = newestRun('last', false);
/** The newest test of each `w`; for rows that are shown alone. */
export const LAST_TEST = newestRun('test', true);

/** Conditions on `WORKFLOWS` (and `LAST_RUN`, when `needsLastRun`) of a tenant; their values are added to `values`. */
export function conditionsOf(tenantId: string, filter: WorkflowFilter, values: unknown[]): string {
  const is = (value: unknown) => `$${values.push(value)}`;
  // The tenant is named for the index; row-level security holds without it.
  const all = [`w.tenant_id = ${is(tenantId)}`];
  const text = (filter.q ?? filter.search)?.trim();
  if (text) all.push(`strpos(lower(w.name), lower(${is(text)})) > 0`);
  if (filter.tag) all.push(`w.tags @> array[${is(filter.tag)}::text]`);
  if (filter.folderId === NO_FOLDER) all.push('w.folder_id is null');
  else if (filter.folderId) all.push(`w.folder_id = ${is(filter.folderId)}`);
  if (filter.active !== undefined) all.push(`w.active_version is ${filter.active ? 'not null' : 'null'}`);
  if (filter.trigger) all.push(`v.triggers && ${is(filter.trigger)}::text[]`);
  if (filter.status) all.push(`coalesce(last.status, 'never') = any(${is(filter.status)}::text[])`);
  return all.join(' and ');
}

/** Whether a list has to know the last run of every workflow, not only of those that it shows. */
export const needsLastRun = ({ status, sort }: Pick<WorkflowListQuery, 'status' | 'sort'>): boolean =>
  status !== undefined || sort === 'lastRun';

interface SortKey {
  sql: string;
  type: 'timestamptz' | 'text' | 'uuid';
  order: 'asc' | 'desc';
}

const NEVER_RAN = { asc: 'ffffffff-ffff-ffff-ffff-ffffffffffff', desc: '00000000-0000-0000-0000-000000000000' };

/** What a list is ordered by, before the id. */
export function sortKeyOf(sort: WorkflowSort, asked: 'asc' | 'desc' | undefined): SortKey {
  const order = asked ?? (sort === 'name' ? 'asc' : 'desc');
  switch (sort) {
    case 'createdAt':
      return { sql: 'w.created_at', type: 'timestamptz', order };
    case 'updatedAt':
      return { sql: 'w.updated_at', type: 'timestamptz', order };
    case 'name':
      return { sql: 'w.name collate by_name', type: 'text', order };
    case 'lastRun':
      // Ids of executions sort by time.
      return { sql: `coalesce(last.id, '${NEVER_RAN[order]}')`, type: 'uuid', order };
  }
}
