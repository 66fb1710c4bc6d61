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

/** What an entry takes up beside what was and what is: ids, times, names and indexes. */
const ENTRY_BYTES = 400;
/** Entries older than this are all there: nobody's transaction is still open that long. */
const SETTLED = "interval '10 minutes'";
/** Tenants whose entries are not added up from the first again; the oldest is forgotten. */
const TENANTS_KNOWN = 10_000;

/** Records who changed what, in the transaction of the change itself. */
@Injectable()
export class AuditService {
  /** By tenant: what its entries up to a time take up. They are never changed, so only later ones are added up. */
  private readonly known = new Map<string, { bytes: number; upTo: Date }>();

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

  /** Bytes that a tenant's entries take up, about. */
  async bytesOf(tx: EntityManager, tenantId: string): Promise<number> {
    const known = this.known.get(tenantId);
    const [row]: { settled: number; open: number; upTo: Date }[] = await tx.query(
      `select coalesce(sum(bytes) filter (where at <= up_to), 0)::float8 as settled,
         coalesce(sum(bytes) filter (where at > up_to), 0)::float8 as open, max(up_to) as "upTo"
       from (select now() - ${SETTLED} as up_to) t left join lateral (
         select at, ${ENTRY_BYTES} + coalesce(octet_length(before::text), 0) + coalesce(octet_length(after::text), 0) as bytes
         from audit where tenant_id = $1 and ($2::timestamptz is null or at > $2)
       ) e on true`,
      [tenantId, known?.upTo ?? null],
    );
    if (!row) throw new Error('a sum gives one row always');
    const settled = (known?.bytes ?? 0) + row.settled;
    this.known.delete(tenantId);
    if (this.known.size >= TENANTS_KNOWN) this.known.delete(this.known.keys().next().value as string);
    this.known.set(tenantId, { bytes: settled, upTo: row.upTo });
    return settled + row.open;
  }
}
