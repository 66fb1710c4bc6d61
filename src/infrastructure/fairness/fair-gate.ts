export interface FairGateOptions {
  /** Runs at once in this process. */
  total: number;
  /** Runs at once of one tenant in this process. */
  perTenant: number;
  /** Calls of one tenant that may wait for their turn; further ones are refused. */
  maxWaiting: number;
}

/** One place in so many is kept for tenants that have no run in this process. */
const RESERVED_PART = 10;

/** A tenant has as many calls waiting as it may have. */
export class TooManyWaitingError extends Error {
  override readonly name = 'TooManyWaitingError';
}

/**
 * Lets runs in, so many at once in all and for each tenant. When there is no room, each tenant queues for itself and
 * tenants take turns, so that who floods delays the others by one run a turn and no more.
 */
export class FairGate {
  private running = 0;
  private readonly runningOf = new Map<string, number>();
  /** Insertion order is the order of turns: who was served goes to the back. */
  private readonly queues = new Map<string, (() => void)[]>();

  constructor(private readonly options: FairGateOptions) {}

  /** Runs of this tenant that may still begin now. */
  roomOf(tenantId: string): number {
    const running = this.runningOf.get(tenantId) ?? 0;
    const free = this.options.total - this.running;
    const open = Math.min(this.options.perTenant - running, free - this.reserved);
    return Math.max(open, running === 0 ? Math.min(free, 1) : 0);
  }

  /** Runs that may still begin of a tenant that has none here. */
  get roomOfOthers(): number {
    return this.roomOf('');
  }

  /** Tenants that have runs here, with the room that is left to each. */
  rooms(): { tenantId: string; room: number }[] {
    return [...this.runningOf.keys()].map((tenantId) => ({ tenantId, room: this.roomOf(tenantId) }));
  }

  /** Runs that may still begin in all, whoever's. */
  get room(): number {
    return this.options.total - this.running;
  }

  /** The last places are for tenants that have no run here, so that a few who flood can't take a process for themselves. */
  private get reserved(): number {
    return Math.min(Math.ceil(this.options.total / RESERVED_PART), this.options.total - 1);
  }

  get active(): number {
    return this.running;
  }

  /** Enters if there is room at once. */
  tryEnter(tenantId: string): boolean {
    if (this.roomOf(tenantId) <= 0) return false;
    this.enter(tenantId);
    return true;
  }

  /** Enters if there is room at once, and nobody of the tenant has come before. */
  tryEnterInTurn(tenantId: string): boolean {
    return !this.queues.has(tenantId) && this.tryEnter(tenantId);
  }

  /**
   * Enters when there is room; `leave` has to follow.
   * @throws TooManyWaitingError
   */
  async waitToEnter(tenantId: string): Promise<void> {
    if (this.tryEnterInTurn(tenantId)) return;
    let queue = this.queues.get(tenantId);
    if (!queue) {
      queue = [];
      this.queues.set(tenantId, queue);
    }
    if (queue.length >= this.options.maxWaiting) {
      throw new TooManyWaitingError('Too many calls wait for their turn already. Try again in a moment.');
    }
    const waiting = queue;
    await new Promise<void>((resolve) => waiting.push(resolve));
  }

  leave(tenantId: string): void {
    this.running--;
    const left = (this.runningOf.get(tenantId) ?? 1) - 1;
    if (left > 0) this.runningOf.set(tenantId, left);
    else this.runningOf.delete(tenantId);
    this.letIn();
  }

  private enter(tenantId: string): void {
    this.running++;
    this.runningOf.set(tenantId, (this.runningOf.get(tenantId) ?? 0) + 1);
  }

  private letIn(): void {
    for (const [tenantId, queue] of this.queues) {
      if (this.running >= this.options.total) return;
      if (this.roomOf(tenantId) <= 0) continue;
      this.queues.delete(tenantId);
      const next = queue.shift();
      if (queue.length > 0) this.queues.set(tenantId, queue);
      if (!next) continue;
      this.enter(tenantId);
      next();
    }
  }
}
