import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { keyOf, type Page, pageOf } from '../../http/page.js';
import { UnitOfWork } from '../../infrastructure/database/unit-of-work.js';
import { mentionedIn, namesOf } from './audit-names.js';
import type { AuditEntry } from './dto/audit-answers.js';
import type { AuditFilter, AuditQuery } from './dto/audit-query.dto.js';

@Injectable()
export class AuditQueries {
  constructor(private readonly work: UnitOfWork) {}

  /** The newest first. */
  list(tenantId: string, query: AuditFilter & Pick<AuditQuery, 'limit' | 'cursor'>): Promise<Page<AuditEntry>> {
    return this.work.inTenant(tenantId, async (tx) => {
      const rows = (await tx.query(
        `select id, at, json_build_object('kind', actor_kind, 'userId', actor_id, 'apiKeyId', api_key_id) as actor,
           action, json_build_object('type', target_type, 'id', target_id) as target, before, after
         from audit
         where tenant_id = $1 and ($2::uuid is null or id < $2) and ($3::text is null or action like $3)
           and ($4::text is null or target_id = $4) and ($5::uuid is null or actor_id = $5)
           and ($7::timestamptz is null or id >= first_id_at($7)) and ($8::timestamptz is null or id < first_id_at($8))
         order by id desc limit $6`,
        [
          tenantId,
          keyOf(query)?.[0] ?? null,
          query.action === undefined ? null : patternOf(query.action),
          query.targetId ?? null,
          query.actorId ?? null,
          query.limit + 1,
          query.from ?? null,
          query.to ?? null,
        ],
      )) as Row[];
      const page = pageOf(rows, query, (row) => [row.id]);
      return { ...page, items: await named(tx, tenantId, page.items) };
    });
  }
}

/** An entry as it is stored: everything by its id. */
type Row = Omit<AuditEntry, 'names' | 'actor' | 'target'> & {
  actor: Omit<AuditEntry['actor'], 'name'>;
  target: Omit<AuditEntry['target'], 'name' | 'isThere'>;
};

/** The same entries with names for what they tell of. */
async function named(tx: EntityManager, tenantId: string, rows: readonly Row[]): Promise<AuditEntry[]> {
  const mentioned = (row: Row) => [...mentionedIn(row.before), ...mentionedIn(row.after)];
  const ids = rows.flatMap((row) => [row.actor.userId ?? '', row.target.id, ...mentioned(row)]);
  const names = await namesOf(tx, tenantId, ids);
  return rows.map((row) => {
    const target = names.get(row.target.id);
    return {
      ...row,
      actor: { ...row.actor, name: names.get(row.actor.userId ?? '')?.name ?? null },
      target: { ...row.target, name: target?.name ?? null, isThere: target?.isThere ?? false },
      names: Object.fromEntries(
        mentioned(row).flatMap((id) => (names.has(id) ? [[id, names.get(id)?.name ?? '']] : [])),
      ),
    };
  });
}

/** As LIKE understands it: a star stands for any text, everything else for itself. */
function patternOf(action: string): string {
  return action.replace(/[\\%_]/g, '\\$&').replaceAll('*', '%');
}
