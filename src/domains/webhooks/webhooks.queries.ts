import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { keyOf, type Page, type PageQuery, pageOf } from '../../http/page.js';
import { UnitOfWork } from '../../infrastructure/database/unit-of-work.js';
import type { WebhookPath } from './settings/webhook-address.js';

/** A live address, as it is stored. */
export interface LiveWebhook {
  id: string;
  workflowId: string;
  workflowName: string;
  version: number;
  nodeId: string;
  method: string;
  path: string;
  /** The tenant holds its first segment, so the plain address leads here. */
  held: boolean;
}

/** An address to be written. */
export interface NewRoute extends WebhookPath {
  id: string;
  tenantId: string;
  workflowId: string;
  version: number;
  nodeId: string;
  method: string;
}

/** An address that has been taken back. */
export interface RemovedRoute {
  id: string;
  nodeId: string;
  method: string;
  shape: string;
}

/** The stored addresses of a tenant. Those of others do not exist here. */
@Injectable()
export class WebhooksQueries {
  constructor(private readonly work: UnitOfWork) {}

  list(tenantId: string, query: PageQuery): Promise<Page<LiveWebhook>> {
    return this.work.inTenant(tenantId, async (tx) => {
      const rows: LiveWebhook[] = await tx.query(
        `select r.id, r.workflow_id as "workflowId", w.name as "workflowName", r.version, r.node_id as "nodeId",
           r.method, r.path,
           exists (select from webhook_holds h where h.tenant_id = r.tenant_id and h.segment = r.segment) as held
         from webhook_routes r join workflows w on w.tenant_id = r.tenant_id and w.id = r.workflow_id
         where r.test_until is null and ($1::uuid is null or r.id < $1) order by r.id desc limit $2`,
        [keyOf(query)?.[0] ?? null, query.limit + 1],
      );
      return pageOf(rows, query, (row) => [row.id]);
    });
  }

  /**
   * Writes addresses, in one statement, as whoever writes some has the turn of all tenants.
   * @param seconds for which test addresses are armed; live ones when left out
   * @returns the first that is not there: the tenant has the same address already
   */
  async add<R extends NewRoute>(tx: EntityManager, routes: readonly R[], seconds?: number): Promise<R | undefined> {
    const rows = routes.map(({ id, tenantId, workflowId, version, nodeId, method, path, lead, segment, shape }) => ({
      ...{ id, tenant_id: tenantId, workflow_id: workflowId, version, node_id: nodeId },
      ...{ method, path, lead, segment, shape },
    }));
    const added: { id: string }[] = await tx.query(
      `insert into webhook_routes
         (id, tenant_id, workflow_id, version, node_id, method, path, lead, segment, shape, test_until)
       select r.id, r.tenant_id, r.workflow_id, r.version, r.node_id, r.method, r.path, r.lead, r.segment, r.shape,
         now() + make_interval(secs => $2)
       from jsonb_populate_recordset(null::webhook_routes, $1::jsonb) r
       on conflict do nothing returning id`,
      [JSON.stringify(rows), seconds ?? null],
    );
    const ids = new Set(added.map(({ id }) => id));
    return routes.find(({ id }) => !ids.has(id));
  }

  /** The workflow of the transaction's tenant that has a live address. */
  async ownerOf(tx: EntityManager, method: string, shape: string): Promise<{ id: string; name: string } | undefined> {
    const rows: { id: string; name: string }[] = await tx.query(
      `select w.id, w.name from webhook_routes r join workflows w on w.tenant_id = r.tenant_id and w.id = r.workflow_id
       where r.method = $1 and r.shape = $2 and r.test_until is null`,
      [method, shape],
    );
    return rows[0];
  }

  /** Takes the live addresses of a workflow back. */
  async remove(tx: EntityManager, workflowId: string): Promise<RemovedRoute[]> {
    const [rows]: [RemovedRoute[], number] = await tx.query(
      `delete from webhook_routes where workflow_id = $1 and test_until is null
       returning id, node_id as "nodeId", method, shape`,
      [workflowId],
    );
    return rows;
  }

  async slugOf(tx: EntityManager, tenantId: string): Promise<string> {
    const [row]: { slug: string }[] = await tx.query('select slug from tenants where id = $1', [tenantId]);
    return row?.slug ?? tenantId;
  }
}
