import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Principal } from '../../http/principal.js';
import { Problem } from '../../http/problem.js';
import { WebhookOrigins } from '../../http/webhook-origins.js';
import { UnitOfWork } from '../../infrastructure/database/unit-of-work.js';
import { newId } from '../../infrastructure/database/uuid.js';
import { VersionHistory } from '../workflows/version-history.service.js';
import { WorkflowsService } from '../workflows/workflows.service.js';
import type { ArmedWebhook, Listening } from './dto/webhook-answers.js';
import type { Route } from './routing/choose-route.js';
import { TEST_KEEP_DAYS, WebhookHolds } from './webhook-holds.service.js';
import { segmentsOf, type WantedAddress, WebhookNodes } from './webhook-nodes.js';
import { WebhooksQueries } from './webhooks.queries.js';

/** How long a test address waits for its call: a person sits in front of it. */
const LISTEN_SECONDS = 120;

/** Test addresses: those of a draft, in force for one call. */
@Injectable()
export class TestWebhooks {
  constructor(
    private readonly work: UnitOfWork,
    private readonly workflows: WorkflowsService,
    private readonly history: VersionHistory,
    private readonly nodes: WebhookNodes,
    private readonly queries: WebhooksQueries,
    private readonly holds: WebhookHolds,
    private readonly origins: WebhookOrigins,
  ) {}

  /**
   * Arms the test addresses of a workflow's draft, in place of those armed before.
   * @throws Problem 422 when it has no webhook, 409 when another of the tenant's workflows listens at the same address
   */
  async listen(caller: Principal, workflowId: string): Promise<Listening> {
    const { tenantId } = caller;
    const draft = await this.workflows.get(tenantId, workflowId);
    const wanted = this.nodes.addressesOf(draft);
    if (wanted.length === 0) {
      throw Problem.invalid('webhook.none', `'${draft.name}' has no webhook to listen at. Add one, or enable it.`);
    }
    // The call that comes runs this version, however often the draft is saved until then.
    await this.history.keep(tenantId, workflowId, draft.version);
    return this.work.inTenant(tenantId, async (tx) => {
      // Before the turn at the addresses, as whoever publishes it does, or the two wait in a ring.
      const there: unknown[] = await tx.query('select from workflows where id = $1 for key share', [workflowId]);
      if (there.length === 0) throw Problem.notFound('workflow', workflowId);
      await tx.query(
        'delete from webhook_routes where test_until is not null and (workflow_id = $1 or test_until <= now())',
        [workflowId],
      );
      const slug = await this.queries.slugOf(tx, tenantId);
      const webhooks = await this.arm(tx, wanted, { tenantId, workflowId, version: draft.version, slug });
      return { until: new Date(Date.now() + LISTEN_SECONDS * 1_000).toISOString(), webhooks };
    });
  }

  /** Stops listening. What has been called already goes on. */
  async cancel(caller: Principal, workflowId: string): Promise<void> {
    await this.workflows.get(caller.tenantId, workflowId);
    await this.work.inTenant(caller.tenantId, (tx) => disarm(tx, workflowId));
  }

  /** Takes the one call of a workflow's test addresses. @returns whether it was there to be taken */
  use(route: Route): Promise<boolean> {
    return this.work.asEngine((tx) => disarm(tx, route.workflowId));
  }

  private async arm(
    tx: EntityManager,
    wanted: readonly WantedAddress[],
    of: { tenantId: string; workflowId: string; version: number; slug: string },
  ): Promise<ArmedWebhook[]> {
    const holdOf = await this.holds.take(tx, segmentsOf(wanted), TEST_KEEP_DAYS);
    const routes = wanted.map((each) => ({ ...each, ...of, id: newId(), nodeId: each.node.id }));
    const refused = await this.queries.add(tx, routes, LISTEN_SECONDS);
    if (refused) {
      throw Problem.conflict(
        'webhook.path_taken',
        `Another of your workflows, or another node of this one, listens for ${refused.method} calls at '${refused.path}' just now.`,
      );
    }
    return routes.map(({ id, node, method, path, segment }) => {
      const isPlain = holdOf(segment) === 'held';
      return {
        node: node.name,
        nodeId: node.id,
        method,
        url: this.origins.addressOf(path, of.slug, isPlain, true),
        appPath: this.origins.pathOf(path, isPlain ? null : of.slug, true),
        executionId: id,
      };
    });
  }
}

/** Takes all test addresses of a workflow back. @returns whether there were any */
async function disarm(tx: EntityManager, workflowId: string): Promise<boolean> {
  const [rows] = (await tx.query(
    'delete from webhook_routes where workflow_id = $1 and test_until is not null returning id',
    [workflowId],
  )) as [unknown[], number];
  return rows.length > 0;
}
