import { setTimeout as sleep } from 'node:timers/promises';
import { FairGate } from '../../../infrastructure/fairness/fair-gate.js';

/**
 * Writes of runs that hold much: one at a time, tenants in turn, and for as long again as encoding one has kept the
 * process from everything else, none. So whoever writes much delays the others by one such write at most.
 */
export class HeavyWrites {
  private readonly gate = new FairGate({ total: 1, perTenant: 1, maxWaiting: Number.POSITIVE_INFINITY });

  /** @param write encodes at once, and resolves when it is committed */
  async write(tenantId: string, write: () => Promise<void> | undefined): Promise<void> {
    await this.gate.waitToEnter(tenantId);
    const began = performance.now();
    let spent = 0;
    try {
      const written = write();
      spent = performance.now() - began;
      await written;
    } finally {
      void sleep(spent).then(() => this.gate.leave(tenantId));
    }
  }
}
