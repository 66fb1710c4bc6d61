import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { isAtLeast, type MemberRole, roleMay } from '../../http/permissions.js';
import type { Principal } from '../../http/principal.js';
import { Problem } from '../../http/problem.js';
import { PublicAddress } from '../../http/public-address.js';
import { UnitOfWork } from '../../infrastructure/database/unit-of-work.js';
import { AuditService } from '../audit/audit.service.js';
import { MembersService } from '../tenants/members.service.js';
import { UsersService } from '../users/users.service.js';
import { hashOf, KEPT_DAYS, newToken } from './one-time-token.js';
import { Passwords } from './passwords.js';
import { SessionsService } from './sessions.service.js';
import { BackgroundAudit } from './sign-in/background-audit.js';
import type { Client } from './sign-in/client.js';
import { SignInPace } from './sign-in/sign-in-pace.js';

const HOURS = 24;

/** A link, as it was made. */
interface Link {
  userId: string;
  /** The tenant and the admin it was made by; null: by the operator. */
  grantedIn: string | null;
  grantedBy: string | null;
  isOpen: boolean;
}

/** Forgotten passwords: one-time links that an admin hands over. */
@Injectable()
export class PasswordResetsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly passwords: Passwords,
    private readonly users: UsersService,
    private readonly members: MembersService,
    private readonly sessions: SessionsService,
    private readonly audit: AuditService,
    private readonly background: BackgroundAudit,
    private readonly pace: SignInPace,
    private readonly address: PublicAddress,
  ) {}

  /**
   * A link for a member of the caller's tenant. Only for one who belongs to no other tenant: the link opens the whole
   * account, which an admin of one tenant must not get to through another. It ends when either's membership changes,
   * the member joins another tenant, or the password changes.
   */
  async create(caller: Principal, userId: string): Promise<{ link: string; token: string; expiresAt: Date }> {
    if (caller.kind !== 'user') throw Problem.forbidden('auth.person_required', 'Only a person can make such a link.');
    const { token, hash } = newToken();
    const expiresAt = new Date(Date.now() + HOURS * 60 * 60 * 1000);
    await this.work.inTenant(
      caller.tenantId,
      async (tx) => {
        await this.requireReach(tx, caller.tenantId, caller.userId, userId);
        await tx.query(
          `delete from password_resets where user_id = $1 and expires_at < now() - make_interval(days => ${KEPT_DAYS})`,
          [userId],
        );
        await endOpen(tx, userId, 'replaced');
        await tx.query(
          `insert into password_resets (token_hash, user_id, granted_in, granted_by, expires_at)
           values ($1, $2, $3, $4, $5)`,
          [hash, userId, caller.tenantId, caller.userId, expiresAt],
        );
        await this.audit.record(tx, caller.tenantId, caller, {
          action: 'password.reset_offered',
          target: { type: 'user', id: userId },
        });
      },
      userId,
    );
    return { token, link: this.address.link(`/reset-password#token=${token}`), expiresAt };
  }

  /**
   * Sets a new password by a link, if whoever made it could still make it. Every session of the user ends.
   * @returns whose password it is now
   * @throws Problem 403 when the link is not good (any more), 422 when the password is weak
   */
  async use(token: string, password: string, client: Client): Promise<{ email: string }> {
    const [link] = (await this.work.beforeTenant((tx) =>
      tx.query(
        `select user_id as "userId", granted_in as "grantedIn", granted_by as "grantedBy", is_open as "isOpen"
         from find_password_reset($1)`,
        [hashOf(token)],
      ),
    )) as Link[];
    if (!link) throw invalid();
    if (!link.isOpen) throw await this.refused(link);
    const user = await this.users.get(link.userId);
    await this.passwords.requireGood(password, [user.email, user.name]);
    const hash = await this.passwords.hash(password, client.network);
    const set = (tx: EntityManager) => this.setByLink(tx, link, hashOf(token), hash);
    try {
      await (link.grantedIn
        ? this.work.inTenant(link.grantedIn, set, link.userId)
        : this.work.asUser(link.userId, set));
    } catch (error) {
      // Whatever has changed since the link was made is not told to whoever holds it.
      if (!(error instanceof Problem)) throw error;
      throw await this.refused(link);
    }
    return user;
  }

  /** Changes the caller's own password and ends their other sessions. */
  async change(caller: Principal, current: string, next: string, client: Client): Promise<void> {
    if (caller.kind !== 'user') throw Problem.forbidden('auth.person_required', 'Only a person can change a password.');
    const user = await this.users.get(caller.userId);
    await this.passwords.requireGood(next, [user.email, user.name]);
    await this.requireCurrent(caller, current, client);
    const hash = await this.passwords.hash(next, client.network);
    await this.work.inTenant(
      caller.tenantId,
      async (tx) => {
        await holdUser(tx, caller.userId);
        await this.users.setPasswordHash(tx, caller.userId, hash);
        await this.sessions.endOthers(tx, caller.userId, caller.id);
        await this.audit.record(tx, caller.tenantId, caller, changed(caller.userId));
      },
      caller.userId,
    );
    this.background.ofUser(caller.userId, caller, changed(caller.userId), caller.tenantId);
  }

  /** In a transaction of the user, and of the tenant that the link was made in. */
  private async setByLink(tx: EntityManager, link: Link, tokenHash: string, hash: string): Promise<void> {
    const { userId, grantedIn, grantedBy } = link;
    if (grantedIn && grantedBy) await this.requireReach(tx, grantedIn, grantedBy, userId);
    else await holdUser(tx, userId);
    const [, count] = (await tx.query(
      `update password_resets set ended_at = now(), ended_because = 'used'
       where token_hash = $1 and ended_at is null and expires_at > now()`,
      [tokenHash],
    )) as [unknown, number];
    if (count === 0) throw invalid();
    await this.users.setPasswordHash(tx, userId, hash);
    await this.sessions.endOthers(tx, userId);
    const actor = { kind: 'user' as const, userId, id: userId };
    const change = { action: 'password.reset', target: { type: 'user', id: userId }, after: { linkOf: grantedBy } };
    if (grantedIn) await this.audit.record(tx, grantedIn, actor, change);
    else this.work.afterCommit(tx, () => this.background.ofUser(userId, actor, change));
  }

  /**
   * That one may reset another's password now, and until the transaction ends: both roles are held, and the user, so
   * that they join no other tenant meanwhile.
   */
  private async requireReach(tx: EntityManager, tenantId: string, makerId: string, userId: string): Promise<void> {
    const held = new Map<string, MemberRole | undefined>();
    for (const id of [makerId, userId].sort()) held.set(id, await this.members.holdRole(tx, tenantId, id));
    const [reach, role] = [held.get(makerId), held.get(userId)];
    if (!role) throw Problem.notFound('member', userId);
    if (!reach || !roleMay(reach, 'members.reset') || !isAtLeast(reach, role)) {
      throw Problem.forbidden(
        'member.role_too_high',
        `The role ${reach} can't reset the password of the role ${role}.`,
      );
    }
    await holdUser(tx, userId);
    const [{ count }] = (await tx.query('select count(*)::int as count from tenants_of_user($1)', [userId])) as [
      { count: number },
    ];
    if (count > 1) {
      throw Problem.forbidden(
        'password.shared_account',
        'This account does not belong to this tenant alone. The operator can make a link: orchestrator reset-password EMAIL.',
      );
    }
  }

  /** Tells the tenant of the link, once an hour, that it was tried in vain; gives what to answer. */
  private async refused({ userId, grantedIn }: Link): Promise<Problem> {
    if (grantedIn) {
      const hour = new Date().toISOString().slice(0, 13);
      await this.work.inTenant(grantedIn, (tx) =>
        this.audit.record(tx, grantedIn, undefined, {
          action: 'password.reset_refused',
          target: { type: 'user', id: userId },
          once: `password.reset_refused ${userId} ${hour}`,
        }),
      );
    }
    return invalid();
  }

  /** Whoever has taken over a session must not guess the password through it. */
  private async requireCurrent(caller: Principal, current: string, client: Client): Promise<void> {
    const attempt = await this.pace.ownPassword(caller.id);
    const check = async () =>
      this.passwords.matches(current, await this.users.passwordHash(caller.userId), client.network);
    const right = await check().catch(async (error: unknown) => {
      await attempt.undecided();
      throw error;
    });
    await (right ? attempt.succeeded() : attempt.failed());
    if (!right) throw Problem.forbidden('auth.wrong_password', 'The current password is wrong.');
  }
}

/** Locks the user, after memberships and before links and passwords, so that nobody waits in a ring. */
async function holdUser(tx: EntityManager, userId: string): Promise<void> {
  await tx.query('select from users where id = $1 for update', [userId]);
}

async function endOpen(tx: EntityManager, userId: string, because: string): Promise<void> {
  await tx.query(
    'update password_resets set ended_at = now(), ended_because = $2 where user_id = $1 and ended_at is null',
    [userId, because],
  );
}

const changed = (userId: string) => ({ action: 'password.changed', target: { type: 'user', id: userId } });

const invalid = () =>
  Problem.forbidden('auth.invalid_reset', 'The link was used already, has run out or has ended. Ask for another.');
