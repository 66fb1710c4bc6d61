import { Injectable, Logger } from '@nestjs/common';
import type { CredentialAnswer } from '@orchestrator/runtime';
import { UnitOfWork } from '../../infrastructure/database/unit-of-work.js';

/** What a call showed of a credential. */
export interface Proof {
  ok: boolean;
  /** ISO 8601. */
  at: string;
  by: 'test' | 'run';
  /** For people. */
  message: string;
}

/** Which state of a credential a call was made with. */
export interface Revision {
  tenantId: string;
  id: string;
  updatedAt: Date;
}

/** How long the same again is no news. */
const SAME_MS = 5 * 60_000;
/** Credentials whose last outcome this process remembers; beyond it, all are forgotten, and written again. */
const REMEMBERED = 10_000;

/** Keeps with each credential what the last call showed of it: a test, or the call of a run. */
@Injectable()
export class CredentialProofs {
  private readonly log = new Logger(CredentialProofs.name);
  /** By revision of a credential. */
  private readonly last = new Map<string, { ok: boolean; at: number }>();

  constructor(private readonly work: UnitOfWork) {}

  /** Of a call in a run. Never throws and never waits; the same outcome is written every few minutes at most. */
  tell(of: Revision, { ok, host, status, reason }: CredentialAnswer): void {
    const key = `${of.id} ${of.updatedAt.getTime()}`;
    const before = this.last.get(key);
    const now = Date.now();
    if (before && before.ok === ok && now - before.at < SAME_MS) return;
    if (this.last.size >= REMEMBERED) this.last.clear();
    this.last.set(key, { ok, at: now });
    const message = reason ?? `The service at ${host} answered ${status}.`;
    this.keep(of, { ok, at: new Date(now).toISOString(), by: 'run', message }).catch((error: Error) => {
      this.last.delete(key); // the next call tells it
      this.log.error(`what a call showed of a credential could not be kept: ${error.message}`);
    });
  }

  /** Only while the credential is as it was: what was changed since is not shown by it. */
  async keep({ tenantId, id, updatedAt }: Revision, proof: Proof): Promise<void> {
    await this.work.inTenant(tenantId, (tx) =>
      tx.query(
        `update credentials set proof = $1
          where id = $2 and date_trunc('milliseconds', updated_at) = $3 and coalesce(proof->>'at', '') <= $1::jsonb->>'at'`,
        [JSON.stringify(proof), id, updatedAt],
      ),
    );
  }
}
