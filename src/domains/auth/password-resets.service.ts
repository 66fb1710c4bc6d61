import { Injectable } from '@nestjs/common';
import { isAtLeast } from '../../http/permissions.js';
import type { Principal } from '../../http/principal.js';
import { Problem } from '../../http/problem.js';
import { PublicAddress } from '../../http/public-address.js';
import { UnitOfWork } from '../../infrastructure/database/unit-of-work.js';
import { AuditService } from '../audit/audit.service.js';
import { MembersService } from '../tenants/members.service.js';
import { TenantsService } from '../tenants/tenants.service.js';
import { UsersService } from '../users/users.service.js';
import { hashOf, newToken } from './one-time-token.js';
import { Passwords } from './passwords.js';
import { SessionsService } from './sessions.service.js';
import type { Client } from './sign-in/client.js';
import { SignInPace } from './sign-in/sign-in-pace.js';

const HOURS = 24;

/** Forgotten passwords: one-time links that an admin hands over. */
@Injectable()
export class PasswordResetsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly passwords: Passwords,
    private readonly users: UsersService,
    private readonly members: MembersService,
    private readonly tenants: TenantsService,
    private readonly sessions: SessionsService,
    private readonly audit: AuditService,
    private readonly pace: SignInPace,
    private readonly address: PublicAddress,
  ) {}

  /**
   * A link for a member of the caller's tenant. Only for one who belongs to no other tenant: the link opens the whole
   * account, which an admin of one tenant must not get to through another.
   */
  async create(caller: Principal, userId: string): Promise<{ link: string; token: string; expiresAt: Date }> {
    const role = await this.members.roleOf(caller.tenantId, userId);
    if (!role) throw Problem.notFound('member', userId);
    if (!isAtLeast(caller.role, role)) {
      throw Problem.forbidden(
        'member.role_too_high',
        `The role ${caller.role} can't reset the password of the role ${role}.`,
      );
    }
    if ((await this.tenants.ofUser(userId)).length > 1) {
      throw Problem.forbidden(
        'password.shared_account',
        'This account does not belong to this tenant alone. The operator can make a link: orchestrator reset-password EMAIL.',
      );
    }
    const { token, hash } = newToken();
    const expiresAt = new Date(Date.now() + HOURS * 60 * 60 * 1000);
    await this.work.inTenant(
      caller.tenantId,
      async (tx) => {
        await tx.query('delete from password_resets where user_id = $1', [userId]);
        await tx.query('insert into password_resets (token_hash, user_id, expires_at) values ($1, $2, $3)', [
          hash,
          userId,
          expiresAt,
        ]);
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
   * @returns whose password it is now
   * @throws Problem 403 when the link is not good (any more), 422 when the password is weak
   */
  async use(token: string, password: string, client: Client): Promise<{ email: string }> {
    const tokenHash = hashOf(token);
    const [found] = (await this.work.beforeTenant((tx) =>
      tx.query('select find_password_reset($1) as "userId"', [tokenHash]),
    )) as { userId: string | null }[];
    const invalid = () =>
      Problem.forbidden('auth.invalid_reset', 'The link was used already or has run out. Ask for another.');
    const userId = found?.userId;
    if (!userId) throw invalid();
    const user = await this.users.get(userId);
    await this.passwords.requireGood(password, [user.email, user.name]);
    const hash = await this.passwords.hash(password, client.network);
    await this.work.asUser(userId, async (tx) => {
      const [, count] = (await tx.query('delete from password_resets where token_hash = $1', [tokenHash])) as [
        unknown,
        number,
      ];
      if (count === 0) throw invalid();
      await this.users.setPasswordHash(tx, userId, hash);
      await this.sessions.endOthers(tx, userId);
    });
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
        await this.users.setPasswordHash(tx, caller.userId, hash);
        await this.sessions.endOthers(tx, caller.userId, caller.id);
        await this.audit.record(tx, caller.tenantId, caller, {
          action: 'password.changed',
          target: { type: 'user', id: caller.userId },
        });
      },
      caller.userId,
    );
  }

  /** Whoever has taken over a session must not guess the password through it. */
  private async requireCurrent(caller: Principal, current: string, client: Client): Promise<void> {
    const attempt = await this.pace.ownPassword(caller.id);
    const stored = await this.users.passwordHash(caller.userId);
    const right = await this.passwords.matches(current, stored, client.network).catch(async (error: unknown) => {
      await attempt.undecided();
      throw error;
    });
    if (!right) throw Problem.forbidden('auth.wrong_password', 'The current password is wrong.');
    await attempt.succeeded();
  }
}
