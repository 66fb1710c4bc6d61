import { Injectable } from '@nestjs/common';
import { Config } from '../../config/config.js';
import { PublicAddress } from '../../http/public-address.js';
import { UnitOfWork } from '../../infrastructure/database/unit-of-work.js';
import { RunSurroundings } from './runs/run-host.js';

/** A tenant's time zone is kept for so long; a change of it is seen by the runs after that. */
const KEEP_MS = 30_000;
const MAX_TENANTS = 10_000;

@Injectable()
export class ServerSurroundings implements RunSurroundings {
  private origin: string | undefined;
  private readonly zones = new Map<string, { zone: string | Promise<string>; until: number }>();

  constructor(
    private readonly work: UnitOfWork,
    private readonly config: Config,
    private readonly address: PublicAddress,
  ) {}

  /** Asked for by every run, and known for good once the server listens. */
  get webhookOrigin(): string {
    this.origin ??= this.config.WEBHOOK_URL ?? this.address.base();
    return this.origin;
  }

  timezoneOf(tenantId: string): string | Promise<string> {
    const known = this.zones.get(tenantId);
    if (known && known.until > Date.now()) return known.zone;
    const zone = this.read(tenantId);
    const entry: { zone: string | Promise<string>; until: number } = { zone, until: Date.now() + KEEP_MS };
    this.zones.set(tenantId, entry);
    zone.then(
      (read) => {
        entry.zone = read;
      },
      () => this.zones.delete(tenantId),
    );
    if (this.zones.size > MAX_TENANTS) this.zones.delete(this.zones.keys().next().value as string);
    return zone;
  }

  private read(tenantId: string): Promise<string> {
    return this.work.inTenant(tenantId, async (tx) => {
      const [row]: { timezone: string }[] = await tx.query('select timezone from tenants where id = $1', [tenantId]);
      return row?.timezone ?? 'UTC';
    });
  }
}
