import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { Attempts } from '../../../http/attempts.js';
import type { Principal } from '../../../http/principal.js';
import { UnitOfWork } from '../../../infrastructure/database/unit-of-work.js';
import { AuditService, type Change } from '../../audit/audit.service.js';
import { TenantsService } from '../../tenants/tenants.service.js';

/** Tenants of one person that are told; somebody in more of them is told of in those that were joined first. */
const MOST_TENANTS = 50;
/** Acts of one kind that are told of one account in an hour: a member must not fill an audit by signing in and out. */
const MOST_OF_ONE = 60;
const HOUR_MS = 60 * 60_000;

/** Who did something: a person by a session of theirs; left out for somebody unknown. */
type Actor = Pick<Principal, 'kind' | 'userId' | 'id'> | undefined;

/**
 * Tells of what concerns an account to every tenant that it belongs to, in the background: an answer must not take
 * longer because there is an account, or fail because there is a flood. What is under way is written before a stop.
 */
@Injectable()
export class BackgroundAudit implements BeforeApplicationShutdown {
  private readonly log = new Logger(BackgroundAudit.name);
  private readonly underWay = new Set<Promise<void>>();

  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditService,
    private readonly tenants: TenantsService,
    private readonly attempts: Attempts,
  ) {}

  /** Tells every tenant of a user, but the one that knows already. The last that is told in an hour says so. */
  ofUser(userId: string, actor: Actor, change: Change, but?: string): void {
    this.start(async () => {
      const { count } = await this.attempts.count(`audit ${change.action} ${userId}`, HOUR_MS);
      if (count > MOST_OF_ONE) return;
      if (count === MOST_OF_ONE) change = { ...change, after: { ...change.after, furtherOnesOfThisHour: 'not told' } };
      const tenants = await this.tenants.ofUser(userId);
      for (const { id } of tenants.slice(0, MOST_TENANTS)) if (id !== but) await this.record(id, actor, change);
    });
  }

  inTenant(tenantId: string, actor: Actor, change: Change): void {
    this.start(() => this.record(tenantId, actor, change));
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.underWay);
  }

  private record(tenantId: string, actor: Actor, change: Change): Promise<void> {
    return this.work.inTenant(tenantId, (tx) => this.audit.record(tx, tenantId, actor, change));
  }

  private start(work: () => Promise<void>): void {
    const done = work()
      .catch((error: Error) => this.log.error(`the audit could not be told: ${error.message}`))
      .finally(() => this.underWay.delete(done));
    this.underWay.add(done);
  }
}
