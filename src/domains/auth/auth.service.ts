import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Config, registrationIsOpen } from '../../config/config.js';
import type { MemberRole } from '../../http/permissions.js';
import { Problem } from '../../http/problem.js';
import { UnitOfWork } from '../../infrastructure/database/unit-of-work.js';
import { newId } from '../../infrastructure/database/uuid.js';
import { AuditService } from '../audit/audit.service.js';
import type { TenantOfUser } from '../tenants/dto/tenant-answers.js';
import { TenantsService } from '../tenants/tenants.service.js';
import type { UserView } from '../users/dto/user-answers.js';
import { EMAIL_TAKEN, UsersService } from '../users/users.service.js';
import type { LoginDto, RegisterDto, SetupDto } from './dto/auth.dto.js';
import type { Tokens, Welcome } from './dto/auth-answers.js';
import { InvitationsService } from './invitations.service.js';
import { hashOf } from './one-time-token.js';
import { Passwords } from './passwords.js';
import type { Session } from './session.entity.js';
import { SessionsService } from './sessions.service.js';
import { BackgroundAudit } from './sign-in/background-audit.js';
import type { Client } from './sign-in/client.js';
import { FailedSignIns } from './sign-in/failed-sign-ins.js';
import { SignInPace } from './sign-in/sign-in-pace.js';

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
    private readonly pace: SignInPace,
    private readonly audit: AuditService,
    private readonly background: BackgroundAudit,
    private readonly failed: FailedSignIns,
  ) {}

  /**
   * A new account: with a tenant of its own, or in the tenant that invited it.
   * @throws Problem 403 when registration is by invitation and there is none, 409 when the address is taken, 429 or 503
   * when too many are tried at once
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
    const attempt = await this.pace.register(client);
    try {
      const join = () =>
        this.welcome(body, tenantId, invitation?.role ?? 'owner', client, async (tx, userId) => {
          if (!invitation) await this.tenants.create(tx, tenantId, body.tenantName?.trim() || body.name);
          else await this.invitations.use(tx, invitation, userId);
        });
      const welcome = await (invitation ? this.invitations.refusing(invitation, join) : join());
      await attempt.succeeded();
      return welcome;
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== EMAIL_TAKEN) await attempt.undecided();
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
    const found = await this.recognise(body, client);
    const [user, tenants] = await Promise.all([this.users.get(found.userId), this.tenants.ofUser(found.userId)]);
    const tenant = tenants.find((each) => each.id === user.lastTenantId) ?? tenants[0];
    if (!tenant)
      throw Problem.forbidden('auth.no_tenant', 'You belong to no tenant any more. Ask an admin for an invitation.');
    const session = await this.work.asUser(found.userId, (tx) =>
      this.sessions.open(tx, found.userId, tenant.id, client),
    );
    const { userId, userAgent } = session;
    this.background.ofUser(
      userId,
      { kind: 'user', userId, id: session.id },
      { action: 'signIn.succeeded', target: { type: 'user', id: userId }, after: { from: client.ip, userAgent } },
    );
    return this.sessions.tokens(session);
  }

  /** Whose address and password these are; a try that was not looked at, for want of room, does not count. */
  private async recognise(body: LoginDto, client: Client): Promise<{ userId: string }> {
    const attempt = await this.pace.signIn(body.email, client);
    let found: Awaited<ReturnType<UsersService['findLogin']>>;
    let right: boolean;
    try {
      found = await this.users.findLogin(body.email);
      right = await this.passwords.matches(body.password, found?.hash, client.network);
    } catch (error) {
      await attempt.undecided();
      throw error;
    }
    if (!found || !right || found.disabled) {
      await attempt.failed();
      if (found) this.failed.add(found.userId, client.network);
      throw new Problem(401, 'auth.invalid_login', 'The e-mail address or the password is wrong.');
    }
    await attempt.succeeded();
    return found;
  }

  private async welcome(
    person: { email: string; password: string; name: string },
    tenantId: string,
    role: MemberRole,
    client: Client,
    prepare: (tx: EntityManager, userId: string) => Promise<void>,
  ): Promise<Welcome> {
    await this.passwords.requireGood(person.password, [person.email, person.name]);
    const hash = await this.passwords.hash(person.password, client.network);
    const userId = newId();
    const add = async (tx: EntityManager): Promise<{ user: UserView; session: Session }> => {
      await prepare(tx, userId);
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
