import type { EntityManager } from 'typeorm';
import { Problem } from './problem.js';

/** Of answers that are kept for a tenant to be given again: a day's worth, for those who call by the hundred thousand. */
export const KEPT_ANSWERS_BYTES = 256 * 1024 * 1024;
/** Seconds after which a caller may try again: answers go a day after they were given, all the time. */
const RETRY_AFTER_SECONDS = 600;

/** Bytes that the answers take up which are kept for the tenant of the transaction. */
export async function keptAnswers(tx: EntityManager): Promise<number> {
  const [row]: { bytes: number }[] = await tx.query(
    'select coalesce(sum(bytes), 0)::float8 as bytes from idempotency_keys where tenant_id = current_tenant()',
  );
  return row?.bytes ?? 0;
}

/**
 * Before a call: its answer has to have room, as one that is not kept would be given twice.
 * @throws Problem 429 `idempotency.full`
 */
export async function requireRoomForAnswer(tx: EntityManager): Promise<void> {
  if ((await keptAnswers(tx)) < KEPT_ANSWERS_BYTES) return;
  throw new Problem(
    429,
    'idempotency.full',
    'The answers to calls with an Idempotency-Key that are kept for this tenant for a day take up all the room they have. Call without the header, or try again later.',
    { retryAfter: RETRY_AFTER_SECONDS },
  );
}
