import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull, MoreThan, Not } from 'typeorm';
import { Problem } from '../../http/problem.js';
import { UnitOfWork } from '../../infrastructure/database/unit-of-work.js';
import { newId } from '../../infrastructure/database/uuid.js';
import { TenantsService } from '../tenants/tenants.service.js';
import { UsersService } from '../users/users.service.js';
import { ACCESS_SECONDS, AccessTokens } from './access-tokens.js';
import type { Tokens } from './dto/auth-answers.js';
import { RefreshTokens } from './refresh-tokens.js';
import { Session } from './session.entity.js';
import { BackgroundAudit } from './sign-in/background-audit.js';
import type { Client } from './sign-in/client.js';

/** A session that is not used for so long ends. */
export const SESSION_DAYS = 30;
/** The refresh token before the present one stays good for so long: two tabs may refresh at once. */
const GRACE_MS = 30_000;
const DAY_MS = 24 * 60 * 60 * 1000;
const AGENT_LIMIT = 300;

const expiry = () => new Date(Date.now() + SESSION_DAYS * DAY_MS);
const refused = () =>
  new Problem(401, 'auth.invalid_refresh_token', 'The refresh token is not valid, or not any more. Sign in again.');

@Injectable()
export class SessionsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly access: AccessTokens,
    private readonly refreshTokens: RefreshTokens,
    private readonly tenants: TenantsService,
    private readonly users: UsersService,
    private readonly audit: BackgroundAudit,
  ) {}

  /** Opens a session, in a transaction of the user. */
  async open(tx: EntityManager, userId: string, tenantId: string, client: Client): Promise<Session> {
    const session = tx.create(Session, {
      id: newId(),
      userId,
      activeTenantId: tenantId,
      nonce: randomBytes(16).toString('base64url'),
      generation: 0,
      rotatedAt: new Date(),
      expiresAt: expiry(),
      revokedAt: null,
      userAgent: client.userAgent?.slice(0, AGENT_LIMIT) ?? null,
      ip: client.ip,
    });
    await tx.insert(Session, session);
    return session;
  }

  async tokens(session: Session): Promise<Tokens> {
    const { id, userId, activeTenantId } = session;
    const accessToken = await this.access.sign({ sessionId: id, tenantId: activeTenantId, userId });
    return { accessToken, refreshToken: this.refreshTokens.of(session), expiresIn: ACCESS_SECONDS };
  }

  /**
   * Gives new tokens for a refresh token, which is used up by it. An older one that comes again was stolen, or its
   * successor was: the session ends.
   * @throws Problem 401
   */
  async refresh(token: string): Promise<Tokens> {
    const { claim, userId } = await this.ownerOf(token);
    const session = await this.work.asUser(userId, async (tx) => {
      const found = await tx.findOne(Session, { where: { id: claim.sessionId }, lock: { mode: 'pessimistic_write' } });
      if (!found || found.revokedAt || found.expiresAt < new Date() || !this.refreshTokens.isReal(claim, found))
        return undefined;
      const age = found.generation - claim.generation;
      if (age === 1 && Date.now() - found.rotatedAt.getTime() < GRACE_MS) return found;
      if (age !== 0) {
        await tx.update(Session, { id: found.id }, { revokedAt: new Date() });
        this.work.afterCommit(tx, () => this.ended(userId, found.id, 'its refresh token came twice'));
        return undefined;
      }
      const next = { generation: found.generation + 1, rotatedAt: new Date(), expiresAt: expiry() };
      await tx.update(Session, { id: found.id }, next);
      return Object.assign(found, next);
    });
    if (!session) throw refused();
    return this.tokens(await this.inATenant(session));
  }

  /** Leads the session to another tenant of its user. */
  async switch(sessionId: string, userId: string, tenantId: string): Promise<Tokens> {
    const all = await this.tenants.ofUser(userId);
    if (!all.some((tenant) => tenant.id === tenantId)) throw Problem.notFound('tenant', tenantId);
    const session = await this.work.asUser(userId, async (tx) => {
      await tx.update(Session, { id: sessionId }, { activeTenantId: tenantId });
      await this.users.remember(tx, userId, tenantId);
      return tx.findOneByOrFail(Session, { id: sessionId });
    });
    return this.tokens(session);
  }

  /** Ends the session of a refresh token, if there is one. */
  async endByToken(token: string): Promise<void> {
    const found = await this.ownerOf(token).catch(() => undefined);
    if (!found) return;
    await this.work.asUser(found.userId, async (tx) => {
      const session = await tx.findOneBy(Session, { id: found.claim.sessionId });
      if (!session || session.revokedAt || !this.refreshTokens.isReal(found.claim, session)) return;
      await tx.update(Session, { id: session.id }, { revokedAt: new Date() });
      this.work.afterCommit(tx, () => this.ended(found.userId, session.id, 'signed out'));
    });
  }

  /** Ends the session of an access token, if there is one. */
  async endByAccessToken(token: string): Promise<void> {
    const claims = await this.access.read(token);
    if (claims) await this.end(claims.userId, claims.sessionId, 'signed out').catch(() => {});
  }

  /** @throws Problem 404 */
  async end(userId: string, sessionId: string, why = 'ended by its person'): Promise<void> {
    const { affected } = await this.work.asUser(userId, (tx) =>
      tx.update(Session, { id: sessionId, revokedAt: IsNull() }, { revokedAt: new Date() }),
    );
    if (!affected) throw Problem.notFound('session', sessionId);
    this.ended(userId, sessionId, why);
  }

  /** Ends every session of the user but one, in a transaction of the user. */
  async endOthers(tx: EntityManager, userId: string, but?: string): Promise<void> {
    const others = but ? { id: Not(but) } : {};
    await tx.update(Session, { userId, revokedAt: IsNull(), ...others }, { revokedAt: new Date() });
  }

  async list(
    userId: string,
  ): Promise<Pick<Session, 'id' | 'createdAt' | 'rotatedAt' | 'expiresAt' | 'userAgent' | 'ip'>[]> {
    return this.work.asUser(userId, (tx) =>
      tx.find(Session, {
        select: { id: true, createdAt: true, rotatedAt: true, expiresAt: true, userAgent: true, ip: true },
        where: { revokedAt: IsNull(), expiresAt: MoreThan(new Date()) },
        order: { id: 'DESC' },
        take: 200,
      }),
    );
  }

  private ended(userId: string, sessionId: string, why: string): void {
    this.audit.ofUser(
      userId,
      { kind: 'user', userId, id: sessionId },
      { action: 'session.ended', target: { type: 'session', id: sessionId }, after: { why } },
    );
  }

  private async ownerOf(token: string) {
    const claim = this.refreshTokens.parse(token);
    if (!claim) throw refused();
    const [row] = (await this.work.beforeTenant((tx) =>
      tx.query('select find_session($1) as "userId"', [claim.sessionId]),
    )) as { userId: string | null }[];
    if (!row?.userId) throw refused();
    return { claim, userId: row.userId };
  }

  /** A session whose tenant the user has left goes on in another of theirs. */
  private async inATenant(session: Session): Promise<Session> {
    const all = await this.tenants.ofUser(session.userId);
    if (all.length === 0 || all.some((tenant) => tenant.id === session.activeTenantId)) return session;
    session.activeTenantId = (all[0] as { id: string }).id;
    await this.work.asUser(session.userId, (tx) =>
      tx.update(Session, { id: session.id }, { activeTenantId: session.activeTenantId }),
    );
    return session;
  }
}
