import { createHash, createHmac } from 'node:crypto';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { UnitOfWork } from '../infrastructure/database/unit-of-work.js';
import { Keyring } from '../infrastructure/encryption/keyring.js';
import { requireRoomForAnswer } from './idempotency-room.js';
import type { ApiRequest, Principal } from './principal.js';
import { Problem } from './problem.js';

const KEY_LIMIT = 255;
/** How long an answer is given again. */
const KEPT = '24 hours';
/** A call that has not ended by then died with its server; the next one may try. */
const GIVEN_UP = '5 minutes';
const PURPOSE = 'idempotency answers';

interface Kept {
  fingerprint: string;
  status: number | null;
  answer: string | null;
}
const sha = (...parts: string[]) => createHash('sha256').update(parts.join('\0')).digest('hex');

/**
 * `Idempotency-Key` on a POST of a signed-in caller: the first call works, later ones with the same key are given its
 * answer. A call that failed is not kept, so it may be tried again.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly work: UnitOfWork,
    private readonly keyring: Keyring,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<ApiRequest>();
    const given = request.headers['idempotency-key'];
    if (request.method !== 'POST' || given === undefined || !request.principal) return next.handle();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return from(this.once(request, request.principal, String(given), reply, next));
  }

  private async once(request: ApiRequest, caller: Principal, given: string, reply: FastifyReply, next: CallHandler) {
    if (given === '' || given.length > KEY_LIMIT) {
      throw new Problem(400, 'idempotency.bad_key', `Idempotency-Key must have 1 to ${KEY_LIMIT} characters.`);
    }
    // An API key has keys of its own: it must not be given what its person was answered, such as another API key.
    const who = caller.kind === 'apiKey' ? caller.id : caller.userId;
    const key = sha(caller.kind, who, request.url, given);
    const fingerprint = this.fingerprint(request.body);
    const kept = await this.claim(caller.tenantId, key, fingerprint);
    const identity = `${caller.tenantId}/${key}`;
    if (kept) {
      if (kept.fingerprint !== fingerprint) {
        throw Problem.invalid(
          'idempotency.key_reused',
          'This Idempotency-Key was used with another body. Use a new one.',
        );
      }
      if (kept.status === null || kept.answer === null) {
        throw Problem.conflict(
          'idempotency.in_progress',
          'The first call with this Idempotency-Key has not ended yet.',
        );
      }
      reply.status(kept.status).header('idempotent-replayed', 'true');
      return JSON.parse(this.keyring.decrypt(kept.answer, PURPOSE, identity)).body;
    }
    try {
      const body: unknown = await lastValueFrom(next.handle(), { defaultValue: undefined });
      const answer = this.keyring.encrypt(JSON.stringify({ body }), PURPOSE, identity);
      await this.work.inTenant(caller.tenantId, (tx) =>
        tx.query('update idempotency_keys set status = $2, answer = $3 where key = $1', [
          key,
          reply.statusCode,
          answer,
        ]),
      );
      return body;
    } catch (error) {
      await this.work
        .inTenant(caller.tenantId, (tx) => tx.query('delete from idempotency_keys where key = $1', [key]))
        .catch(() => {});
      throw error;
    }
  }

  /** By a key of the installation: of a password in a body, a plain hash would let everybody guess who has a copy of it. */
  private fingerprint(body: unknown): string {
    const hmac = createHmac('sha256', this.keyring.derive('idempotency fingerprints'));
    return hmac.update(JSON.stringify(body ?? null)).digest('hex');
  }

  /** Takes the key for this call: `undefined` when it is ours now, else what is kept of the first one. */
  private claim(tenantId: string, key: string, fingerprint: string): Promise<Kept | undefined> {
    return this.work.inTenant(tenantId, async (tx) => {
      await tx.query(
        `delete from idempotency_keys
         where created_at < now() - interval '${KEPT}' or (status is null and created_at < now() - interval '${GIVEN_UP}')`,
      );
      const [kept] = (await tx.query('select fingerprint, status, answer from idempotency_keys where key = $1', [
        key,
      ])) as Kept[];
      if (kept) return kept;
      await requireRoomForAnswer(tx);
      const added = (await tx.query(
        'insert into idempotency_keys (tenant_id, key, fingerprint) values ($1, $2, $3) on conflict do nothing returning key',
        [tenantId, key, fingerprint],
      )) as unknown[];
      // Another call has taken it just now.
      return added.length > 0 ? undefined : { fingerprint, status: null, answer: null };
    });
  }
}
