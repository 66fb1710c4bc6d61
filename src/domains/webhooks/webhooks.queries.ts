import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { keyOf, type Page, type PageQuery, pageOf } from '../../http/page.js';
import { UnitOfWork } from '../../infrastructure/database/unit-of-work.js';
import { newId } from '../../infrastructure/database/uuid.js';

/** A live address, as it is stored. */
export interface LiveWebhook {
  id: string;
  workflowId: string;
  workflowName: string;
  version: number;
  nodeId: string;
  method: string;
  path: string;
  held: boolean;
}

/** An address to be written. */
export interface NewRoute {
  tenantId: string;
  workflowId: string;
  version: number;
  nodeId: string;
  method: string;
  path: string;
  lead: string;
}

/** The stored addresses. Those of other tenants do not exist here; `webhook_path_is_free` alone looks past them. */
@Injectable()
export class WebhooksQueries {
  constructor(private readonly work: UnitOfWork) {}

  list(tenantId: string, query: PageQuery): Promise<Page<LiveWebhook>> {
    return this.work.inTenant(tenantId, async (tx) => {
      const rows: LiveWebhook[] = await tx.query(
        `select r.id, r.workflow_id as "workflowId", w.name as "workflowName", r.version, r.node_id as "nodeId",
           r.method, r.path, r.held
         from webhook_routes r join workflows w on w.tenant_id = r.tenant_id and w.id = r.workflow_id
         where r.test_until is null and ($1::uuid is null or r.id < $1) order by r.id desc limit $2`,
        [keyOf(query)?.[0] ?? null, query.limit + 1],
      );
      return pageOf(rows, query, (row) => [row.id]);
    });
  }

  /**
   * Writes a live address, which holds its plain path if nobody else does.
   * @returns whether it holds the path; `undefined` when a workflow of the same tenant has the address already
   */
  async add(tx: EntityManager, route: NewRoute): Promise<boolean | undefined> {
    // One after the other, because only the index that is met says whose the path is: ours, or somebody else's.
    for (const held of [true, false]) {
      const rows: unknown[] = await tx.query(
        `insert into webhook_routes (id, tenant_id, workflow_id, version, node_id, method, path, lead, held)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing returning id`,
        [
          newId(),
          route.tenantId,
          route.workflowId,
          route.version,
          route.nodeId,
          route.method,
          route.path,
          route.lead,
          held,
        ],
      );
      if (rows.length > 0) return held;
    }
    return undefined;
  }

  /** The workflow of the transaction's tenant that has an address. */
  async ownerOf(tx: EntityManager, method: string, path: string): Promise<{ id: string; name: string } | undefined> {
    const rows: { id: string; name: string }[] = await tx.query(
      `select w.id, w.name from webhook_routes r join workflows w on w.tenant_id = r.tenant_id and w.id = r.workflow_id
       where r.method = $1 and r.path = $2 and r.test_until is null`,
      [method, path],
    );
    return rows[0];
  }

  async remove(tx: EntityManager, workflowId: string): Promise<void> {
    await tx.query('delete from webhook_routes where workflow_id = $1 and test_until is null', [workflowId]);
  }

  async slugOf(tx: EntityManager, tenantId: string): Promise<string> {
    const [row]: { slug: string }[] = await tx.query('select slug from tenants where id = $1', [tenantId]);
    return row?.slug ?? tenantId;
  }
}
