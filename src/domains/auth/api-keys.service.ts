import { Injectable } from '@nestjs/common';
import { keyOf, type Page, type PageQuery, pageOf } from '../../http/page.js';
import { isAtLeast } from '../../http/permissions.js';
import type { Principal } from '../../http/principal.js';
import { Problem } from '../../http/problem.js';
import { UnitOfWork } from '../../infrastructure/database/unit-of-work.js';
import { newId } from '../../infrastructure/database/uuid.js';
import { AuditService } from '../audit/audit.service.js';
import type { CreateApiKeyDto } from './dto/access.dto.js';
import type { ApiKeyView, NewApiKey } from './dto/auth-answers.js';
import { hashOf, newToken } from './one-time-token.js';
import { API_KEY_PREFIX } from './request-authenticator.js';

const HINT_LENGTH = 8;
const COLUMNS = `id, name, role, user_id as "userId", hint, created_at as "createdAt", expires_at as "expiresAt",
  last_used_at as "lastUsedAt"`;
/** Admins see and remove everybody's keys of the tenant, others their own. */
const seesAll = (caller: Principal) => isAtLeast(caller.role, 'admin');

/** Keys for programs. A key acts for the person who made it, in one tenant, and ends with that person's membership. */
@Injectable()
export class ApiKeysService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditService,
  ) {}

  /** The key itself is shown here only. */
  async create(caller: Principal, body: CreateApiKeyDto): Promise<NewApiKey> {
    const role = body.role ?? caller.role;
    if (!isAtLeast(caller.role, role)) {
      throw Problem.forbidden('apiKey.role_too_high', `The role ${caller.role} can't make a key of the role ${role}.`);
    }
    if (body.expiresAt && new Date(body.expiresAt) <= new Date()) {
      throw Problem.invalid('apiKey.expired', 'expiresAt is in the past.', [
        { field: 'expiresAt', message: 'must be in the future' },
      ]);
    }
    const key = `${API_KEY_PREFIX}${newToken().token}`;
    const id = newId();
    return this.work.inTenant(caller.tenantId, async (tx) => {
      const [row] = (await tx.query(
        `insert into api_keys (id, tenant_id, user_id, name, role, hash, hint, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8) returning ${COLUMNS}`,
        [
          id,
          caller.tenantId,
          caller.userId,
          body.name,
          role,
          hashOf(key),
          key.slice(0, HINT_LENGTH),
          body.expiresAt ?? null,
        ],
      )) as ApiKeyView[];
      await this.audit.record(tx, caller.tenantId, caller, {
        action: 'apiKey.created',
        target: { type: 'apiKey', id },
        after: { name: body.name, role },
      });
      return { ...(row as ApiKeyView), key };
    });
  }

  list(caller: Principal, query: PageQuery): Promise<Page<ApiKeyView>> {
    return this.work.inTenant(caller.tenantId, async (tx) => {
      const rows = (await tx.query(
        `select ${COLUMNS} from api_keys
         where tenant_id = $1 and ($2::uuid is null or id < $2) and ($3 or user_id = $4) order by id desc limit $5`,
        [caller.tenantId, keyOf(query)?.[0] ?? null, seesAll(caller), caller.userId, query.limit + 1],
      )) as ApiKeyView[];
      return pageOf(rows, query, (row) => [row.id]);
    });
  }

  async remove(caller: Principal, id: string): Promise<void> {
    await this.work.inTenant(caller.tenantId, async (tx) => {
      const [rows] = (await tx.query(
        'delete from api_keys where id = $1 and ($2 or user_id = $3) returning name, role',
        [id, seesAll(caller), caller.userId],
      )) as [{ name: string; role: string }[], number];
      if (!rows[0]) throw Problem.notFound('apiKey', id);
      await this.audit.record(tx, caller.tenantId, caller, {
        action: 'apiKey.removed',
        target: { type: 'apiKey', id },
        before: rows[0],
      });
    });
  }
}
