import { Injectable } from '@nestjs/common';
import { Problem } from '../../http/problem.js';
import { FairGate, TooManyWaitingError } from '../../infrastructure/fairness/fair-gate.js';
import { MainThread } from '../../infrastructure/fairness/main-thread.js';

/** Documents that are looked at side by side in a process. Their turns come one by one; more would only hold memory. */
const AT_ONCE = 8;
/** Of one tenant. */
const AT_ONCE_OF_TENANT = 2;
/** Calls of one tenant that wait with a document of up to 16 MB each. */
const MAX_WAITING = 20;
/** Seconds after which a caller may try again: the largest document takes about as long. */
const RETRY_AFTER_SECONDS = 3;

/** Who wants a document looked at. */
export type AskedBy = 'call' | 'run';

/** Work on whole documents (checks, translations): a few at a time, tenants in turn, and each in short turns. */
@Injectable()
export class DocumentWork {
  private readonly gate = new FairGate({ total: AT_ONCE, perTenant: AT_ONCE_OF_TENANT, maxWaiting: MAX_WAITING });

  constructor(private readonly turns: MainThread) {}

  /**
   * Does all steps of a piece of work.
   * @param by what asks: a call of the API, or a run, of which there are so many at once and no more
   * @param begin called when there is room
   * @throws Problem 429 when too many calls of the tenant wait already, and whatever a step throws
   */
  async inTurns<T>(tenantId: string, by: AskedBy, begin: () => Iterator<void, T>): Promise<T> {
    if (by === 'run') return this.turns.inTurns(tenantId, begin());
    await this.enter(tenantId);
    try {
      return await this.turns.inTurns(tenantId, begin());
    } finally {
      this.gate.leave(tenantId);
    }
  }

  private async enter(tenantId: string): Promise<void> {
    try {
      await this.gate.waitToEnter(tenantId);
    } catch (error) {
      if (!(error instanceof TooManyWaitingError)) throw error;
      const detail = 'Too many workflows of this tenant are being checked already. Try again in a moment.';
      throw Problem.tooMany(detail, RETRY_AFTER_SECONDS);
    }
  }
}
