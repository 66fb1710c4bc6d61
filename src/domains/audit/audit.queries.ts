import { Injectable } from '@nestjs/common';
import { keyOf, type Page, pageOf } from '../../http/page.js';
import { UnitOfWork } from '../../infrastructure/database/unit-of-work.js';
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
         order by id desc limit $6`,
        [
          tenantId,
          keyOf(query)?.[0] ?? null,
          query.action === undefined ? null : patternOf(query.action),
          query.targetId ?? null,
          query.actorId ?? null,
          query.limit + 1,
        ],
      )) as AuditEntry[];
      return pageOf(rows, query, (row) => [row.id]);
    });
  }
}

/** As LIKE understands it: a star stands for any text, everything else for itself. */
function patternOf(action: string): string {
  return action.replace(/[\\%_]/g, '\\$&').replaceAll('*', '%');
}
