import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { HttpRequest, HttpResponse } from '@orchestrator/node-sdk';
import { createRequestSigner, NodeRegistry, type UsedCredential } from '@orchestrator/runtime';
import { Egress } from '../../infrastructure/egress/egress.module.js';

/** A person who waits for an answer has given up by then. */
const TIMEOUT_MS = 30_000;

/** Calls with a credential, for runs and for trying credentials out. Tokens are shared between the two. */
@Injectable()
export class SignedHttp {
  readonly sign: ReturnType<typeof createRequestSigner>;

  constructor(
    registry: NodeRegistry,
    private readonly egress: Egress,
  ) {
    this.sign = createRequestSigner((type) => registry.credential(type));
  }

  /** Sends one signed request outside any run. */
  send(request: HttpRequest, credential: UsedCredential): Promise<HttpResponse> {
    const options = callOf(credential);
    const signer = this.sign(credential, (one) => this.egress.request(one, options));
    return this.egress.request(request, { ...options, signer });
  }

  /** Fetches a token anew for a credential that needs one. @throws NodeFault when the service gives none */
  renewToken(credential: UsedCredential): Promise<void> {
    const options = callOf(credential);
    return this.sign(credential, (one) => this.egress.request(one, options)).renewToken();
  }
}

function callOf({ tenantId }: UsedCredential) {
  return { tenantId, executionId: randomUUID(), signal: AbortSignal.timeout(TIMEOUT_MS) };
}
