import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Config, registrationIsOpen } from '../../config/config.js';
import type { MemberRole } from '../../http/permissions.js';
import { Problem } from '../../http/problem.js';
import { RateLimiter } from '../../http/rate-limiter.js';
import { UnitOfWork } from '../../infrastructure/database/unit-of-work.js';
import { newId } from '../../infrastructure/database/uuid.js';
import { AuditService } from '../audit/audit.service.js';
import type { TenantOfUser } from '../tenants/dto/tenant-answers.js';
import { TenantsService } from '../tenants/tenants.service.js';
import type { UserView } from '../users/dto/user-answers.js';
import { normalEmail, UsersService } from '../users/users.service.js';
import type { LoginDto, RegisterDto, SetupDto } from './dto/auth.dto.js';
import type { Tokens, Welcome } from './dto/auth-answers.js';
import { InvitationsService } from './invitations.service.js';
import { hashOf } from './one-time-token.js';
import { Passwords } from './passwords.js';
import type { Session } from './session.entity.js';
import { type Client, SessionsService } from './sessions.service.js';

/** Addresses that one client may find taken: registering must not become a way to ask who has an account. */
const TAKEN = { code: 'user.email_taken', perClient: 20, windowMs: 15 * 60 * 1000 };
/** Failed logins to one account from one address, and to one account from anywhere, before it has to wait. */
const FAILURES = { perClient: 10, perAccount: 100, windowMs: 15 * 60 * 1000 };

/** How people come in: by registering, by claiming a fresh installation, by signing in. */
@Injectable()
export class AuthService {
  constructor(
    private readonly config: Config,
    private readonly work: UnitOfWork,
    private readonly passwords: Passwords,
    private readonly users: UsersService,
    private readonly tenants: TenantsService,
    private readonly sessions: SessionsService,
    private readonly invitations: InvitationsService,
    private readonly limiter: RateLimiter,
    private readonly audit: AuditService,
  ) {}

  /**
   * A new account: with a tenant of its own, or in the tenant that invited it.
   * @throws Problem 403 when registration is by invitation and there is none, 409 when the address is taken, 429 when
   * one client has found too many taken
   */
  async register(body: RegisterDto, client: Client): Promise<Welcome> {
    if (!body.invitation && !registrationIsOpen(this.config)) {
      throw Problem.forbidden(
        'auth.invitation_required',
        'Registration is by invitation here. Ask an admin for a link.',
      );
    }
    const invitation = body.invitation ? await this.invitations.find(body.invitation, body.email) : undefined;
    const tenantId = invitation?.tenantId ?? newId();
    const taken = `taken ${client.ip}`;
    this.limiter.check(taken, TAKEN.perClient);
    try {
      return await this.welcome(body, tenantId, invitation?.role ?? 'owner', client, async (tx) => {
        if (!invitation) await this.tenants.create(tx, tenantId, body.tenantName?.trim() || body.name);
        else await this.invitations.use(tx, invitation.id);
      });
    } catch (error) {
      if (error instanceof Problem && error.code === TAKEN.code) {
        this.limiter.take(taken, TAKEN.perClient, TAKEN.windowMs);
      }
      throw error;
    }
  }

  /** The first account of an installation: the owner of its tenant `default`. */
  async setup(body: SetupDto, client: Client): Promise<Welcome> {
    await this.passwords.requireGood(body.password, [body.email, body.name]);
    const hash = hashOf(body.token);
    const [claim] = (await this.work.beforeTenant((tx) => tx.query('select claimed_tenant($1) as id', [hash]))) as {
      id: string | null;
    }[];
    const invalid = () =>
      Problem.forbidden('auth.invalid_claim', 'This link was used already, or a later start printed another.');
    if (!claim?.id) throw invalid();
    return this.welcome(body, claim.id, 'owner', client, async (tx) => {
      const [taken] = (await tx.query('select take_claim($1) as id', [hash])) as { id: string | null }[];
      if (!taken?.id) throw invalid();
    });
  }

  /** @throws Problem 401, the same for an unknown address, a wrong password and a disabled account */
  async login(body: LoginDto, client: Client): Promise<Tokens> {
    const account = `login ${normalEmail(body.email)}`;
    const here = `${account} ${client.ip}`;
    this.limiter.check(here, FAILURES.perClient);
    this.limiter.check(account, FAILURES.perAccount);
    const found = await this.users.findLogin(body.email);
    const right = await this.passwords.matches(body.password, found?.hash);
    if (!found || !right || found.disabled) {
      this.limiter.take(here, FAILURES.perClient, FAILURES.windowMs);
      this.limiter.take(account, FAILURES.perAccount, FAILURES.windowMs);
      throw new Problem(401, 'auth.invalid_login', 'The e-mail address or the password is wrong.');
    }
    this.limiter.forget(here);
    const [user, tenants] = await Promise.all([this.users.get(found.userId), this.tenants.ofUser(found.userId)]);
    const tenant = tenants.find((each) => each.id === user.lastTenantId) ?? tenants[0];
    if (!tenant)
      throw Problem.forbidden('auth.no_tenant', 'You belong to no tenant any more. Ask an admin for an invitation.');
    const session = await this.work.asUser(found.userId, (tx) =>
      this.sessions.open(tx, found.userId, tenant.id, client),
    );
    return this.sessions.tokens(session);
  }

  private async welcome(
    person: { email: string; password: string; name: string },
    tenantId: string,
    role: MemberRole,
    client: Client,
    prepare: (tx: EntityManager) => Promise<void>,
  ): Promise<Welcome> {
    await this.passwords.requireGood(person.password, [person.email, person.name]);
    const hash = await this.passwords.hash(person.password);
    const userId = newId();
    const add = async (tx: EntityManager): Promise<{ user: UserView; session: Session }> => {
      await prepare(tx);
      const user = await this.users.create(tx, { ...person, id: userId, hash, tenantId });
      await this.tenants.join(tx, tenantId, userId, role);
      const session = await this.sessions.open(tx, userId, tenantId, client);
      await this.audit.record(
        tx,
        tenantId,
        { kind: 'user', userId, id: session.id },
        {
          action: 'user.registered',
          target: { type: 'user', id: userId },
          after: { email: user.email, role },
        },
      );
      return { user, session };
    };
    const { user, session } = await this.work.inTenant(tenantId, add, userId);
    const [tenant] = await this.tenants.ofUser(userId);
    return { user, tenant: tenant as TenantOfUser, ...(await this.sessions.tokens(session)) };
  }
}
