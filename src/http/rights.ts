import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { PermissionName } from './permissions.js';
import { Authenticator, may, type Principal } from './principal.js';

/** Whoever reads a long answer, and what it takes to read it. */
export interface Reader {
  caller: Principal;
  request: FastifyRequest;
  permission: PermissionName;
}

/** An answer that takes long looks so often whether its reader may still have it, ms. */
const LOOK_MS = 1_000;

/** Looks at rights again, for answers that take longer than a moment: they end with the right to read them. */
@Injectable()
export class Rights {
  constructor(private readonly authenticator: Authenticator) {}

  /**
   * Passes parts of an answer on for as long as their reader may read them: a slow one must not take out what was
   * written after they had to go.
   * @throws Error once they may not, which cuts the answer, so that nobody takes it for whole
   */
  async *whileMay<T>(reader: Reader, parts: AsyncIterable<T>): AsyncGenerator<T> {
    let lookedAt = Date.now();
    for await (const part of parts) {
      if (Date.now() - lookedAt >= LOOK_MS) {
        const now = await this.authenticator.authenticate(tokenOf(reader.request));
        if (!mayStill(now, reader)) throw new Error('Whoever read this may read it no more.');
        lookedAt = Date.now();
      }
      yield part;
    }
  }
}

/**
 * Whether whoever was let in may still read.
 * @param now who the token belongs to by now; nobody once the session or the key has ended
 */
export function mayStill(now: Principal | undefined, { caller, permission }: Omit<Reader, 'request'>): boolean {
  return now !== undefined && now.tenantId === caller.tenantId && may(now, permission);
}

/** The bearer token of a request that was let in. */
export function tokenOf(request: FastifyRequest): string {
  return request.headers.authorization?.replace(/^Bearer +/i, '') ?? '';
}
