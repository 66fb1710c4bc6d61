import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { keyOf, type Page, type PageQuery, pageOf } from '../../http/page.js';
import { isAtLeast, type MemberRole } from '../../http/permissions.js';
import type { Principal } from '../../http/principal.js';
import { Problem } from '../../http/problem.js';
import { PublicAddress } from '../../http/public-address.js';
import { UnitOfWork } from '../../infrastructure/database/unit-of-work.js';
import { newId } from '../../infrastructure/database/uuid.js';
import { AuditService } from '../audit/audit.service.js';
import { TenantsService } from '../tenants/tenants.service.js';
import { normalEmail, UsersService } from '../users/users.service.js';
import type { InvitationView } from './dto/auth-answers.js';
import { hashOf, newToken } from './one-time-token.js';

const DAYS = 7;

interface Found {
  id: string;
  tenantId: string;
  email: string | null;
  role: MemberRole;
}

/** One-time links into a tenant, which an admin hands over. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditService,
    private readonly tenants: TenantsService,
    private readonly users: UsersService,
    private readonly address: PublicAddress,
  ) {}

  /** The token and the link are shown here only. */
  async create(caller: Principal, role: MemberRole, email?: string) {
    if (!isAtLeast(caller.role, role)) {
      throw Problem.forbidden('member.role_too_high', `The role ${caller.role} can't invite to the role ${role}.`);
    }
    const { token, hash } = newToken();
    const invitation = await this.work.inTenant(caller.tenantId, async (tx) => {
      const id = newId();
      const [row] = (await tx.query(
        `insert into invitations (id, tenant_id, email, role, token_hash, created_by, expires_at)
         values ($1, $2, $3, $4, $5, $6, now() + make_interval(days => $7))
         returning id, email, role, created_at as "createdAt", expires_at as "expiresAt"`,
        [id, caller.tenantId, email ? normalEmail(email) : null, role, hash, caller.userId, DAYS],
      )) as InvitationView[];
      await this.audit.record(tx, caller.tenantId, caller, {
        action: 'invitation.created',
        target: { type: 'invitation', id },
        after: { email: email ?? null, role },
      });
      return row as InvitationView;
    });
    return { ...invitation, token, link: this.address.link(`/invitation#token=${token}`) };
  }

  list(tenantId: string, query: PageQuery): Promise<Page<InvitationView>> {
    return this.work.inTenant(tenantId, async (tx) => {
      const rows = (await tx.query(
        `select id, email, role, created_at as "createdAt", expires_at as "expiresAt" from invitations
         where tenant_id = $1 and expires_at > now() and ($2::uuid is null or id < $2) order by id desc limit $3`,
        [tenantId, keyOf(query)?.[0] ?? null, query.limit + 1],
      )) as InvitationView[];
      return pageOf(rows, query, (row) => [row.id]);
    });
  }

  async withdraw(caller: Principal, id: string): Promise<void> {
    await this.work.inTenant(caller.tenantId, async (tx) => {
      const [, count] = (await tx.query('delete from invitations where id = $1', [id])) as [unknown, number];
      if (count === 0) throw Problem.notFound('invitation', id);
      await this.audit.record(tx, caller.tenantId, caller, {
        action: 'invitation.withdrawn',
        target: { type: 'invitation', id },
      });
    });
  }

  /** Takes somebody who has an account into the tenant that invited them. */
  async accept(caller: Principal, token: string): Promise<{ tenantId: string; role: MemberRole }> {
    if (caller.kind !== 'user')
      throw Problem.forbidden('auth.person_required', 'Only a person can accept an invitation.');
    const { email } = await this.users.get(caller.userId);
    const found = await this.find(token, email);
    const mine = await this.tenants.ofUser(caller.userId);
    if (mine.some((tenant) => tenant.id === found.tenantId)) {
      throw Problem.conflict('member.already', 'You belong to this tenant already.');
    }
    await this.work.inTenant(found.tenantId, async (tx) => {
      await this.use(tx, found.id);
      await this.tenants.join(tx, found.tenantId, caller.userId, found.role);
      await this.audit.record(tx, found.tenantId, caller, {
        action: 'member.joined',
        target: { type: 'user', id: caller.userId },
        after: { role: found.role },
      });
    });
    return { tenantId: found.tenantId, role: found.role };
  }

  /** @throws Problem 403 when there is no such invitation, or it is another's */
  async find(token: string, email: string): Promise<Found> {
    const [found] = (await this.work.beforeTenant((tx) =>
      tx.query('select id, tenant_id as "tenantId", email, role from find_invitation($1)', [hashOf(token)]),
    )) as Found[];
    if (found && (found.email === null || found.email === normalEmail(email))) return found;
    throw invalid();
  }

  /** Uses an invitation up, in a transaction of its tenant. */
  async use(tx: EntityManager, id: string): Promise<void> {
    const [, count] = (await tx.query('delete from invitations where id = $1 and expires_at > now()', [id])) as [
      unknown,
      number,
    ];
    if (count === 0) throw invalid();
  }
}

const invalid = () =>
  Problem.forbidden(
    'auth.invalid_invitation',
    'The invitation was used already, has run out, or is for another address.',
  );
