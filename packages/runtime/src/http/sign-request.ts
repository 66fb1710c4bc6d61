import { createHash } from 'node:crypto';
import {
  type CredentialDefinition,
  type HttpRequest,
  type HttpResponse,
  NodeFault,
  prepareParameters,
} from '@orchestrator/node-sdk';
import type { JsonObject } from '@orchestrator/workflow';

/** Tokens kept at once; the oldest goes first. They are small, and one that went is fetched again. */
const MAX_TOKENS = 1_000;

interface Token {
  data: Promise<{ data: JsonObject; expiresAt?: number }>;
}

/** A credential as it is used for one request: its type, its id, and its data in plain text. */
export interface UsedCredential {
  type: string;
  id: string;
  data: JsonObject;
}

/**
 * Makes the function that adds credentials to requests and makes the round trips that takes: tokens are fetched, kept
 * until they expire and fetched anew once when the service refuses one; digest answers its challenge. `find` looks a type
 * up; a type without a definition is a fault that names it.
 */
export function createRequestSigner(
  find: (type: string) => CredentialDefinition<any> | undefined,
  now: () => number = Date.now,
): (
  request: HttpRequest,
  credential: UsedCredential,
  send: (request: HttpRequest) => Promise<HttpResponse>,
) => Promise<HttpResponse> {
  const tokens = new Map<string, Token>();
  return async (request, credential, send) => {
    const definition = find(credential.type);
    if (!definition) throw unknownType(credential.type);
    const data = prepareParameters(definition.parameters, credential.data).all((text) => text);
    const key = tokenKey(credential);
    const once = async () => {
      const token = definition.exchange ? await fresh(tokens, key, definition, data, send, now) : {};
      return send(definition.sign ? definition.sign({ ...data, ...token }, request) : request);
    };
    const answer = await once();
    if (answer.status !== 401) return answer;
    if (definition.exchange && tokens.delete(key)) return once();
    const again = definition.challenge?.(data, request, answer);
    return again ? send(again) : answer;
  };
}

async function fresh(
  tokens: Map<string, Token>,
  key: string,
  definition: CredentialDefinition<any>,
  data: Record<string, unknown>,
  send: (request: HttpRequest) => Promise<HttpResponse>,
  now: () => number,
): Promise<JsonObject> {
  const known = tokens.get(key);
  if (known) {
    const held = await known.data;
    if (held.expiresAt === undefined || held.expiresAt > now()) return held.data;
    if (tokens.get(key) === known) tokens.delete(key);
  }
  // Calls that come meanwhile wait for the same token; one that could not be had is not kept.
  const token = tokens.get(key) ?? { data: exchange(definition, data, send) };
  tokens.set(key, token);
  token.data.catch(() => tokens.get(key) === token && tokens.delete(key));
  if (tokens.size > MAX_TOKENS) tokens.delete(tokens.keys().next().value as string);
  return (await token.data).data;
}

async function exchange(
  definition: CredentialDefinition<any>,
  data: Record<string, unknown>,
  send: (request: HttpRequest) => Promise<HttpResponse>,
) {
  return definition.exchange!(data, async (request) => {
    const { status, headers, text = '' } = await send({ ...request, as: 'text' });
    return { status, headers, text };
  });
}

/** Tokens belong to what the credential says, so one that was changed gets a token of its own at once. */
function tokenKey({ type, id, data }: UsedCredential): string {
  return createHash('sha256')
    .update(JSON.stringify([type, id, data]))
    .digest('base64');
}

function unknownType(type: string): NodeFault {
  return new NodeFault(`Credentials of the type "${type}" can't sign requests here yet`, {
    code: 'credential.unknown_type',
    description: 'Use a general type (header, bearer, basic, query or custom auth) with the same key instead.',
    retryable: false,
  });
}
