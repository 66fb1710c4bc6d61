import type { SandboxLimits } from '../limits.js';
import type { Queued } from './fair-queue.js';

/**
 * Who may run what, and how many jobs may use their whole time limit: as many as there are processes but one, and of one
 * tenant one less. Whatever hostile tenants do, one process stays with jobs that end soon.
 */
export class Shares {
  private readonly running = new Map<string, { jobs: number; long: number }>();
  private jobs = 0;
  private long = 0;

  constructor(private readonly limits: Pick<SandboxLimits, 'processes' | 'tenantConcurrency'>) {}

  /** Whether a job may start on a free process. A tenant that has jobs running leaves the last one to others. */
  mayRun({ tenantId, long }: Queued): boolean {
    const own = this.running.get(tenantId)?.jobs ?? 0;
    if (long && !this.mayBeLong(tenantId)) return false;
    if (own === 0) return true;
    return own < this.limits.tenantConcurrency && this.jobs < this.limits.processes - 1;
  }

  /** Whether one more job of a tenant may use its whole time limit. */
  mayBeLong(tenantId: string): boolean {
    const places = Math.max(1, this.limits.processes - 1);
    const own = this.running.get(tenantId)?.long ?? 0;
    return this.long < places && own < Math.max(1, places - 1);
  }

  begin({ tenantId, long }: Queued): void {
    this.count(tenantId, 1, long ? 1 : 0);
  }
  end({ tenantId, long }: Queued): void {
    this.count(tenantId, -1, long ? -1 : 0);
  }

  private count(tenantId: string, jobs: number, long: number): void {
    const own = this.running.get(tenantId) ?? { jobs: 0, long: 0 };
    own.jobs += jobs;
    own.long += long;
    this.jobs += jobs;
    this.long += long;
    if (own.jobs === 0) this.running.delete(tenantId);
    else this.running.set(tenantId, own);
  }
}
