import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Principal } from '../../http/principal.js';
import { newId } from '../../infrastructure/database/uuid.js';

/** One change, as it is recorded. */
export interface Change {
  /** `thing.verb` in the past, such as `workflow.activated`. */
  action: string;
  target: { type: string; id: string };
  /** What it was and what it is, as far as it matters to a reader. Members named like secrets are struck out. */
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
  /** A second change of the tenant with the same text is left out: for what matters once, however often it happens. */
  once?: string;
}

/** Characters of what was and what is, each. What is recorded names things; nobody reads or needs more of them. */
const ENTRY_LIMIT = 16_384;

const SECRET = /pass(word|phrase)|secret|token|hash|api_?key|authorization|cookie|^data$/i;
const STRUCK_OUT = '***';

/** The same object with everything struck out that is named like a secret, at any depth. */
function withoutSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, SECRET.test(name) ? STRUCK_OUT : withoutSecrets(each)]),
  );
}

function json(value: unknown): string | null {
  if (value === undefined) return null;
  const text = JSON.stringify(withoutSecrets(value));
  // The entry itself is never refused: what happened has to be known.
  return text.length <= ENTRY_LIMIT ? text : JSON.stringify({ leftOut: `${text.length} characters` });
}

/** Records who changed what, in the transaction of the change itself. */
@Injectable()
export class AuditService {
  /**
   * @param actor who did it; `undefined` for the system itself
   * @param tenantId whose audit it goes to
   */
  async record(
    tx: EntityManager,
    tenantId: string,
    actor: Pick<Principal, 'kind' | 'userId' | 'id'> | undefined,
    change: Change,
  ): Promise<void> {
    await tx.query(
      `insert into audit (id, tenant_id, actor_id, actor_kind, api_key_id, action, target_type, target_id, before, after, once)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing`,
      [
        newId(),
        tenantId,
        actor?.userId ?? null,
        actor?.kind ?? 'system',
        actor?.kind === 'apiKey' ? actor.id : null,
        change.action,
        change.target.type,
        change.target.id,
        json(change.before),
        json(change.after),
        change.once ?? null,
      ],
    );
  }
}
