import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { newId } from '../../infrastructure/database/uuid.js';

/** Days for which a first segment stays a tenant's after its last live webhook: others still call what they were told. */
export const LIVE_KEEP_DAYS = 30;
/** Days for one that was only ever listened at: nobody but the person who tried it knows the address. */
export const TEST_KEEP_DAYS = 1;
/** First segments of one tenant at most, so that nobody takes all good names. Above, the tenant's own addresses are left. */
const HOLD_LIMIT = 2_000;

/** What came of asking for a first segment. */
export type Hold = 'held' | 'taken' | 'limit';

/**
 * First segments of plain paths, each of which one tenant holds over all tenants, methods and patterns. The database
 * decides, so that two instances can't give one to two tenants.
 */
@Injectable()
export class WebhookHolds {
  /**
   * Takes a first segment for the tenant of the transaction, unless it is another's.
   * @param days for which it stays the tenant's after its last use
   */
  async take(tx: EntityManager, segment: string, days: number): Promise<Hold> {
    const [row]: { hold: Hold }[] = await tx.query(
      'select hold_webhook_segment($1, make_interval(days => $2), $3, $4) as hold',
      [segment, days, HOLD_LIMIT, newId()],
    );
    return row?.hold ?? 'taken';
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
}

/** Why an address has to name its tenant, for people. It never says who has the plain one. */
export function noteOf(hold: Exclude<Hold, 'held'>): string {
  return hold === 'taken' ? NOT_FREE : AT_LIMIT;
}
const NOT_FREE = 'The plain path is not free. This address, which names your tenant, always works.';
const AT_LIMIT = `Your tenant holds ${HOLD_LIMIT.toLocaleString('en')} plain paths already: let go of some under Settings, Webhooks, and publish again. This address, which names your tenant, always works.`;
