import { Injectable } from '@nestjs/common';
import { jwtVerify, SignJWT } from 'jose';
import { isUuid } from '../../infrastructure/database/uuid.js';
import { Keyring } from '../../infrastructure/encryption/keyring.js';

/** Seconds. Short, as the refresh token makes new ones; ended sessions are refused at once all the same. */
export const ACCESS_SECONDS = 15 * 60;
const ISSUER = 'orchestrator';
const ALGORITHM = 'HS256';

/** What an access token says. The role is not in it: it is read anew on each call. */
export interface AccessClaims {
  sessionId: string;
  tenantId: string;
  userId: string;
}

@Injectable()
export class AccessTokens {
  private readonly key: Buffer;

  constructor(keyring: Keyring) {
    this.key = keyring.derive('access tokens');
  }

  sign(claims: AccessClaims): Promise<string> {
    return new SignJWT({ sid: claims.sessionId, tid: claims.tenantId })
      .setProtectedHeader({ alg: ALGORITHM })
      .setIssuer(ISSUER)
      .setSubject(claims.userId)
      .setIssuedAt()
      .setExpirationTime(`${ACCESS_SECONDS}s`)
      .sign(this.key);
  }

  /** `undefined` when it is forged, expired or no access token at all. */
  async read(token: string): Promise<AccessClaims | undefined> {
    try {
      const { payload } = await jwtVerify(token, this.key, { issuer: ISSUER, algorithms: [ALGORITHM] });
      const { sid, tid, sub } = payload;
      if (!isUuid(sid) || !isUuid(tid) || !isUuid(sub)) return undefined;
      return { sessionId: sid, tenantId: tid, userId: sub };
    } catch {
      return undefined;
    }
  }
}
