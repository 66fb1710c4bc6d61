import { Injectable } from '@nestjs/common';
import type { HistoricChild } from '@orchestrator/engine';
import type { EntityManager } from 'typeorm';
import type { ChildExecution, RelatedExecution } from './dto/execution-detail.js';
import { liveNumberOf } from './execution-rows.js';

/** Runs of sub-workflows that are told of one execution. */
const SHOWN_CHILDREN = 200;
/** Attempts of one execution that are told, and how far back the first of them is looked for. */
const SHOWN_ATTEMPTS = 100;

interface Row extends Omit<RelatedExecution, 'queuedAt' | 'startedAt' | 'finishedAt'> {
  queuedAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
}

const COLUMNS = `e.id, e.workflow_id as "workflowId", w.name as "workflowName", e.workflow_version as version,
  ${liveNumberOf('e.workflow_id', 'e.workflow_version')}, e.status, e.mode, e.queued_at as "queuedAt",
  e.started_at as "startedAt", e.finished_at as "finishedAt", e.error, e.retry_of as "retryOf"`;
const TABLES = 'executions e left join workflows w on w.tenant_id = e.tenant_id and w.id = e.workflow_id';

/** The executions around one: its attempts, who called it, what it called. All within the tenant of the transaction. */
@Injectable()
export class RelatedExecutions {
  /** The execution, those that it runs again one after the other, and all that run any of these again; oldest first. */
  async attempts(tx: EntityManager, id: string): Promise<RelatedExecution[]> {
    const rows: Row[] = await tx.query(
      `with recursive up as (
         select id, retry_of, 0 as height from executions where id = $1
         union all
         select e.id, e.retry_of, up.height + 1 from up join executions e on e.id = up.retry_of where up.height < $2
       ), down as (
         select id from (select id from up order by height desc limit 1) first
         union all
         select e.id from down join executions e on e.retry_of = down.id
       )
       select ${COLUMNS} from ${TABLES} where e.id in (select id from down) and (e.remove_at is null or e.id = $1)
       order by e.id limit $2`,
      [id, SHOWN_ATTEMPTS],
    );
    return rows.map(viewOf);
  }

  /** `null` when it was called by nobody, or its caller is not there any more. */
  async parent(tx: EntityManager, parentId: string | null): Promise<RelatedExecution | null> {
    if (parentId === null) return null;
    return (await this.byIds(tx, [parentId])).get(parentId) ?? null;
  }

  /** The first of them, in the order in which they were asked for; those that are not there are left out. */
  async children(tx: EntityManager, asked: readonly HistoricChild[]): Promise<ChildExecution[]> {
    if (asked.length === 0) return [];
    const shown = asked.slice(0, SHOWN_CHILDREN);
    const rows = await this.byIds(
      tx,
      shown.map(({ executionId }) => executionId),
    );
    return shown.flatMap(({ executionId, node, step, wait }) => {
      const row = rows.get(executionId);
      return row ? [{ ...row, node, step, wait }] : [];
    });
  }

  private async byIds(tx: EntityManager, ids: readonly string[]): Promise<Map<string, RelatedExecution>> {
    const rows: Row[] = await tx.query(`select ${COLUMNS} from ${TABLES} where e.id = any($1)`, [ids]);
    return new Map(rows.map((row) => [row.id, viewOf(row)]));
  }
}

function viewOf(row: Row): RelatedExecution {
  return {
    ...row,
    queuedAt: row.queuedAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}
