import type { EntityManager } from 'typeorm';
import { Problem } from '../../http/problem.js';
import type { ExecutionView } from './dto/execution-answers.js';

/** An execution's row as it is read, with times as the driver gives them. */
export interface ExecutionRow extends Omit<ExecutionView, 'queuedAt' | 'startedAt' | 'finishedAt' | 'wakeAt'> {
  queuedAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
  wakeAt: Date | null;
}

/** What is read of `EXECUTION_TABLES`. */
export const EXECUTION_COLUMNS = `e.id, e.workflow_id as "workflowId", w.name as "workflowName", e.workflow_version as version, e.status, e.mode,
  e.queued_at as "queuedAt", e.started_at as "startedAt", e.finished_at as "finishedAt", e.wake_at as "wakeAt",
  e.error, e.summary, e.retry_of as "retryOf", e.is_test as "isTest", e.parent_id as "parentId", e.cancel_requested as "cancelRequested"`;
export const EXECUTION_TABLES =
  'executions e left join workflows w on w.tenant_id = e.tenant_id and w.id = e.workflow_id';

/**
 * The number that a workflow's version has among those that were ever live. A list asks for it beside the rows that it
 * shows, and not for all that it reads.
 */
export const liveNumberOf = (workflowId: string, version: string) =>
  `(select v.live_number from workflow_versions v where v.workflow_id = ${workflowId} and v.version = ${version}) as "liveNumber"`;

/** @throws Problem 404 when the tenant has no such execution */
export async function executionRow(tx: EntityManager, id: string): Promise<ExecutionRow> {
  const [row]: ExecutionRow[] = await tx.query(
    `select ${EXECUTION_COLUMNS}, ${liveNumberOf('e.workflow_id', 'e.workflow_version')}
     from ${EXECUTION_TABLES} where e.id = $1`,
    [id],
  );
  if (!row) throw Problem.notFound('execution', id);
  return row;
}

/** A row as the API shows it. */
export function executionView(row: ExecutionRow): ExecutionView {
  return {
    ...row,
    queuedAt: row.queuedAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
    wakeAt: row.wakeAt?.toISOString() ?? null,
  };
}
