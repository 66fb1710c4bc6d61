import type { WorkflowNode } from '@orchestrator/workflow';
import { hasParameters } from '../routing/path-pattern.js';
import { callSettings } from './call-settings.js';

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
