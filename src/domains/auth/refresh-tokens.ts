import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { isUuid } from '../../infrastructure/database/uuid.js';
import { Keyring } from '../../infrastructure/encryption/keyring.js';
import type { Session } from './session.entity.js';

/** The session and the generation that a refresh token claims to be of; not checked yet. */
export interface RefreshClaim {
  sessionId: string;
  generation: number;
  mac: Buffer;
}

/**
 * Refresh tokens: `<session>.<generation>.<mac>`. The mac is over both and a secret of the session, so a token can be
 * told to be a real, older one (a stolen one, used again), and two tabs that refresh at once are given the same new one.
 */
@Injectable()
export class RefreshTokens {
  private readonly key: Buffer;

  constructor(keyring: Keyring) {
    this.key = keyring.derive('refresh tokens');
  }

  /** The token of the session's present generation. */
  of(session: Session): string {
    return `${session.id}.${session.generation}.${this.mac(session, session.generation).toString('base64url')}`;
  }

  parse(token: string): RefreshClaim | undefined {
    const [sessionId, generation = '', mac = '', ...rest] = token.split('.');
    if (!isUuid(sessionId) || !/^\d{1,9}$/.test(generation) || rest.length > 0) return undefined;
    return { sessionId, generation: Number(generation), mac: Buffer.from(mac, 'base64url') };
  }

  isReal(claim: RefreshClaim, session: Session): boolean {
    const mac = this.mac(session, claim.generation);
    return mac.length === claim.mac.length && timingSafeEqual(mac, claim.mac);
  }

  private mac(session: Session, generation: number): Buffer {
    return createHmac('sha256', this.key).update(`${session.id}.${generation}.${session.nonce}`).digest();
  }
}
