import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { keyOf, type Page, type PageQuery, pageOf } from '../../http/page.js';
import { isAtLeast, type MemberRole, weaker } from '../../http/permissions.js';
import type { Principal } from '../../http/principal.js';
import { Problem } from '../../http/problem.js';
import { DomainEvents } from '../../infrastructure/database/domain-events.js';
import { UnitOfWork } from '../../infrastructure/database/unit-of-work.js';
import { AuditService } from '../audit/audit.service.js';
import type { Member } from './dto/tenant-answers.js';
import { Membership } from './membership.entity.js';

@Injectable()
export class MembersService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditService,
    private readonly events: DomainEvents,
  ) {}

  list(tenantId: string, query: PageQuery): Promise<Page<Member>> {
    return this.work.inTenant(tenantId, async (tx) => {
      const rows = (await tx.query(
        `select m.user_id as "userId", u.email, u.name, m.role, m.created_at as "joinedAt"
         from memberships m join users u on u.id = m.user_id
         where m.tenant_id = $1 and ($2::uuid is null or m.user_id > $2) order by m.user_id limit $3`,
        [tenantId, keyOf(query)?.[0] ?? null, query.limit + 1],
      )) as Member[];
      return pageOf(rows, query, (row) => [row.userId]);
    });
  }

  /** The role of a member now, or `undefined`. */
  async roleOf(tenantId: string, userId: string): Promise<MemberRole | undefined> {
    const found = await this.work.inTenant(tenantId, (tx) => tx.findOneBy(Membership, { tenantId, userId }));
    return found?.role;
  }

  /**
   * The role of a member who is not disabled, as it is now and stays until the transaction ends: whoever changes it waits. Take it before
   * locks on users, links and keys, so that nobody waits in a ring.
   */
  async holdRole(tx: EntityManager, tenantId: string, userId: string): Promise<MemberRole | undefined> {
    const [row] = (await tx.query(
      `select role from memberships m where tenant_id = $1 and user_id = $2
         and not exists (select from users u where u.id = m.user_id and u.disabled_at is not null)
       for share of m`,
      [tenantId, userId],
    )) as { role: MemberRole }[];
    return row?.role;
  }

  /**
   * What the caller may do now, held like `holdRole`: a demotion that came in between counts.
   * @throws Problem 403 when they are no member any more
   */
  async holdReach(tx: EntityManager, caller: Principal): Promise<MemberRole> {
    const role = await this.holdRole(tx, caller.tenantId, caller.userId);
    if (!role) throw Problem.forbidden('auth.forbidden', 'You do not belong to this tenant any more.');
    return weaker(role, caller.role);
  }

  /** @throws Problem when the caller's role does not reach that far, or the last owner would be gone */
  async changeRole(caller: Principal, userId: string, role: MemberRole): Promise<void> {
    requirePersonFor(caller, role);
    await this.work.inTenant(caller.tenantId, async (tx) => {
      const { member, reach } = await this.reach(tx, caller, userId);
      requireReach(reach, role);
      if (member.role === 'owner' && role !== 'owner') await this.requireAnotherOwner(tx, userId);
      await tx.update(Membership, { tenantId: caller.tenantId, userId }, { role });
      await this.audit.record(tx, caller.tenantId, caller, {
        action: 'member.role_changed',
        target: { type: 'user', id: userId },
        before: { role: member.role },
        after: { role },
      });
    });
  }

  /** Removes a member, or lets one leave. What they made stays; their API keys end with the membership. */
  async remove(caller: Principal, userId: string): Promise<void> {
    await this.work.inTenant(caller.tenantId, async (tx) => {
      const { member } = await this.reach(tx, caller, userId);
      if (member.role === 'owner') await this.requireAnotherOwner(tx, userId);
      // Who is no member any more is seen by nobody of the tenant: the audit keeps what they were called.
      const [user] = await tx.query('select name from users where id = $1', [userId]);
      await tx.delete(Membership, { tenantId: caller.tenantId, userId });
      await this.audit.record(tx, caller.tenantId, caller, {
        action: 'member.removed',
        target: { type: 'user', id: userId },
        before: { name: user?.name, role: member.role },
      });
      await this.events.emit(tx, { type: 'member.removed', tenantId: caller.tenantId, payload: { userId } });
    });
  }

  /** The member, locked, if the caller may act on them; and how far the caller reaches now. */
  private async reach(
    tx: EntityManager,
    caller: Principal,
    userId: string,
  ): Promise<{ member: Membership; reach: MemberRole }> {
    // Owners are locked together and in one order, so that two of them can't remove each other at once.
    await tx.query(
      `select from memberships where tenant_id = $1 and (role = 'owner' or user_id in ($2, $3)) order by user_id
       for update`,
      [caller.tenantId, userId, caller.userId],
    );
    const reach = await this.holdReach(tx, caller);
    const member = await tx.findOneBy(Membership, { tenantId: caller.tenantId, userId });
    if (!member) throw Problem.notFound('member', userId);
    if (userId !== caller.userId) requireReach(reach, member.role);
    return { member, reach };
  }

  private async requireAnotherOwner(tx: EntityManager, userId: string): Promise<void> {
    const owners = await tx.findBy(Membership, { role: 'owner' });
    if (owners.some((owner) => owner.userId !== userId)) return;
    throw Problem.conflict(
      'tenant.last_owner',
      'This is the last owner of the tenant. Make somebody else an owner first.',
    );
  }
}

function requireReach(reach: MemberRole, role: MemberRole): void {
  if (isAtLeast(reach, role)) return;
  throw Problem.forbidden('member.role_too_high', `The role ${reach} can't give, change or remove the role ${role}.`);
}

/**
 * Who gives rights over others has to be a person: a key that was stolen, or has ended, must leave no admin behind.
 * @throws Problem 403
 */
export function requirePersonFor(caller: Principal, role: MemberRole): void {
  if (caller.kind === 'user' || !isAtLeast(role, 'admin')) return;
  throw Problem.forbidden('auth.person_required', `Only a person can make somebody ${role}, not an API key.`);
}
