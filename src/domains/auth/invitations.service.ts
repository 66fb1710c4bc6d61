import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { keyOf, type Page, type PageQuery, pageOf } from '../../http/page.js';
import { isAtLeast, type MemberRole, PERMISSIONS } from '../../http/permissions.js';
import type { Principal } from '../../http/principal.js';
import { Problem } from '../../http/problem.js';
import { PublicAddress } from '../../http/public-address.js';
import { UnitOfWork } from '../../infrastructure/database/unit-of-work.js';
import { newId } from '../../infrastructure/database/uuid.js';
import { AuditService } from '../audit/audit.service.js';
import { MembersService, requirePersonFor } from '../tenants/members.service.js';
import { TenantsService } from '../tenants/tenants.service.js';
import { normalEmail, UsersService } from '../users/users.service.js';
import type { InvitationLook, InvitationView } from './dto/auth-answers.js';
import { hashOf, KEPT_DAYS, newToken } from './one-time-token.js';

const DAYS = 7;

interface Found {
  id: string;
  tenantId: string;
  email: string | null;
  role: MemberRole;
}

/**
 * One-time links into a tenant, which an admin hands over. A link is as good as whoever made it: it ends when they are
 * demoted below what it gives or below admin, when they leave, and with the API key that made it. The database ends it
 * in the transaction of the change; whoever uses it holds the maker's role still meanwhile.
 */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditService,
    private readonly tenants: TenantsService,
    private readonly members: MembersService,
    private readonly users: UsersService,
    private readonly address: PublicAddress,
  ) {}

  /** The token and the link are shown here only. */
  async create(caller: Principal, role: MemberRole, email?: string) {
    requirePersonFor(caller, role);
    const { token, hash } = newToken();
    const invitation = await this.work.inTenant(caller.tenantId, async (tx) => {
      const reach = await this.members.holdReach(tx, caller);
      if (!isAtLeast(reach, role) || !mayInvite(reach)) {
        throw Problem.forbidden('member.role_too_high', `The role ${reach} can't invite to the role ${role}.`);
      }
      const keyEndsAt = caller.kind === 'apiKey' ? await holdKey(tx, caller.id) : null;
      const id = newId();
      await tx.query(
        `delete from invitations where least(ended_at, expires_at) < now() - make_interval(days => ${KEPT_DAYS})`,
      );
      const [row] = (await tx.query(
        `insert into invitations (id, tenant_id, email, role, token_hash, created_by, api_key_id, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, least(now() + make_interval(days => $8), $9))
         returning id, email, role, created_at as "createdAt", expires_at as "expiresAt"`,
        [
          id,
          caller.tenantId,
          email ? normalEmail(email) : null,
          role,
          hash,
          caller.userId,
          caller.kind === 'apiKey' ? caller.id : null,
          DAYS,
          keyEndsAt,
        ],
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
         where tenant_id = $1 and ended_at is null and expires_at > now() and ($2::uuid is null or id < $2)
         order by id desc limit $3`,
        [tenantId, keyOf(query)?.[0] ?? null, query.limit + 1],
      )) as InvitationView[];
      return pageOf(rows, query, (row) => [row.id]);
    });
  }

  async withdraw(caller: Principal, id: string): Promise<void> {
    await this.work.inTenant(caller.tenantId, async (tx) => {
      if (!(await end(tx, id, 'withdrawn'))) throw Problem.notFound('invitation', id);
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
    await this.refusing(found, () =>
      this.work.inTenant(
        found.tenantId,
        async (tx) => {
          await this.use(tx, found, caller.userId);
          await this.tenants.join(tx, found.tenantId, caller.userId, found.role);
          await this.audit.record(tx, found.tenantId, caller, {
            action: 'member.joined',
            target: { type: 'user', id: caller.userId },
            after: { role: found.role },
          });
        },
        caller.userId,
      ),
    );
    return { tenantId: found.tenantId, role: found.role };
  }

  /**
   * Whose invitation it is and where it leads, for whoever holds its link.
   * @throws Problem 403 when there is no such invitation, or not any more
   */
  async look(token: string): Promise<InvitationLook> {
    const found = await this.foundBy(token);
    if (!found?.isOpen) throw invalid();
    const { id, tenantId, role, email } = found;
    const [names] = await this.work.inTenant(tenantId, (tx) =>
      tx.query(
        `select t.name as tenant, u.name as inviter from invitations i join tenants t on t.id = i.tenant_id
           left join users u on u.id = i.created_by
         where i.id = $1`,
        [id],
      ),
    );
    if (!names) throw invalid();
    return { ...names, role, email };
  }

  /** @throws Problem 403 when there is no such invitation, or not any more, or it is another's */
  async find(token: string, email: string): Promise<Found> {
    const found = await this.foundBy(token);
    if (!found) throw invalid();
    const isTheirs = found.email === null || found.email === normalEmail(email);
    if (found.isOpen && isTheirs) return found;
    await this.refused(found);
    throw invalid();
  }

  private async foundBy(token: string): Promise<(Found & { isOpen: boolean }) | undefined> {
    const [found] = await this.work.beforeTenant((tx) =>
      tx.query('select id, tenant_id as "tenantId", email, role, is_open as "isOpen" from find_invitation($1)', [
        hashOf(token),
      ]),
    );
    return found;
  }

  /**
   * Uses an invitation up, in a transaction of its tenant, if whoever made it could still make it.
   * @param userId who uses it; they need no account yet
   */
  async use(tx: EntityManager, { id, tenantId, role }: Found, userId: string): Promise<void> {
    const [made] = (await tx.query('select created_by as "by" from invitations where id = $1', [id])) as {
      by: string;
    }[];
    const reach = made && (await this.members.holdRole(tx, tenantId, made.by));
    if (!reach || !isAtLeast(reach, role) || !mayInvite(reach)) throw invalid();
    await tx.query('select from users where id = $1 for update', [userId]); // one who accepts two at once takes turns
    if (!(await end(tx, id, 'used'))) throw invalid();
    await this.audit.record(
      tx,
      tenantId,
      { kind: 'user', userId, id: userId },
      { action: 'invitation.used', target: { type: 'invitation', id }, after: { role } },
    );
  }

  /** Does what uses an invitation, and tells its tenant when that was refused. */
  async refusing<T>(invitation: Found, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof Problem && error.code === INVALID) await this.refused(invitation);
      throw error;
    }
  }

  /** Tells the tenant that somebody tried a link that is not good any more, or is another's: once an hour for each. */
  private refused({ id, tenantId }: Found): Promise<void> {
    const hour = new Date().toISOString().slice(0, 13);
    return this.work.inTenant(tenantId, (tx) =>
      this.audit.record(tx, tenantId, undefined, {
        action: 'invitation.refused',
        target: { type: 'invitation', id },
        once: `invitation.refused ${id} ${hour}`,
      }),
    );
  }
}

const mayInvite = (role: MemberRole) => isAtLeast(role, PERMISSIONS['members.write']);

/** Ends an open invitation, in a transaction of its tenant; says whether it was open. */
async function end(tx: EntityManager, id: string, because: string): Promise<boolean> {
  const [, count] = (await tx.query(
    `update invitations set ended_at = now(), ended_because = $2
     where id = $1 and ended_at is null and expires_at > now()`,
    [id, because],
  )) as [unknown, number];
  return count > 0;
}

/** When the API key ends, which can't be removed until the transaction ends. */
async function holdKey(tx: EntityManager, id: string): Promise<Date | null> {
  const [key] = (await tx.query('select expires_at as "endsAt" from api_keys where id = $1 for share', [id])) as {
    endsAt: Date | null;
  }[];
  if (!key) throw new Problem(401, 'auth.invalid_token', 'The API key is not valid any more.');
  return key.endsAt;
}

const INVALID = 'auth.invalid_invitation';
const invalid = () =>
  Problem.forbidden(
    INVALID,
    'The invitation was used already, has ended, or is for another address. Ask an admin of the tenant for another.',
  );
