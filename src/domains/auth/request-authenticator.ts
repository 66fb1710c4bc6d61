import { Injectable } from '@nestjs/common';
import { type MemberRole, type PermissionName, weaker } from '../../http/permissions.js';
import type { Authenticator, Principal } from '../../http/principal.js';
import { UnitOfWork } from '../../infrastructure/database/unit-of-work.js';
import { AccessTokens } from './access-tokens.js';
import { ApiKeyPlaces } from './api-key-places.js';
import { hashOf } from './one-time-token.js';

/** API keys begin with it, so that they are told from access tokens, and found when they leak. */
export const API_KEY_PREFIX = 'orc_';

interface KeyRow {
  id: string;
  tenant_id: string;
  user_id: string;
  key_role: MemberRole;
  member_role: MemberRole;
  permissions: PermissionName[] | null;
  addresses: string[] | null;
}

/** Reads bearer tokens. Sessions, memberships and keys are looked up on each call, so that an end is at once. */
@Injectable()
export class RequestAuthenticator implements Authenticator {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tokens: AccessTokens,
    private readonly places: ApiKeyPlaces,
  ) {}

  letIn(principal: Principal, ip: string): void {
    if (principal.kind === 'apiKey') this.places.seen(principal, ip);
  }

  authenticate(token: string): Promise<Principal | undefined> {
    return token.startsWith(API_KEY_PREFIX) ? this.byApiKey(token) : this.byAccessToken(token);
  }

  private async byAccessToken(token: string): Promise<Principal | undefined> {
    const claims = await this.tokens.read(token);
    if (!claims) return undefined;
    const [row] = (await this.work.beforeTenant((tx) =>
      tx.query('select user_id as "userId", role from session_principal($1, $2)', [claims.sessionId, claims.tenantId]),
    )) as { userId: string; role: MemberRole }[];
    return row && { kind: 'user', userId: row.userId, tenantId: claims.tenantId, role: row.role, id: claims.sessionId };
  }

  private async byApiKey(key: string): Promise<Principal | undefined> {
    const [row] = (await this.work.beforeTenant((tx) =>
      tx.query('select * from api_key_principal($1)', [hashOf(key)]),
    )) as KeyRow[];
    if (!row) return undefined;
    return {
      kind: 'apiKey',
      userId: row.user_id,
      tenantId: row.tenant_id,
      role: weaker(row.key_role, row.member_role),
      ...(row.permissions ? { permissions: new Set(row.permissions) } : {}),
      ...(row.addresses ? { addresses: row.addresses } : {}),
      id: row.id,
    };
  }
}
