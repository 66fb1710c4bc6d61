import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { keyOf, type Page, type PageQuery, pageOf } from '../../http/page.js';
import type { Principal } from '../../http/principal.js';
import { Problem } from '../../http/problem.js';
import { UnitOfWork } from '../../infrastructure/database/unit-of-work.js';
import { newId } from '../../infrastructure/database/uuid.js';
import { AuditService } from '../audit/audit.service.js';
import type { HeldPath } from './dto/webhook-answers.js';

/** Days for which a first segment stays a tenant's after its last live webhook: others still call what they were told. */
export const LIVE_KEEP_DAYS = 30;
/** Days for one that was only ever listened at: nobody but the person who tried it knows the address. */
export const TEST_KEEP_DAYS = 1;
/** First segments of one tenant at most, so that nobody takes all good names. Above, the tenant's own addresses are left. */
const HOLD_LIMIT = 2_000;

/** What came, or would come, of asking for a first segment. */
export type Hold = 'held' | 'taken' | 'limit';

/**
 * First segments of plain paths, each of which one tenant holds over all tenants, methods and patterns. The database
 * decides, so that two instances can't give one to two tenants.
 */
@Injectable()
export class WebhookHolds {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditService,
  ) {}

  /**
   * Takes first segments for the tenant of the transaction, unless they are another's. From here on the transaction has
   * the turn of all tenants: it has to end soon.
   * @param days for which they stay the tenant's after their last use
   * @returns what came of each
   */
  async take(tx: EntityManager, segments: readonly string[], days: number): Promise<(segment: string) => Hold> {
    const wanted = [...new Set(segments)];
    const rows: { segment: string; hold: Hold }[] = await tx.query(
      `select segment, hold_webhook_segment(segment, make_interval(days => $2), $3, id) as hold
       from unnest($1::text[], $4::uuid[]) as wanted (segment, id)`,
      [wanted, days, HOLD_LIMIT, wanted.map(() => newId())],
    );
    const holds = new Map(rows.map(({ segment, hold }) => [segment, hold]));
    return (segment) => holds.get(segment) ?? 'taken';
  }

  /** What the tenant of the transaction would be told if it took a first segment now. */
  async wouldGive(tx: EntityManager, segment: string): Promise<Hold> {
    const [row]: { own: boolean; free: boolean; count: number }[] = await tx.query(
      `select webhook_segment_is_free($1) as free, coalesce(bool_or(segment = $1), false) as own, count(*)::int as count
       from webhook_holds where tenant_id = current_tenant()`,
      [segment],
    );
    if (row?.own) return 'held';
    return row?.free ? (row.count < HOLD_LIMIT ? 'held' : 'limit') : 'taken';
  }

  /** Those of first segments that no other tenant than that of the transaction holds. */
  async freeOf(tx: EntityManager, segments: readonly string[]): Promise<Set<string>> {
    if (segments.length === 0) return new Set();
    const rows: { segment: string }[] = await tx.query(
      'select segment from unnest($1::text[]) as segment where webhook_segment_is_free(segment)',
      [segments],
    );
    return new Set(rows.map(({ segment }) => segment));
  }

  /** What a tenant holds, newest first. Its former slugs are kept in the same way, and not for it to let go of. */
  list(tenantId: string, query: PageQuery): Promise<Page<HeldPath>> {
    return this.work.inTenant(tenantId, async (tx) => {
      const rows: (Omit<HeldPath, 'since' | 'keptUntil'> & { since: Date; keptUntil: Date })[] = await tx.query(
        `select h.id, h.segment, h.since, h.kept_until as "keptUntil",
           exists (select from webhook_routes r where r.tenant_id = h.tenant_id and r.segment = h.segment
             and (r.test_until is null or r.test_until > now())) as used
         from webhook_holds h
         where h.tenant_id = current_tenant() and h.segment not like 't/%' and ($1::uuid is null or h.id < $1)
         order by h.id desc limit $2`,
        [keyOf(query)?.[0] ?? null, query.limit + 1],
      );
      const page = pageOf(rows, query, (row) => [row.id]);
      const items = page.items.map((row) => ({
        ...row,
        since: row.since.toISOString(),
        keptUntil: row.used ? null : row.keptUntil.toISOString(),
      }));
      return { ...page, items };
    });
  }

  /** Lets go of a path, so that any tenant may have it. @throws Problem 404, 409 while something is called by it */
  release(caller: Principal, id: string): Promise<void> {
    return this.work.inTenant(caller.tenantId, async (tx) => {
      const [held]: { segment: string }[] = await tx.query(
        `select segment from webhook_holds where id = $1 and segment not like 't/%'`,
        [id],
      );
      if (!held) throw Problem.notFound('held path', id);
      const [row]: { outcome: string | null }[] = await tx.query('select release_webhook_hold($1) as outcome', [id]);
      if (row?.outcome !== 'released') {
        throw Problem.conflict(
          'webhook.path_in_use',
          `Webhooks are called at '${held.segment}'. Unpublish their workflows, or give them other paths, then let go of it.`,
        );
      }
      await this.audit.record(tx, caller.tenantId, caller, {
        action: 'webhook.path_released',
        target: { type: 'webhook', id },
        after: { segment: held.segment },
      });
    });
  }
}

/** Why an address has to name its tenant, for people. It never says who has the plain one. */
export function noteOf(hold: Exclude<Hold, 'held'>): string {
  return hold === 'taken' ? NOT_FREE : AT_LIMIT;
}
const NOT_FREE = 'The plain path is not free. This address, which names your tenant, always works.';
const AT_LIMIT = `Your tenant holds ${HOLD_LIMIT.toLocaleString('en')} plain paths already: let go of some under Settings, Webhooks, and publish again. This address, which names your tenant, always works.`;
