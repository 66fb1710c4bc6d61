import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Page, PageQuery } from '../../http/page.js';
import { Problem } from '../../http/problem.js';
import { WebhookOrigins } from '../../http/webhook-origins.js';
import { UnitOfWork } from '../../infrastructure/database/unit-of-work.js';
import { type ActivationListener, Activations, type LiveVersion } from '../workflows/activations.js';
import type { WebhookAddress, WebhookOrigin, WebhookView } from './dto/webhook-answers.js';
import { WebhookNodes } from './webhook-nodes.js';
import { WebhooksQueries } from './webhooks.queries.js';

/** Puts the addresses of workflows in force, and takes them back, in the transaction that does so with the workflow. */
@Injectable()
export class WebhooksService implements ActivationListener, OnModuleInit {
  constructor(
    private readonly activations: Activations,
    private readonly nodes: WebhookNodes,
    private readonly queries: WebhooksQueries,
    private readonly origins: WebhookOrigins,
    private readonly work: UnitOfWork,
  ) {}

  onModuleInit(): void {
    this.activations.add(this);
  }

  /** @throws Problem 409 `webhook.path_taken` when a workflow of the same tenant has an address already */
  async activate(tx: EntityManager, live: LiveVersion): Promise<{ webhooks: WebhookAddress[] } | undefined> {
    const wanted = this.nodes.addressesOf(live.document);
    if (wanted.length === 0) return undefined;
    const { tenantId, workflowId, version } = live;
    const slug = await this.queries.slugOf(tx, tenantId);
    const webhooks: WebhookAddress[] = [];
    for (const { node, method, path, lead } of wanted) {
      const held = await this.queries.add(tx, { tenantId, workflowId, version, nodeId: node.id, method, path, lead });
      if (held === undefined) throw await this.taken(tx, method, path);
      const isNoted = !held && !this.origins.arePerTenant;
      const url = this.origins.addressOf(path, slug, held);
      webhooks.push({ node: node.name, method, url, free: held, ...(isNoted ? { note: NOT_FREE } : {}) });
    }
    return { webhooks };
  }

  deactivate(tx: EntityManager, _tenantId: string, workflowId: string): Promise<void> {
    return this.queries.remove(tx, workflowId);
  }

  /** Where the tenant is called. */
  async originOf(tenantId: string): Promise<WebhookOrigin> {
    const slug = await this.work.inTenant(tenantId, (tx) => this.queries.slugOf(tx, tenantId));
    return { origin: this.origins.of(slug), isOwn: this.origins.arePerTenant };
  }

  /** The tenant's live addresses, newest first. */
  async list(tenantId: string, query: PageQuery): Promise<Page<WebhookView>> {
    const slug = await this.work.inTenant(tenantId, (tx) => this.queries.slugOf(tx, tenantId));
    const page = await this.queries.list(tenantId, query);
    const items = page.items.map(({ id, workflowId, workflowName, version, nodeId, method, path, held }) => ({
      id,
      workflow: { id: workflowId, name: workflowName, version },
      nodeId,
      method,
      url: this.origins.addressOf(path, slug, held),
      tenantUrl: this.origins.addressOf(path, slug, false),
    }));
    return { ...page, items };
  }

  private async taken(tx: EntityManager, method: string, path: string): Promise<Problem> {
    const owner = await this.queries.ownerOf(tx, method, path);
    return Problem.conflict(
      'webhook.path_taken',
      `'${owner?.name ?? 'Another workflow'}' takes ${method} calls at '${path}' already. Deactivate it, or change the path.`,
      owner ? { workflow: owner } : {},
    );
  }
}

const NOT_FREE = 'The plain path is not free. This address, which names your tenant, always works.';
