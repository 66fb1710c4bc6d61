import type { WebhookResponse } from '@orchestrator/engine';
import { NodeFault, type NodeWebhookResponse } from '@orchestrator/node-sdk';

/** A node's answer to a webhook's caller, in the form that the journal keeps: files by reference only. */
export function toWebhookResponse({ status = 200, headers = {}, body }: NodeWebhookResponse): WebhookResponse {
  if (!Number.isInteger(status) || status < 200 || status > 599) {
    throw new NodeFault(`A response code is a whole number from 200 to 599, but is ${status}`, {
      code: 'webhook.status',
      retryable: false,
    });
  }
  if (!body || !('file' in body)) return { status, headers, body };
  return { status, headers, body: { file: body.file } };
}
