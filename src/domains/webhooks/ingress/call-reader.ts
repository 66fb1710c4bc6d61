import { Injectable } from '@nestjs/common';
import { errorMessage } from '@orchestrator/node-sdk';
import { BlobFiles } from '@orchestrator/runtime';
import type { Item, JsonObject } from '@orchestrator/workflow';
import { isAmong } from '../../../http/client-address.js';
import { Problem } from '../../../http/problem.js';
import { newId } from '../../../infrastructure/database/uuid.js';
import { CredentialsService } from '../../credentials/credentials.service.js';
import { authenticate, type Proof } from '../request/authenticate.js';
import { BodyReader } from '../request/body-reader.js';
import { itemHeaders } from '../request/item-headers.js';
import { readQuery } from '../request/read-query.js';
import { CREDENTIAL_TYPES, isBot } from '../settings/call-rules.js';
import type { CallSettings } from '../settings/call-settings.js';
import { type Call, queryOf, type Target } from './call.js';

const NO_CONTENT = Buffer.alloc(0);

/** What a call gives to the run that it starts. */
export interface CallInput {
  item: Item;
  /** The id that the run has to have, because files are kept under it. */
  executionId: string;
}

/** Checks who calls, and makes the item of the call. */
@Injectable()
export class CallReader {
  constructor(
    private readonly credentials: CredentialsService,
    private readonly files: BlobFiles,
    private readonly bodies: BodyReader,
  ) {}

  /**
   * @param executionId of the run that takes the call; a new one when left out
   * @throws Problem 401, 403 when the caller may not call, 400, 413 when the body can't be read
   */
  async read(call: Call, target: Target, settings: CallSettings, executionId: string = newId()): Promise<CallInput> {
    const { request } = call;
    const admitted = this.admit(call, target, settings);
    const proof = admitted && (await admitted);
    const content = request.body instanceof Buffer ? request.body : NO_CONTENT;
    const keep = (bytes: Uint8Array, meta: { mimeType?: string; fileName?: string }) =>
      this.files.write(target.tenantId, executionId, bytes, meta);
    const given = { content, contentType: request.headers['content-type'], tenantId: target.tenantId };
    const read = this.bodies.read(given, settings.body, keep);
    const { body, binary } = read instanceof Promise ? await read : read;
    const json: JsonObject = {
      headers: itemHeaders(request.headers, proof?.header),
      params: target.parameters,
      query: readQuery(queryOf(request.url)),
      body,
      webhookUrl: target.url,
      executionMode: target.test ? 'test' : 'production',
    };
    if (proof?.token) json.jwtPayload = proof.token as JsonObject;
    return { item: binary ? { json, binary } : { json }, executionId };
  }

  /**
   * Checks who calls.
   * @returns what authenticated the call; nothing when the node asks for no credential
   * @throws Problem 401, 403 when the caller may not call
   */
  admit(call: Call, target: Target, settings: CallSettings): Promise<Proof | undefined> | undefined {
    checkCaller(call, settings);
    return settings.rules.authentication && this.authenticated(call, target, settings);
  }

  private async authenticated({ request }: Call, target: Target, { rules }: CallSettings): Promise<Proof | undefined> {
    if (!rules.authentication) return undefined;
    return authenticate(rules.authentication, await this.credential(target, rules), request.headers);
  }

  private async credential({ tenantId, workflowId }: Target, { authentication, credentialId }: CallSettings['rules']) {
    // Without its credential nobody can be let in; which one is missing is the owner's business, not the caller's.
    const broken = (why: string) =>
      new Problem(500, 'webhook.no_credential', `The webhook can't check its callers: ${why}.`);
    if (!authentication || credentialId === undefined) throw broken('no credential has been picked for it');
    const held = await this.credentials
      .read(tenantId, CREDENTIAL_TYPES[authentication], credentialId, workflowId)
      .catch((error: unknown) => {
        throw broken(errorMessage(error).split(':')[0] as string);
      });
    return held.data;
  }
}

function checkCaller({ request }: Call, { rules }: CallSettings): void {
  if (rules.allowed && !isAmong(rules.allowed, request.ip)) {
    throw Problem.forbidden('webhook.address_not_allowed', 'This address may not call the webhook.');
  }
  if (rules.ignoreBots && isBot(request.headers['user-agent'])) {
    throw Problem.forbidden('webhook.bots_ignored', 'The webhook takes no calls from crawlers and link previews.');
  }
}
