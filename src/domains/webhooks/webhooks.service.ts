import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Page, PageQuery } from '../../http/page.js';
import { Problem } from '../../http/problem.js';
import { WebhookOrigins } from '../../http/webhook-origins.js';
import { UnitOfWork } from '../../infrastructure/database/unit-of-work.js';
import { newId } from '../../infrastructure/database/uuid.js';
import { type ActivationListener, Activations, type LiveVersion } from '../workflows/activations.js';
import type { AddressFacts, WebhookAddress, WebhookView } from './dto/webhook-answers.js';
import { type WebhookPath, wantedPath } from './settings/webhook-address.js';
import { type Hold, LIVE_KEEP_DAYS, noteOf, WebhookHolds } from './webhook-holds.service.js';
import { segmentsOf, WebhookNodes } from './webhook-nodes.js';
import { type RemovedRoute, WebhooksQueries } from './webhooks.queries.js';

/** Puts the addresses of workflows in force, and takes them back, in the transaction that does so with the workflow. */
@Injectable()
export class WebhooksService implements ActivationListener, OnModuleInit {
  /** Addresses that were taken back in a transaction, in case the same transaction makes a newer version live. */
  private readonly replaced = new WeakMap<EntityManager, RemovedRoute[]>();

  constructor(
    private readonly activations: Activations,
    private readonly nodes: WebhookNodes,
    private readonly queries: WebhooksQueries,
    private readonly holds: WebhookHolds,
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
    const before = this.replaced.get(tx) ?? [];
    const holdOf = await this.holds.take(tx, segmentsOf(wanted), LIVE_KEEP_DAYS);
    const routes = wanted.map(({ node, ...where }) => {
      // The same address of the same node is the same one, whatever the version.
      const same = before.find(
        (each) => each.nodeId === node.id && each.method === where.method && each.shape === where.shape,
      );
      return { ...where, id: same?.id ?? newId(), tenantId, workflowId, version, nodeId: node.id };
    });
    const refused = await this.queries.add(tx, routes);
    if (refused) throw await this.taken(tx, refused.method, refused);
    const webhooks = wanted.map(({ node, method, path, segment }): WebhookAddress => {
      const hold = holdOf(segment);
      const url = this.origins.addressOf(path, slug, hold === 'held');
      return { node: node.name, method, url, free: hold === 'held', ...this.noted(hold) };
    });
    return { webhooks };
  }

  async deactivate(tx: EntityManager, _tenantId: string, workflowId: string): Promise<void> {
    const rows = await this.queries.remove(tx, workflowId);
    if (rows.length > 0) this.replaced.set(tx, rows);
  }

  /** Where the tenant is called. */
  async originOf(tenantId: string): Promise<string> {
    const slug = await this.work.inTenant(tenantId, (tx) => this.queries.slugOf(tx, tenantId));
    return this.origins.of(slug);
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
      free: held,
      ...this.noted(held ? 'held' : 'taken'),
      tenantUrl: this.origins.addressOf(path, slug, false),
    }));
    return { ...page, items };
  }

  /**
   * Where a path would be called, and whether it could be had.
   * @throws Problem 422 when nobody could have it
   */
  async addressesAt(tenantId: string, path: string): Promise<AddressFacts> {
    const where = wantedPath(path);
    if ('why' in where) throw Problem.invalid(where.code, `The path ${where.why}.`);
    return this.work.inTenant(tenantId, async (tx) => {
      const hold = await this.holds.wouldGive(tx, where.segment);
      const slug = await this.queries.slugOf(tx, tenantId);
      const free = hold === 'held';
      return {
        url: this.origins.addressOf(where.path, slug, free),
        testUrl: this.origins.addressOf(where.path, slug, free, true),
        free,
        ...this.noted(hold),
      };
    });
  }

  /** Where each tenant has an origin, nobody misses the plain path at the shared one. */
  private noted(hold: Hold): { note?: string } {
    return hold === 'held' || this.origins.arePerTenant ? {} : { note: noteOf(hold) };
  }

  private async taken(tx: EntityManager, method: string, { path, shape }: WebhookPath): Promise<Problem> {
    const owner = await this.queries.ownerOf(tx, method, shape);
    return Problem.conflict(
      'webhook.path_taken',
      `'${owner?.name ?? 'Another workflow'}' takes ${method} calls at '${path}' already. Deactivate it, or change the path.`,
      owner ? { workflow: owner } : {},
    );
  }
}
