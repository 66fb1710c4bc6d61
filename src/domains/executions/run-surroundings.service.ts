import { Injectable } from '@nestjs/common';
import { WebhookOrigins } from '../../http/webhook-origins.js';
import { UnitOfWork } from '../../infrastructure/database/unit-of-work.js';
import { RunSurroundings, type TenantFacts } from './runs/run-host.js';

/** A tenant's time zone and slug are kept for so long; a change of them is seen by the runs after that. */
const KEEP_MS = 30_000;
const MAX_TENANTS = 10_000;

@Injectable()
export class ServerSurroundings implements RunSurroundings {
  private readonly tenants = new Map<string, { facts: TenantFacts | Promise<TenantFacts>; until: number }>();

  constructor(
    private readonly work: UnitOfWork,
    private readonly origins: WebhookOrigins,
  ) {}

  of(tenantId: string): TenantFacts | Promise<TenantFacts> {
    const known = this.tenants.get(tenantId);
    if (known && known.until > Date.now()) return known.facts;
    const facts = this.read(tenantId);
    const entry: { facts: TenantFacts | Promise<TenantFacts>; until: number } = { facts, until: Date.now() + KEEP_MS };
    this.tenants.set(tenantId, entry);
    facts.then(
      (read) => {
        entry.facts = read;
      },
      () => this.tenants.delete(tenantId),
    );
    if (this.tenants.size > MAX_TENANTS) this.tenants.delete(this.tenants.keys().next().value as string);
    return facts;
  }

  private read(tenantId: string): Promise<TenantFacts> {
    return this.work.inTenant(tenantId, async (tx) => {
      const [row]: { timezone: string; slug: string }[] = await tx.query(
        'select timezone, slug from tenants where id = $1',
        [tenantId],
      );
      return { timezone: row?.timezone ?? 'UTC', webhookOrigin: this.origins.of(row?.slug ?? tenantId) };
    });
  }
}
