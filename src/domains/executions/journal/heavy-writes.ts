import { FairGate } from '../../../infrastructure/fairness/fair-gate.js';

/**
 * Writes of runs that hold much: one at a time, tenants in turn. So whoever writes much delays the others by one such
 * write at most, and memory holds the text of one.
 */
export class HeavyWrites {
  private readonly gate = new FairGate({ total: 1, perTenant: 1, maxWaiting: Number.POSITIVE_INFINITY });

  /** @param write resolves when it is committed */
  async write(tenantId: string, write: () => Promise<void>): Promise<void> {
    await this.gate.waitToEnter(tenantId);
    try {
      await write();
    } finally {
      this.gate.leave(tenantId);
    }
  }
}
