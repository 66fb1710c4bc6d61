import { Injectable } from '@nestjs/common';
import type { RunMode } from '@orchestrator/engine';
import { Config } from '../../../config/config.js';
import { Problem } from '../../../http/problem.js';
import { TenantUsage, type Usage } from './tenant-usage.js';
import { TokenBuckets } from './token-bucket.js';

/** What is known of a tenant's use is good for so long, then looked up again beside the calls that go on. */
const KEEP_MS = 5_000;
const MAX_TENANTS = 10_000;
const MIB = 1024 * 1024;
/** Modes of runs that come from outside by a call. A person at the editor and the clock are not counted. */
const CALLED: ReadonlySet<RunMode> = new Set(['webhook', 'form', 'chat', 'api']);

interface Known {
  usage: Usage;
  until: number;
  refresh?: Promise<Known>;
}

/** Says whether a tenant may start another run, by its limits. How many run at once is the fair gate's to say. */
@Injectable()
export class RunAdmission {
  private readonly calls: TokenBuckets;
  private readonly known = new Map<string, Known>();

  constructor(
    private readonly usage: TenantUsage,
    private readonly config: Config,
  ) {
    this.calls = new TokenBuckets(config.TENANT_CALLS_PER_SECOND, MAX_TENANTS);
  }

  /**
   * Lets a new run in; gives a promise only when something has to be looked up.
   * @throws Problem 429 `tenant.too_many_calls` or `tenant.queue_full`, 507 `tenant.storage_full`
   */
  admit(tenantId: string, mode: RunMode): Promise<void> | undefined {
    if (CALLED.has(mode)) this.takeCall(tenantId);
    const known = this.known.get(tenantId);
    if (!known) return this.refresh(tenantId).then(({ usage }) => this.check(usage));
    if (known.until < Date.now()) void this.refresh(tenantId, known).catch(() => undefined);
    if (!this.faultOf(known.usage)) return undefined;
    // Before it says no, it looks again: somebody may have made room.
    return this.refresh(tenantId, known).then(({ usage }) => this.check(usage));
  }

  /** A run of the tenant has been queued. */
  queued(tenantId: string, count = 1): void {
    const known = this.known.get(tenantId);
    if (known) known.usage.queued += count;
  }

  private takeCall(tenantId: string): void {
    const wait = this.calls.take(tenantId, performance.now());
    if (wait === 0) return;
    throw new Problem(
      429,
      'tenant.too_many_calls',
      `More than ${this.config.TENANT_CALLS_PER_SECOND} calls a second came for workflows of this tenant. Try again in a moment.`,
      { retryAfter: Math.ceil(wait / 1000) },
    );
  }

  private refresh(tenantId: string, known?: Known): Promise<Known> {
    if (known?.refresh) return known.refresh;
    const looking = this.usage.of(tenantId, this.config.TENANT_QUEUE + 1).then((usage) => {
      const next: Known = { usage, until: Date.now() + KEEP_MS };
      this.known.delete(tenantId);
      if (this.known.size >= MAX_TENANTS) this.known.delete(this.known.keys().next().value as string);
      this.known.set(tenantId, next);
      return next;
    });
    if (known) {
      known.refresh = looking;
      looking.catch(() => {
        known.refresh = undefined;
      });
    }
    return looking;
  }

  private check(usage: Usage): void {
    const fault = this.faultOf(usage);
    if (fault) throw fault;
  }

  private faultOf({ journalBytes, blobBytes, queued }: Usage): Problem | undefined {
    const { TENANT_STORAGE_MB, TENANT_QUEUE } = this.config;
    const used = Math.floor((journalBytes + blobBytes) / MIB);
    if (used >= TENANT_STORAGE_MB) {
      return new Problem(
        507,
        'tenant.storage_full',
        `The executions of this tenant take up ${used} MiB of the ${TENANT_STORAGE_MB} MiB that it has. Delete executions, or have fewer kept.`,
      );
    }
    if (queued < TENANT_QUEUE) return undefined;
    return new Problem(
      429,
      'tenant.queue_full',
      `${TENANT_QUEUE} runs of this tenant wait for their turn already. Try again when some have ended, or cancel them.`,
      { retryAfter: Math.ceil(KEEP_MS / 1000) },
    );
  }
}
