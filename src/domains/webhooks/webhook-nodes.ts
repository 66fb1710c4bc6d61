import { Injectable } from '@nestjs/common';
import { NodeRegistry } from '@orchestrator/runtime';
import type { WorkflowDocument, WorkflowNode } from '@orchestrator/workflow';
import { Problem } from '../../http/problem.js';
import { TENANT_SEGMENT } from '../../http/webhook-origins.js';
import { callSettings } from './settings/call-settings.js';
import { type WebhookPath, webhookPath } from './settings/webhook-address.js';

/** One address that a node of a workflow asks for. */
export interface WantedAddress extends WebhookPath {
  node: WorkflowNode;
  method: string;
}

/** Tells which nodes of a workflow are called from outside, and where. */
@Injectable()
export class WebhookNodes {
  constructor(private readonly registry: NodeRegistry) {}

  /**
   * The addresses that a workflow's triggers ask for; those of disabled ones are left out.
   * @throws Problem 422 when one asks for a path that can't be had
   */
  addressesOf(document: WorkflowDocument): WantedAddress[] {
    return document.nodes.filter((node) => this.isWebhook(node)).flatMap((node) => addressesOf(node));
  }

  private isWebhook(node: WorkflowNode): boolean {
    return !node.disabled && this.registry.node(node.type, node.version)?.trigger?.kind === 'webhook';
  }
}

function addressesOf(node: WorkflowNode): WantedAddress[] {
  const where = webhookPath(node);
  if (where.path.startsWith(`${TENANT_SEGMENT}/`)) {
    throw Problem.invalid(
      'webhook.path_reserved',
      `The path of '${node.name}' can't begin with '${TENANT_SEGMENT}/'.`,
      [{ field: `nodes.${node.name}.parameters.path`, message: 'is reserved for addresses that name their tenant' }],
    );
  }
  return callSettings(node).methods.map((method) => ({ ...where, node, method }));
}
