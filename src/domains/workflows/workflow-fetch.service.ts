import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { NodeFault } from '@orchestrator/node-sdk';
import { Config } from '../../config/config.js';
import { Problem } from '../../http/problem.js';
import { Egress } from '../../infrastructure/egress/egress.module.js';
import { addressOfJson } from './shared-address.js';

/** A person who waits has given up by then. */
const TIMEOUT_MS = 20_000;
/** From a short link by way of a host that signs its downloads: no more. */
const MAX_REDIRECTS = 5;

/** Fetches workflows that lie somewhere on the web, by the same guarded way out as the calls of workflows. */
@Injectable()
export class WorkflowFetch {
  constructor(
    private readonly egress: Egress,
    private readonly config: Config,
  ) {}

  /**
   * The text of what lies at an address, when it may hold a workflow: nothing else is handed on.
   * @throws Problem 422 `workflow.import_failed` in words for the person who gave the address
   */
  async fetch(tenantId: string, url: string): Promise<string> {
    const { status, text = '' } = await this.get(tenantId, addressOfJson(url.trim()));
    if (status < 200 || status > 299) throw failed(`The address answered with status ${status}, not with a workflow.`);
    if (!/^\uFEFF?\s*[[{]/.test(text) || !text.includes('"nodes"')) {
      throw failed(
        'There is no workflow at this address: its answer is not the JSON of one. Give the address of the JSON itself.',
      );
    }
    return text;
  }

  private async get(tenantId: string, url: string) {
    const headers = { accept: 'application/json, text/plain;q=0.9, */*;q=0.1' };
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    try {
      return await this.egress.request(
        { method: 'GET', url, headers, as: 'text', maxBytes: this.config.BODY_LIMIT, maxRedirects: MAX_REDIRECTS },
        { tenantId, executionId: randomUUID(), signal },
      );
    } catch (error) {
      if (signal.aborted) throw failed(`The address did not answer within ${TIMEOUT_MS / 1000} seconds.`);
      if (error instanceof NodeFault) throw failed(`${error.message}.`.replace(/\.\.$/, '.'));
      throw error;
    }
  }
}

const failed = (detail: string): Problem => Problem.invalid('workflow.import_failed', detail);
