import { Injectable } from '@nestjs/common';
import type { Principal } from '../../http/principal.js';
import { Problem } from '../../http/problem.js';
import { FairGate, TooManyWaitingError } from '../../infrastructure/fairness/fair-gate.js';

/** Questions that are worked on side by side in a process: more would only hold their data in memory. */
const AT_ONCE = 8;
/** Of one tenant, so that others come in between. */
const AT_ONCE_OF_TENANT = 4;
/** Of one person: an editor asks for the values of a node and for the choices of a parameter at the same time. */
const AT_ONCE_OF_PERSON = 2;
/** Questions of one person that wait: clients ask by the hundred at once, and an editor a handful. */
const MAX_WAITING_OF_PERSON = 200;
/** Of all people of a tenant. */
const MAX_WAITING_OF_TENANT = 400;
/** People are not counted: their tenants are. */
const MANY = 1_000_000;
const RETRY_AFTER_SECONDS = 2;

/** Places for what editors ask while people fill in nodes: a few at a time, for a person, a tenant and the process. */
@Injectable()
export class TrialPlaces {
  private readonly people = new FairGate({
    total: MANY,
    perTenant: AT_ONCE_OF_PERSON,
    maxWaiting: MAX_WAITING_OF_PERSON,
  });
  private readonly tenants = new FairGate({
    total: AT_ONCE,
    perTenant: AT_ONCE_OF_TENANT,
    maxWaiting: MAX_WAITING_OF_TENANT,
  });

  /** @throws Problem 429 when too many questions wait already, and whatever the work throws */
  async take<T>({ tenantId, userId }: Principal, work: () => Promise<T>): Promise<T> {
    const person = `${tenantId} ${userId}`;
    return within(this.people, person, () => within(this.tenants, tenantId, work));
  }
}

async function within<T>(gate: FairGate, key: string, work: () => Promise<T>): Promise<T> {
  try {
    await gate.waitToEnter(key);
  } catch (error) {
    if (!(error instanceof TooManyWaitingError)) throw error;
    throw Problem.tooMany(
      'Too many expressions are being tried out already. Try again in a moment.',
      RETRY_AFTER_SECONDS,
    );
  }
  try {
    return await work();
  } finally {
    gate.leave(key);
  }
}
