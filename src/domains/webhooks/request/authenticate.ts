import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { JsonObject } from '@orchestrator/workflow';
import { importSPKI, type JWTPayload, jwtVerify } from 'jose';
import { Problem } from '../../../http/problem.js';
import type { Authentication } from '../settings/call-rules.js';

const digest = (value: string) => createHash('sha256').update(value).digest();
/** Compares in a time that tells nothing of where two texts differ, or how long they are. */
const same = (given: string, wanted: string) => timingSafeEqual(digest(given), digest(wanted));

const missing = (detail: string, scheme: string) =>
  new Problem(401, 'webhook.credential_missing', detail, { challenge: `${scheme} realm="Webhook"` });
const wrong = () => new Problem(403, 'webhook.credential_wrong', 'The credential of the call is not the right one.');

/** How a call showed that it may come in. */
export interface Proof {
  /** The header that shows it, in lower case. */
  header: string;
  /** What a token says, for the item. */
  token?: JWTPayload;
}

/**
 * Checks the credential of a call.
 * @param data of the credential of the node
 * @throws Problem 401 when the call has none, 403 when it has a wrong one
 */
export async function authenticate(
  kind: Authentication,
  data: JsonObject,
  headers: IncomingHttpHeaders,
): Promise<Proof> {
  switch (kind) {
    case 'basicAuth':
      checkBasic(data, headers.authorization);
      return { header: 'authorization' };
    case 'headerAuth':
      return { header: checkHeader(data, headers) };
    case 'jwtAuth':
      return { header: 'authorization', token: await readToken(data, headers.authorization) };
  }
}

function checkBasic(data: JsonObject, header: string | undefined): void {
  const [scheme = '', encoded = ''] = (header ?? '').split(' ');
  if (scheme.toLowerCase() !== 'basic') throw missing('The webhook wants a name and a password.', 'Basic');
  const given = Buffer.from(encoded, 'base64').toString('utf8');
  if (!same(given, `${text(data.user)}:${text(data.password)}`)) throw wrong();
}

function checkHeader(data: JsonObject, headers: IncomingHttpHeaders): string {
  const name = text(data.name).toLowerCase();
  const given = name === '' ? undefined : headers[name];
  if (typeof given !== 'string' || !same(given, text(data.value))) throw wrong();
  return name;
}

async function readToken(data: JsonObject, header: string | undefined): Promise<JWTPayload> {
  const token = header?.match(/^bearer\s+(\S+)$/i)?.[1];
  if (token === undefined) throw missing('The webhook wants a JSON Web Token.', 'Bearer');
  const algorithm = text(data.algorithm) || 'HS256';
  // The key decides what a token may be signed with: a public key must never be taken for a secret.
  if (algorithm.startsWith('HS') !== (data.keyType !== 'pemKey')) throw wrong();
  try {
    const key =
      data.keyType === 'pemKey'
        ? await importSPKI(text(data.publicKey), algorithm)
        : new TextEncoder().encode(text(data.secret));
    return (await jwtVerify(token, key, { algorithms: [algorithm] })).payload;
  } catch {
    throw wrong();
  }
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
