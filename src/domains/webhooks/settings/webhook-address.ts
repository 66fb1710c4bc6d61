import type { WorkflowNode } from '@orchestrator/workflow';
import { hasParameters } from '../routing/path-pattern.js';
import { callSettings } from './call-settings.js';

/** First segment of addresses that name their tenant; no path may begin with it. */
export const TENANT_SEGMENT = 't';

/** Where a webhook is called below `/webhook/`: a path with parameters is led by the webhook's id. */
export interface WebhookPath {
  path: string;
  /** What it is found by. */
  lead: string;
}

/** The path of a webhook node. */
export function webhookPath(node: WorkflowNode): WebhookPath {
  const { path } = callSettings(node);
  if (!hasParameters(path)) return { path, lead: path };
  const lead = node.webhookId ?? node.id;
  return { path: `${lead}/${path}`, lead };
}

/**
 * The address of a webhook.
 * @param slug of the tenant, for the address that works whoever holds the path; `null` for the plain one
 */
export function addressOf(origin: string, path: string, slug: string | null, test = false): string {
  const root = `${origin}/${test ? 'webhook-test' : 'webhook'}`;
  return slug === null ? `${root}/${path}` : `${root}/${TENANT_SEGMENT}/${slug}/${path}`;
}
