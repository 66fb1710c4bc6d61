import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import type { Principal } from '../../../http/principal.js';
import { UnitOfWork } from '../../../infrastructure/database/unit-of-work.js';
import { AuditService, type Change } from '../../audit/audit.service.js';
import { TenantsService } from '../../tenants/tenants.service.js';

/** Tenants of one person that are told; somebody in more of them is told of in those that were joined first. */
const MOST_TENANTS = 50;

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
  ) {}

  /** Tells every tenant of a user, but the one that knows already. */
  ofUser(userId: string, actor: Actor, change: Change, but?: string): void {
    this.start(async () => {
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
