import { Injectable } from '@nestjs/common';
import { NodeRegistry } from '@orchestrator/runtime';
import type { WorkflowDocument, WorkflowNode } from '@orchestrator/workflow';
import { Problem } from '../../http/problem.js';
import { callSettings, unsendableHeader } from './settings/call-settings.js';
import { type WebhookPath, webhookPath } from './settings/webhook-address.js';

/** Addresses of one workflow at most: whoever writes them keeps all tenants from writing theirs meanwhile. */
const MOST_ADDRESSES = 250;

/** One address that a node of a workflow asks for. */
export interface WantedAddress extends WebhookPath {
  node: WorkflowNode;
  method: string;
}

/** What the first segments of addresses are held by. */
export const segmentsOf = (wanted: readonly WebhookPath[]): string[] => wanted.map(({ segment }) => segment);

/** Tells which nodes of a workflow are called from outside, and where. */
@Injectable()
export class WebhookNodes {
  constructor(private readonly registry: NodeRegistry) {}

  /**
   * The addresses that a workflow's triggers ask for; those of disabled ones are left out.
   * @throws Problem 422 when one asks for a path that can't be had or answers with a header that can't be sent, and when
   *   there are too many
   */
  addressesOf(document: WorkflowDocument): WantedAddress[] {
    const wanted = document.nodes
      .filter((node) => !node.disabled && this.isWebhook(node))
      .flatMap((node) => addressesOf(node));
    if (wanted.length <= MOST_ADDRESSES) return wanted;
    throw Problem.invalid(
      'webhook.too_many',
      `The workflow asks for ${wanted.length} addresses (each method of each webhook is one), and ${MOST_ADDRESSES} are the most. Divide it, or disable some of them.`,
    );
  }

  /** Whether a node is called from outside while its workflow is live. */
  isWebhook(node: WorkflowNode): boolean {
    return this.registry.node(node.type, node.version)?.trigger?.kind === 'webhook';
  }
}

function addressesOf(node: WorkflowNode): WantedAddress[] {
  const where = webhookPath(node);
  if ('why' in where) {
    throw Problem.invalid(where.code, `The path of '${node.name}' ${where.why}.`, [
      { field: `nodes.${node.name}.parameters.path`, message: where.why },
    ]);
  }
  const settings = callSettings(node);
  const header = unsendableHeader(settings);
  if (header !== undefined) {
    const why = `has a header '${header}' that can't be sent: names are letters, digits and '-', values have no line breaks and no characters beyond Latin-1`;
    throw Problem.invalid('webhook.header_invalid', `The answer of '${node.name}' ${why}.`, [
      { field: `nodes.${node.name}.parameters.options.responseHeaders`, message: why },
    ]);
  }
  return settings.methods.map((method) => ({ ...where, node, method }));
}
