import { randomUUID } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { WorkflowDocument, WorkflowNode } from '@orchestrator/workflow';
import type { EntityManager } from 'typeorm';
import { type ArrivalListener, Arrivals, type Arrived } from '../workflows/arrivals.js';
import { holdKey, normalSegments } from './routing/normal-path.js';
import { WebhookHolds } from './webhook-holds.service.js';

/** Ids of webhooks in documents that come in: an import keeps its own as long as they are free, a copy gets new ones. */
@Injectable()
export class WebhookIds implements ArrivalListener, OnModuleInit {
  constructor(
    private readonly arrivals: Arrivals,
    private readonly holds: WebhookHolds,
  ) {}

  onModuleInit(): void {
    this.arrivals.add(this);
  }

  async imported(tx: EntityManager, document: WorkflowDocument): Promise<Arrived> {
    const ids = document.nodes.flatMap(({ webhookId }) => webhookId || []);
    const keys = new Map(ids.map((id) => [id, keyOf(id)]));
    const free = await this.holds.freeOf(tx, [...keys.values()]);
    const warnings: string[] = [];
    const nodes = document.nodes.map((node) => {
      if (!node.webhookId || free.has(keys.get(node.webhookId) as string)) return node;
      warnings.push(
        `The webhook of "${node.name}" has a new id, because the one in the file is not free on this server. Tell those who call it the new address, which is shown in the node.`,
      );
      return withNewId(node);
    });
    return { document: { ...document, nodes }, warnings };
  }

  copied(document: WorkflowDocument): WorkflowDocument {
    return { ...document, nodes: document.nodes.map((node) => (node.webhookId ? withNewId(node) : node)) };
  }
}

/** What an id would be held by as the first segment of an address; no tenant holds the empty one. */
const keyOf = (id: string): string => {
  const first = normalSegments(id)?.[0];
  return first === undefined ? '' : holdKey(first);
};

/** The node under an id that nobody can guess, which is its path too where the old one was. */
function withNewId(node: WorkflowNode): WorkflowNode {
  const webhookId = randomUUID();
  const { path } = node.parameters;
  const isPath =
    typeof path === 'string' && normalSegments(path)?.join('/') === normalSegments(node.webhookId ?? '')?.join('/');
  return { ...node, webhookId, ...(isPath ? { parameters: { ...node.parameters, path: webhookId } } : {}) };
}
