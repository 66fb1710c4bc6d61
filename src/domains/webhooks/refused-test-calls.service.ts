import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Problem } from '../../http/problem.js';
import { UnitOfWork } from '../../infrastructure/database/unit-of-work.js';
import { WorkflowChanges } from '../workflows/together/workflow-changes.events.js';
import { calledPath } from './ingress/call.js';
import type { Route } from './routing/choose-route.js';
import { matchPath } from './routing/path-pattern.js';
import { RouteTable } from './routing/route-table.js';

/** Workflows that are told of one call, at most. */
const MOST_WORKFLOWS = 5;
/** Refused calls of a second that a workflow is told of: a person reads them, and each takes a turn of all commits. */
const MOST_A_SECOND = 5;
/** Workflows that are counted. */
const REMEMBERED = 1_000;
const LONGEST_PATH = 200;
const LONGEST_DETAIL = 300;

type Listening = Pick<Route, 'tenantId' | 'workflowId' | 'nodeId' | 'path'>;

/**
 * Tells those who wait for a test call of the calls that were refused: what came, and why it was not taken. Nothing of
 * what a call carries is told, as headers and bodies hold secrets.
 */
@Injectable()
export class RefusedTestCalls {
  private readonly told = new Map<string, { since: number; count: number }>();

  constructor(
    private readonly work: UnitOfWork,
    private readonly routes: RouteTable,
    private readonly changes: WorkflowChanges,
  ) {}

  /** Never fails: who called is answered in any case. */
  async tell({ method, url, place }: FastifyRequest, problem: Problem): Promise<void> {
    const called = calledPath(url, place.tenant);
    if (!called || method === 'OPTIONS') return;
    const listening = await this.listeningAt(called.path, called.slug).catch(() => []);
    const first = listening.filter(({ workflowId }) => this.mayTell(workflowId)).slice(0, MOST_WORKFLOWS);
    for (const { tenantId, workflowId, nodeId } of first) {
      const change = {
        type: 'call-refused' as const,
        ...{ nodeId, method, path: called.path.slice(0, LONGEST_PATH), status: problem.getStatus() },
        ...{ code: problem.code, detail: problem.detail.slice(0, LONGEST_DETAIL) },
      };
      await this.work
        .asEngine((tx) => this.changes.tell(tx, tenantId, workflowId, undefined, change))
        .catch(() => undefined);
    }
  }

  /**
   * Who may be meant by a call to a test address: those who listen at its path by any method, else all of the tenant. Whose
   * the call is, is told by its slug, by who holds the first part of its path, or by there being one tenant alone: nobody
   * hears of the calls of others.
   */
  private async listeningAt(path: string, slug: string | null): Promise<Listening[]> {
    const near = await this.routes.testRoutes(path, slug);
    const rows: Listening[] = await this.work.asEngine((tx) => tx.query(LISTENING, [slug, near[0]?.tenantId ?? null]));
    const meant = rows.filter((row) => matchPath(row.path, path) !== undefined);
    const each = new Map((meant.length > 0 ? meant : rows).map((row) => [row.workflowId, row]));
    return [...each.values()];
  }

  private mayTell(workflowId: string): boolean {
    const now = performance.now();
    const known = this.told.get(workflowId);
    if (known && now - known.since < 1_000) return ++known.count <= MOST_A_SECOND;
    if (this.told.size >= REMEMBERED) this.told.clear();
    this.told.set(workflowId, { since: now, count: 1 });
    return true;
  }
}

const LISTENING = `
  with alone as (select case when count(*) = 1 then min(id::text)::uuid end as id from (select id from tenants limit 2) few)
  select tenant_id as "tenantId", workflow_id as "workflowId", node_id as "nodeId", path from webhook_routes
  where test_until > now() and tenant_id = coalesce(
    (select id from tenants where slug = $1), $2::uuid, case when $1::text is null then (select id from alone) end)
  order by id desc limit 100`;
