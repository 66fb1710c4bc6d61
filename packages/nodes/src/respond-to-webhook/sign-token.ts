import { createPrivateKey } from 'node:crypto';
import { NodeFault } from '@orchestrator/node-sdk';
import type { JsonObject } from '@orchestrator/workflow';
import { SignJWT } from 'jose';

const MS_IN_SECOND = 1000;

/**
 * Signs a JSON Web Token with the key of a `jwtAuth` credential.
 *
 * @param now epoch milliseconds, the token's `iat` unless the payload has one
 * @throws NodeFault when the key does not fit the algorithm
 */
export async function signToken(payload: JsonObject, credential: JsonObject, now: number): Promise<string> {
  const algorithm = text(credential.algorithm) || 'HS256';
  const issued = { iat: Math.floor(now / MS_IN_SECOND), ...payload };
  try {
    const key =
      credential.keyType === 'pemKey'
        ? createPrivateKey(text(credential.privateKey))
        : new TextEncoder().encode(text(credential.secret));
    return await new SignJWT(issued).setProtectedHeader({ alg: algorithm, typ: 'JWT' }).sign(key);
  } catch (error) {
    throw new NodeFault(`The token can't be signed: the key of the credential does not fit ${algorithm}`, {
      code: 'webhook.token',
      retryable: false,
      cause: error,
    });
  }
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
