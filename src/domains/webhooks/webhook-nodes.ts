import { Injectable } from '@nestjs/common';
import { NodeRegistry } from '@orchestrator/runtime';
import type { WorkflowDocument, WorkflowNode } from '@orchestrator/workflow';
import { Problem } from '../../http/problem.js';
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
    return document.nodes.filter((node) => !node.disabled && this.isWebhook(node)).flatMap((node) => addressesOf(node));
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
  return callSettings(node).methods.map((method) => ({ ...where, node, method }));
}
