import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { isAddressBlock } from '../../http/client-address.js';
import { keyOf, type Page, type PageQuery, pageOf } from '../../http/page.js';
import { isAtLeast, type MemberRole, PERSON_ONLY, type PermissionName, roleMay } from '../../http/permissions.js';
import type { Principal } from '../../http/principal.js';
import { type FieldFault, Problem } from '../../http/problem.js';
import { UnitOfWork } from '../../infrastructure/database/unit-of-work.js';
import { newId } from '../../infrastructure/database/uuid.js';
import { AuditService } from '../audit/audit.service.js';
import { MembersService } from '../tenants/members.service.js';
import { type CreateApiKeyDto, DEFAULT_KEY_DAYS, LONGEST_KEY_DAYS } from './dto/access.dto.js';
import type { ApiKeyView, NewApiKey } from './dto/auth-answers.js';
import { hashOf, newToken } from './one-time-token.js';
import { API_KEY_PREFIX } from './request-authenticator.js';

const HINT_LENGTH = 8;
const DAY_MS = 24 * 60 * 60 * 1000;
/** A clock that goes before ours, or a day that summer time made longer, is no reason to refuse "a year from now". */
const LENIENCE_MS = DAY_MS;
const COLUMNS = `id, name, role, user_id as "userId", hint, created_at as "createdAt", expires_at as "expiresAt",
  last_used_at as "lastUsedAt", permissions, coalesce(addresses, '{}') as addresses, parent_id as "parentId"`;
/** Admins see and remove everybody's keys of the tenant, others their own. */
const seesAll = (caller: Principal) => isAtLeast(caller.role, 'admin');

/** What a key may do, until when, and from where. */
interface Bounds {
  role: MemberRole;
  expiresAt: Date;
  permissions: readonly PermissionName[] | null;
  addresses: readonly string[] | null;
}

/**
 * Keys for programs. A key acts for the person who made it, in one tenant, and ends with that person's membership. What
 * a key makes may do no more than itself, from no further addresses and no longer, and goes when it goes.
 */
@Injectable()
export class ApiKeysService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditService,
    private readonly members: MembersService,
  ) {}

  /** The key itself is shown here only. */
  async create(caller: Principal, body: CreateApiKeyDto): Promise<NewApiKey> {
    const key = `${API_KEY_PREFIX}${newToken().token}`;
    const id = newId();
    return this.work.inTenant(caller.tenantId, async (tx) => {
      const reach = await this.members.holdReach(tx, caller);
      const parent = caller.kind === 'apiKey' ? await hold(tx, caller.id) : undefined;
      const { role, expiresAt, permissions, addresses } = boundsOf(body, reach, parent);
      const [row] = (await tx.query(
        `insert into api_keys (id, tenant_id, user_id, name, role, hash, hint, expires_at, permissions, addresses, parent_id)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning ${COLUMNS}`,
        [
          id,
          caller.tenantId,
          caller.userId,
          body.name,
          role,
          hashOf(key),
          key.slice(0, HINT_LENGTH),
          expiresAt,
          permissions,
          addresses,
          parent ? caller.id : null,
        ],
      )) as ApiKeyView[];
      await this.audit.record(tx, caller.tenantId, caller, {
        action: 'apiKey.created',
        target: { type: 'apiKey', id },
        after: {
          name: body.name,
          role,
          expiresAt: expiresAt.toISOString(),
          ...(permissions ? { permissions } : {}),
          ...(addresses ? { addresses } : {}),
        },
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

  /**
   * Removes a key, and with it the keys and the open invitations that it made. A key removes none that may do more than
   * itself: one that is made for little, and gets about, must not end the others of its person.
   * @throws Problem 403, 404
   */
  async remove(caller: Principal, id: string): Promise<void> {
    await this.work.inTenant(caller.tenantId, async (tx) => {
      const [rows] = (await tx.query(
        'delete from api_keys where id = $1 and ($2 or user_id = $3) returning name, role, permissions',
        [id, seesAll(caller), caller.userId],
      )) as [{ name: string; role: MemberRole; permissions: PermissionName[] | null }[], number];
      if (!rows[0]) throw Problem.notFound('apiKey', id);
      const { permissions, ...before } = rows[0];
      if (caller.kind === 'apiKey' && caller.id !== id && !reaches(caller, before.role, permissions)) {
        throw Problem.forbidden('apiKey.reaches_further', 'This API key may do more than the one that you call with.');
      }
      await this.audit.record(tx, caller.tenantId, caller, {
        action: 'apiKey.removed',
        target: { type: 'apiKey', id },
        before,
      });
    });
  }
}

/** Whether a caller may do all that a key may. */
function reaches(caller: Principal, role: MemberRole, permissions: readonly PermissionName[] | null): boolean {
  if (!isAtLeast(caller.role, role)) return false;
  return !caller.permissions || permissions?.every((name) => caller.permissions?.has(name)) === true;
}

/** The bounds of a key, which can't be removed until the transaction ends. */
async function hold(
  tx: EntityManager,
  id: string,
): Promise<Omit<Bounds, 'role' | 'expiresAt'> & { endsAt: Date | null }> {
  const [key] = (await tx.query(
    'select expires_at as "endsAt", permissions, addresses from api_keys where id = $1 for share',
    [id],
  )) as { endsAt: Date | null; permissions: PermissionName[] | null; addresses: string[] | null }[];
  if (!key) throw new Problem(401, 'auth.invalid_token', 'The API key is not valid any more.');
  return key;
}

/**
 * The bounds of a new key: what was asked for, as far as its maker reaches.
 * @param parent the key that makes it, if one does
 * @throws Problem 403 when the role is too high, 422 for what else does not fit
 */
function boundsOf(body: CreateApiKeyDto, reach: MemberRole, parent?: Awaited<ReturnType<typeof hold>>): Bounds {
  const role = body.role ?? reach;
  if (!isAtLeast(reach, role)) {
    throw Problem.forbidden('apiKey.role_too_high', `The role ${reach} can't make a key of the role ${role}.`);
  }
  return {
    role,
    expiresAt: endOf(body.expiresAt, parent?.endsAt ?? null),
    permissions: permissionsOf(body.permissions, role, parent?.permissions ?? null),
    addresses: addressesOf(body.addresses, parent?.addresses ?? null),
  };
}

function endOf(asked: string | undefined, parentEndsAt: Date | null): Date {
  const fault = (code: string, message: string) =>
    Problem.invalid(`apiKey.${code}`, `expiresAt ${message}.`, [{ field: 'expiresAt', message }]);
  const now = Date.now();
  const latest = parentEndsAt?.getTime() ?? Number.POSITIVE_INFINITY;
  if (asked === undefined) return new Date(Math.min(now + DEFAULT_KEY_DAYS * DAY_MS, latest));
  const end = new Date(asked);
  if (end.getTime() <= now) throw fault('expired', 'must be in the future');
  if (end.getTime() > now + LONGEST_KEY_DAYS * DAY_MS + LENIENCE_MS) {
    throw fault('too_long', `must be within ${LONGEST_KEY_DAYS} days`);
  }
  if (end.getTime() > latest)
    throw fault('outlives_its_key', 'must not be later than the end of the key that makes it');
  return end;
}

function permissionsOf(
  asked: readonly PermissionName[] | undefined,
  role: MemberRole,
  parents: readonly PermissionName[] | null,
): readonly PermissionName[] | null {
  if (!asked) return parents;
  const refuse = (name: PermissionName): string | undefined => {
    if (PERSON_ONLY.has(name)) return `${name} is for people only`;
    if (!roleMay(role, name)) return `the role ${role} does not have ${name}`;
    if (parents && !parents.includes(name)) return `the key that makes it does not have ${name}`;
    return undefined;
  };
  throwFaults('permissions', asked.map(refuse));
  return [...new Set(asked)].sort();
}

function addressesOf(
  asked: readonly string[] | undefined,
  parents: readonly string[] | null,
): readonly string[] | null {
  if (!asked || asked.length === 0) return parents;
  const refuse = (entry: string): string | undefined => {
    if (!isAddressBlock(entry)) return `'${entry}' is neither an IP address nor a CIDR block such as 192.0.2.0/24`;
    if (parents && !parents.includes(entry)) return `the key that makes it is not allowed from ${entry}`;
    return undefined;
  };
  throwFaults('addresses', asked.map(refuse));
  return [...new Set(asked)];
}

function throwFaults(field: string, messages: readonly (string | undefined)[]): void {
  const errors = messages.flatMap((message, i): FieldFault[] => (message ? [{ field: `${field}.${i}`, message }] : []));
  if (errors[0]) throw Problem.invalid(`apiKey.invalid_${field}`, `${field}: ${errors[0].message}.`, errors);
}
