import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import type { Principal } from '../../http/principal.js';
import { Problem } from '../../http/problem.js';
import { UnitOfWork } from '../../infrastructure/database/unit-of-work.js';
import { AuditService } from '../audit/audit.service.js';
import type { UserView } from './dto/user-answers.js';
import { User } from './user.entity.js';

/** Further tenants of one person that are told of what changes. */
const MOST_TOLD = 50;
const UNIQUE_VIOLATION = '23505';
export const EMAIL_TAKEN = 'user.email_taken';

/** The one form in which an address is stored and compared. */
export const normalEmail = (email: string) => email.trim().toLowerCase();

const viewOf = ({ id, email, name, createdAt }: User): UserView => ({ id, email, name, createdAt });

@Injectable()
export class UsersService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditService,
  ) {}

  /**
   * Adds a user with a password, in a transaction of that user.
   * @throws Problem 409 when the address is taken
   */
  async create(tx: EntityManager, user: { id: string; email: string; name: string; hash: string; tenantId: string }) {
    try {
      await tx.query(`insert into users (id, email, name, last_tenant_id) values ($1, $2, $3, $4)`, [
        user.id,
        normalEmail(user.email),
        user.name.trim(),
        user.tenantId,
      ]);
    } catch (error) {
      if ((error as { driverError?: { code?: string } }).driverError?.code !== UNIQUE_VIOLATION) throw error;
      throw Problem.conflict(EMAIL_TAKEN, 'There is an account with this e-mail address. Sign in instead.');
    }
    await tx.query('insert into user_passwords (user_id, hash) values ($1, $2)', [user.id, user.hash]);
    return viewOf(await tx.findOneByOrFail(User, { id: user.id }));
  }

  async get(userId: string): Promise<UserView & { lastTenantId: string | null }> {
    const user = await this.work.asUser(userId, (tx) => tx.findOneBy(User, { id: userId }));
    if (!user) throw Problem.notFound('user', userId);
    return { ...viewOf(user), lastTenantId: user.lastTenantId };
  }

  /** The names of users, as far as the transaction sees them: those of its tenant, and its own user. */
  async namesOf(tx: EntityManager, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (ids.length === 0) return new Map();
    const users = await tx.find(User, { select: { id: true, name: true }, where: { id: In([...ids]) } });
    return new Map(users.map(({ id, name }) => [id, name]));
  }

  /** Changes the caller's name, by which all of their tenants know them, and are told so. */
  async rename(caller: Principal, name: string): Promise<UserView> {
    const { userId } = caller;
    const before = await this.get(userId);
    const after = name.trim();
    if (before.name === after) return before;
    const tell = (tx: EntityManager, tenantId: string) =>
      this.audit.record(tx, tenantId, caller, {
        action: 'user.renamed',
        target: { type: 'user', id: userId },
        before: { name: before.name },
        after: { name: after },
      });
    await this.work.inTenant(
      caller.tenantId,
      async (tx) => {
        await tx.update(User, { id: userId }, { name: after });
        await tell(tx, caller.tenantId);
      },
      userId,
    );
    const tenants: { id: string }[] = await this.work.beforeTenant((tx) =>
      tx.query('select id from tenants_of_user($1) where id <> $2 limit $3', [userId, caller.tenantId, MOST_TOLD]),
    );
    for (const { id } of tenants) await this.work.inTenant(id, (tx) => tell(tx, id));
    return this.get(userId);
  }

  /** Remembers the tenant in use, where the next login leads. */
  async remember(tx: EntityManager, userId: string, tenantId: string): Promise<void> {
    await tx.update(User, { id: userId }, { lastTenantId: tenantId });
  }

  async passwordHash(userId: string): Promise<string | undefined> {
    const [row] = (await this.work.asUser(userId, (tx) =>
      tx.query('select hash from user_passwords where user_id = $1', [userId]),
    )) as { hash: string }[];
    return row?.hash;
  }

  async setPasswordHash(tx: EntityManager, userId: string, hash: string): Promise<void> {
    await tx.query('update user_passwords set hash = $2, changed_at = now() where user_id = $1', [userId, hash]);
  }

  /** For the login: `undefined` when nobody has that address. */
  async findLogin(email: string): Promise<{ userId: string; hash: string; disabled: boolean } | undefined> {
    const [row] = (await this.work.beforeTenant((tx) =>
      tx.query('select user_id as "userId", hash, disabled from find_login($1)', [normalEmail(email)]),
    )) as { userId: string; hash: string; disabled: boolean }[];
    return row;
  }
}
