import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../infrastructure/database/unit-of-work.js';
import type { ExecutionStatsQuery } from './dto/execution-queries.js';
import type { ExecutionStats } from './dto/report-answers.js';

/** Figures are worked out from the newest of these; counting more would hold the database up for a picture. */
const MOST = 200_000;
const BUCKETS = 24;

/** Executions in figures. */
@Injectable()
export class ExecutionReports {
  constructor(private readonly work: UnitOfWork) {}

  /** What happened in the last hours. */
  stats(tenantId: string, { workflowId, hours }: ExecutionStatsQuery): Promise<ExecutionStats> {
    const now = Date.now();
    const seconds = (hours * 3600) / BUCKETS;
    const from = new Date(now - hours * 3_600_000);
    return this.work.inTenant(tenantId, async (tx) => {
      const rows: { bucket: number; status: string; count: number }[] = await tx.query(
        `with found as materialized (
           select id, status, queued_at, started_at, finished_at, is_test from executions
           where tenant_id = $1 and remove_at is null and id >= first_id_at($2) and ($3::uuid is null or workflow_id = $3)
           order by id desc limit ${MOST + 1}
         )
         select least(floor(extract(epoch from queued_at - $2::timestamptz) / $4), ${BUCKETS - 1})::int as bucket, status, count(*)::int as count
         from found where not is_test group by 1, 2
         union all
         select -1, 'tests', count(*)::int from found where is_test
         union all
         select -1, 'p95', (percentile_cont(0.95) within group (order by extract(epoch from finished_at - started_at) * 1000))::int
         from found where finished_at is not null and started_at is not null and not is_test`,
        [tenantId, from.toISOString(), workflowId ?? null, seconds],
      );
      const counted = rows.filter(({ bucket }) => bucket >= 0);
      const of = (statuses: readonly string[], bucket?: number) =>
        counted
          .filter((row) => statuses.includes(row.status) && (bucket === undefined || row.bucket === bucket))
          .reduce((sum, { count }) => sum + count, 0);
      const beside = (name: string) => rows.find(({ bucket, status }) => bucket < 0 && status === name)?.count;
      const total = counted.reduce((sum, { count }) => sum + count, 0);
      const tests = beside('tests') ?? 0;
      return {
        total,
        tests,
        failed: of(['error']),
        running: of(['running', 'queued']),
        waiting: of(['waiting']),
        inDoubt: of(['in_doubt']),
        p95Ms: beside('p95') ?? null,
        buckets: Array.from({ length: BUCKETS }, (_, bucket) => ({
          at: new Date(from.getTime() + bucket * seconds * 1000).toISOString(),
          succeeded: of(['success'], bucket),
          failed: of(['error'], bucket),
          others: of(['running', 'queued', 'waiting', 'cancelled', 'in_doubt'], bucket),
        })),
        truncated: total + tests > MOST,
      };
    });
  }
}
