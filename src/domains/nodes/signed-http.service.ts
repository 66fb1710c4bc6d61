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
  send(tenantId: string, request: HttpRequest, credential: UsedCredential): Promise<HttpResponse> {
    const call = { tenantId, executionId: randomUUID(), signal: AbortSignal.timeout(TIMEOUT_MS) };
    return this.sign(request, credential, (one) => this.egress.request(one, call));
  }

  /** Fetches a token for a credential that needs one. @throws NodeFault when the service gives none */
  async exchange(tenantId: string, credential: UsedCredential, exchange: NonNullable<ExchangeOf>): Promise<void> {
    const call = { tenantId, executionId: randomUUID(), signal: AbortSignal.timeout(TIMEOUT_MS) };
    await exchange(credential.data as never, async (request) => {
      const { status, headers, text = '' } = await this.egress.request({ ...request, as: 'text' }, call);
      return { status, headers, text };
    });
  }
}

type ExchangeOf = NonNullable<ReturnType<NodeRegistry['credential']>>['exchange'];
