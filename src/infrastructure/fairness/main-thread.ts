/** Milliseconds that work in steps keeps its turn: short beside what a person notices, long beside a turn's own cost. */
const TURN_MS = 10;
/**
 * Milliseconds that turns which were asked for may take of one round of the event loop: what has come in meanwhile is
 * looked at then, however many have much to do.
 */
const ROUND_MS = 5;
/** Milliseconds that one tenant may take of one round without asking for a turn: the runs of many small calls. */
const FREE_TENANT_MS = 10;
/** The same for all tenants together. */
const FREE_ROUND_MS = 50;
/** What a tenant has used counts half after so many milliseconds. */
const HALF_LIFE_MS = 1_000;
/** A turn longer than this is one that the others felt: its tenant pauses afterwards while others are there. */
const LONG_TURN_MS = 20;
/** Longest pause after a long turn. */
const MAX_PAUSE_MS = 250;
/** A tenant is there for so long after it was last seen, and has to ask for turns for so long after a long one. */
const SEEN_MS = 1_000;
/** Tenants remembered; when there are more, those that have used next to nothing are forgotten. */
const MAX_TENANTS = 1_000;
const NEXT_TO_NOTHING_MS = 1;
const NEVER = Number.NEGATIVE_INFINITY;

interface Use {
  /** Milliseconds of the main thread, decayed up to `at`. */
  ms: number;
  /** When it was last seen. */
  at: number;
  /** No turn before then. */
  pausedUntil: number;
  /** When its last long turn ended. */
  longAt: number;
}

/**
 * Shares the main thread among tenants. Who has much to do asks for turns; a turn goes to the tenant that has used least
 * lately, so that one with hundreds of runs delays another's by one turn, and a round of the event loop ends after a
 * few milliseconds of them. What runs without a turn is reported, and has to ask for one once it is too much in one
 * round. All times are wall time on this thread, which is what the others wait for.
 */
export class MainThread {
  private readonly waiting = new Map<string, (() => void)[]>();
  private readonly uses = new Map<string, Use>();
  /** When the first turn of this round began; 0 before it. */
  private roundBeganAt = 0;
  /** Milliseconds used in this round without turns, in all and of each tenant. */
  private free = 0;
  private readonly freeOf = new Map<string, number>();
  private readonly lately = new LastSeen();

  /** @param clock milliseconds that never go back */
  constructor(private readonly clock: () => number = () => performance.now()) {}

  /** Begins something at once where its tenant may, else in its turn. The time until it first waits is counted. */
  begin<T>(tenantId: string, work: () => Promise<T>): Promise<T> {
    return this.isFree(tenantId) ? this.timed(tenantId, work) : this.next(tenantId).then(work);
  }

  /** Whether a tenant may begin something now; else it asks for a turn first. */
  isFree(tenantId: string): boolean {
    if (this.free >= FREE_ROUND_MS || this.waiting.has(tenantId)) return false;
    if ((this.freeOf.get(tenantId) ?? 0) >= FREE_TENANT_MS) return false;
    const use = this.uses.get(tenantId);
    return !use || use.longAt === NEVER || this.clock() - use.longAt > SEEN_MS;
  }

  /** Does what begins at once, and counts the time until it returns. */
  private timed<T>(tenantId: string, work: () => T): T {
    const began = this.clock();
    try {
      return work();
    } finally {
      this.spent(tenantId, began);
    }
  }

  /** Resolves when it is the tenant's turn to go on; what runs then until the next wait is counted. */
  next(tenantId: string): Promise<void> {
    return new Promise((resolve) => {
      const queue = this.waiting.get(tenantId);
      if (queue) queue.push(resolve);
      else this.waiting.set(tenantId, [resolve]);
      setImmediate(this.go);
    });
  }

  /** Does all steps of a piece of work, in turns. @throws what a step throws */
  async inTurns<T>(tenantId: string, steps: Iterator<void, T>): Promise<T> {
    let step: IteratorResult<void, T> | undefined;
    if (this.isFree(tenantId)) step = this.timed(tenantId, () => this.oneTurn(steps));
    while (!step?.done) {
      await this.next(tenantId);
      step = this.oneTurn(steps);
    }
    return step.value;
  }

  private oneTurn<T>(steps: Iterator<void, T>): IteratorResult<void, T> {
    const end = this.clock() + TURN_MS;
    for (;;) {
      const step = steps.next();
      if (step.done || this.clock() > end) return step;
    }
  }

  private spent(tenantId: string, began: number): void {
    const now = this.clock();
    const ms = now - began;
    if (this.free === 0) setImmediate(this.newFreeRound);
    this.free += ms;
    this.freeOf.set(tenantId, (this.freeOf.get(tenantId) ?? 0) + ms);
    this.count(tenantId, ms, now);
  }

  /** There is one of these on its way for each that waits. */
  private readonly go = (): void => {
    const now = this.clock();
    if (this.roundBeganAt === 0) {
      this.roundBeganAt = now;
      setImmediate(this.newRound); // ahead of all that is put off to the next round
    }
    if (now - this.roundBeganAt > ROUND_MS) {
      setImmediate(this.go);
      return;
    }
    const { tenantId, in: wait } = this.nextTenant(now);
    if (tenantId === undefined) {
      setTimeout(() => setImmediate(this.go), wait); // in no phase of the event loop but this one
      return;
    }
    const queue = this.waiting.get(tenantId) ?? [];
    const goOn = queue.shift();
    this.waiting.delete(tenantId);
    if (queue.length > 0) this.waiting.set(tenantId, queue); // behind those who have used as little
    goOn?.();
    // Behind all that goes on by promises from here, which is the turn.
    queueMicrotask(() => process.nextTick(() => this.count(tenantId, this.clock() - now, this.clock())));
  };

  private readonly newRound = (): void => {
    this.roundBeganAt = 0;
  };

  private readonly newFreeRound = (): void => {
    this.free = 0;
    this.freeOf.clear();
  };

  /** The waiting tenant that has used least, or the milliseconds until the first one's pause is over. */
  private nextTenant(now: number): { tenantId?: string; in: number } {
    let chosen: string | undefined;
    let least = Number.POSITIVE_INFINITY;
    let wait = MAX_PAUSE_MS;
    for (const tenantId of this.waiting.keys()) {
      const use = this.uses.get(tenantId);
      if (use && use.pausedUntil > now) {
        wait = Math.min(wait, use.pausedUntil - now);
        continue;
      }
      const used = use ? decayed(use, now) : 0;
      if (used < least) [chosen, least] = [tenantId, used];
    }
    return { tenantId: chosen, in: Math.ceil(wait) };
  }

  private count(tenantId: string, ms: number, now: number): void {
    let use = this.uses.get(tenantId);
    if (!use) {
      if (this.uses.size >= MAX_TENANTS) this.forgetIdle(now);
      use = { ms: 0, at: now, pausedUntil: 0, longAt: NEVER };
      this.uses.set(tenantId, use);
    }
    use.ms = decayed(use, now) + ms;
    use.at = now;
    this.lately.see(tenantId, now);
    if (ms <= LONG_TURN_MS) return;
    use.longAt = now;
    if (this.lately.othersSince(tenantId) > now - SEEN_MS) use.pausedUntil = now + Math.min(ms, MAX_PAUSE_MS);
  }

  private forgetIdle(now: number): void {
    for (const [tenantId, use] of this.uses) {
      if (decayed(use, now) < NEXT_TO_NOTHING_MS) this.uses.delete(tenantId);
    }
  }
}

function decayed({ ms, at }: Use, now: number): number {
  return ms * 0.5 ** ((now - at) / HALF_LIFE_MS);
}

/** Who was here last, and when anybody else was. */
class LastSeen {
  private tenantId: string | undefined;
  private at = Number.NEGATIVE_INFINITY;
  private otherAt = Number.NEGATIVE_INFINITY;

  see(tenantId: string, now: number): void {
    if (tenantId !== this.tenantId) this.otherAt = this.at;
    this.tenantId = tenantId;
    this.at = now;
  }

  /** When a tenant other than this one was seen last. */
  othersSince(tenantId: string): number {
    return tenantId === this.tenantId ? this.otherAt : this.at;
  }
}
