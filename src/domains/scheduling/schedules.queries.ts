import { Injectable } from '@nestjs/common';
import { scheduleRules } from '@orchestrator/nodes';
import { keyOf, type Page, pageOf } from '../../http/page.js';
import { Problem } from '../../http/problem.js';
import { UnitOfWork } from '../../infrastructure/database/unit-of-work.js';
import type { SchedulePreview, ScheduleView, UpcomingTimes } from './dto/schedule-answers.js';
import type { ScheduleListQuery, SchedulePreviewQuery } from './dto/schedule-queries.js';
import { nextTimes } from './next-time.js';
import { zoneOf } from './tenant-zone.js';
import { anchorOf } from './trigger-rules.js';

/** Rules of a draft whose times are told: more than anybody looks at. */
const MOST_PREVIEWED = 20;

interface Row extends Omit<ScheduleView, 'nextAt' | 'lastAt'> {
  nextAt: Date | null;
  lastAt: Date | null;
  anchorAt: Date;
}

const SELECT = `select s.id, s.workflow_id as "workflowId", w.name as "workflowName", s.version, s.node_id as "nodeId", s.rule,
    coalesce(s.timezone, t.timezone) as timezone, s.missed, s.next_at as "nextAt", s.last_at as "lastAt", s.paused, s.error,
    s.anchor_at as "anchorAt"
  from schedules s join tenants t on t.id = s.tenant_id
    join workflows w on w.tenant_id = s.tenant_id and w.id = s.workflow_id`;

/** What is known of schedules: the list, and when one comes next. */
@Injectable()
export class SchedulesQueries {
  constructor(private readonly work: UnitOfWork) {}

  /** Newest first. */
  list(tenantId: string, query: ScheduleListQuery): Promise<Page<ScheduleView>> {
    return this.work.inTenant(tenantId, async (tx) => {
      const rows: Row[] = await tx.query(
        `${SELECT} where s.tenant_id = $1 and ($2::uuid is null or s.id < $2) and ($3::uuid is null or s.workflow_id = $3)
         order by s.id desc limit $4`,
        [tenantId, keyOf(query)?.[0] ?? null, query.workflowId ?? null, query.limit + 1],
      );
      const page = pageOf(rows, query, (row) => [row.id]);
      return { ...page, items: page.items.map(viewOf) };
    });
  }

  /** The next times of a schedule, its zone taken into account, whether or not it is paused. @throws Problem 404 */
  upcoming(tenantId: string, id: string, count: number): Promise<UpcomingTimes> {
    return this.work.inTenant(tenantId, async (tx) => {
      const [row]: Row[] = await tx.query(`${SELECT} where s.tenant_id = $1 and s.id = $2`, [tenantId, id]);
      if (!row) throw Problem.notFound('schedule', id);
      const times = nextTimes(row.rule, Date.now(), row.timezone, row.anchorAt.getTime(), count);
      return { items: times.map((time) => new Date(time).toISOString()), nextCursor: null };
    });
  }

  /**
   * The next times of a schedule trigger as it is drafted, as if it went live now.
   * @throws Problem 422 `schedule.unreadable`
   */
  async preview(tenantId: string, { parameters, timezone, count }: SchedulePreviewQuery): Promise<SchedulePreview> {
    const zone = timezone ?? (await this.work.inTenant(tenantId, (tx) => zoneOf(tx, tenantId)));
    const rules = scheduleRules(parameters).slice(0, MOST_PREVIEWED);
    const now = Date.now();
    try {
      const times = rules.flatMap((rule) => nextTimes(rule, now, zone, anchorOf(rule, now, zone), count));
      const items = [...new Set(times)].sort((a, b) => a - b).slice(0, count);
      return { items: items.map((time) => new Date(time).toISOString()), rules, timezone: zone };
    } catch (error) {
      throw Problem.invalid('schedule.unreadable', `The times can't be read: ${(error as Error).message}.`);
    }
  }
}

function viewOf({ anchorAt: _, ...row }: Row): ScheduleView {
  return { ...row, nextAt: row.nextAt?.toISOString() ?? null, lastAt: row.lastAt?.toISOString() ?? null };
}
