import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { ScheduleRule } from '@orchestrator/nodes';
import { NodeRegistry } from '@orchestrator/runtime';
import type { EntityManager } from 'typeorm';
import type { Principal } from '../../http/principal.js';
import { Problem } from '../../http/problem.js';
import { DomainEvents } from '../../infrastructure/database/domain-events.js';
import { UnitOfWork } from '../../infrastructure/database/unit-of-work.js';
import { newId } from '../../infrastructure/database/uuid.js';
import { AuditService } from '../audit/audit.service.js';
import { type ActivationListener, Activations, type LiveVersion } from '../workflows/activations.js';
import { nextTime } from './next-time.js';
import { zoneOf } from './tenant-zone.js';
import { anchorOf, missedPolicyOf, rulesOf } from './trigger-rules.js';

/** A schedule as far as its next time depends on it. Times in epoch milliseconds. */
interface Timed {
  id: string;
  rule: ScheduleRule;
  zone: string;
  anchorAt: number;
}

/** What a schedule that is replaced hands on to the one that takes its place. */
interface Predecessor {
  nodeId: string;
  rule: ScheduleRule;
  anchorAt: Date;
  lastAt: Date | null;
  paused: boolean;
}

const TIMED = `s.id, s.rule, coalesce(s.timezone, t.timezone) as zone, (extract(epoch from s.anchor_at) * 1000)::float8 as "anchorAt"`;

/** The schedules of live workflows: made when a version goes live, gone when it is taken back, paused and resumed. */
@Injectable()
export class SchedulingService implements ActivationListener, OnModuleInit {
  /** Schedules that were removed in a transaction, in case the same transaction makes a newer version live. */
  private readonly replaced = new WeakMap<EntityManager, Predecessor[]>();

  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditService,
    private readonly registry: NodeRegistry,
    private readonly activations: Activations,
    private readonly events: DomainEvents,
  ) {}

  onModuleInit(): void {
    this.activations.add(this);
    this.events.on('tenant.changed', ({ tenantId, payload }) =>
      payload.timezone === undefined ? undefined : this.moveToZone(tenantId),
    );
  }

  /** @throws Problem 422 `schedule.unreadable` naming the node */
  async activate(tx: EntityManager, live: LiveVersion): Promise<void> {
    const { tenantId, workflowId, version, document } = live;
    const triggers = document.nodes.filter(
      (node) => !node.disabled && this.registry.node(node.type, node.version)?.trigger?.kind === 'schedule',
    );
    if (triggers.length === 0) return;
    const timezone = document.settings.timezone ?? null;
    const zone = timezone ?? (await zoneOf(tx, tenantId));
    const predecessors = this.replaced.get(tx) ?? [];
    const now = Date.now();
    for (const node of triggers) {
      for (const [place, rule] of rulesOf(node).entries()) {
        const before = predecessors.find((each) => each.nodeId === node.id && sameRule(each.rule, rule));
        const { anchor, next } = firstTime(node.name, rule, zone, now, before?.anchorAt.getTime());
        await tx.query(
          `insert into schedules (id, tenant_id, workflow_id, version, node_id, place, rule, timezone, missed, next_at, last_at, anchor_at, paused)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
          [
            newId(),
            tenantId,
            workflowId,
            version,
            node.id,
            place,
            JSON.stringify(rule),
            timezone,
            missedPolicyOf(node),
            dateOf(next),
            before?.lastAt ?? null,
            new Date(anchor),
            before?.paused ?? false,
          ],
        );
      }
    }
  }

  async deactivate(tx: EntityManager, tenantId: string, workflowId: string): Promise<void> {
    const [rows] = (await tx.query(
      `delete from schedules where tenant_id = $1 and workflow_id = $2
       returning node_id as "nodeId", rule, anchor_at as "anchorAt", last_at as "lastAt", paused`,
      [tenantId, workflowId],
    )) as [Predecessor[], number];
    if (rows.length > 0) this.replaced.set(tx, rows);
  }

  /** Starts nothing any more until it is resumed; the workflow stays live for its other triggers. */
  pause(caller: Principal, id: string): Promise<void> {
    return this.change(caller, id, 'paused', (tx) =>
      tx.query('update schedules set paused = true where id = $1', [id]),
    );
  }

  /** Goes on with the next time from now; what was due in between stays undone. */
  resume(caller: Principal, id: string): Promise<void> {
    return this.change(caller, id, 'resumed', async (tx) => {
      const timed = await find(tx, id);
      await setNext(tx, timed, 'paused = false');
    });
  }

  private change(
    caller: Principal,
    id: string,
    what: 'paused' | 'resumed',
    act: (tx: EntityManager) => Promise<unknown>,
  ): Promise<void> {
    return this.work.inTenant(caller.tenantId, async (tx) => {
      await find(tx, id);
      await act(tx);
      await this.audit.record(tx, caller.tenantId, caller, {
        action: `schedule.${what}`,
        target: { type: 'schedule', id },
      });
    });
  }

  /** The tenant's zone has changed: the times of workflows that name none of their own move with it. */
  private moveToZone(tenantId: string): Promise<void> {
    return this.work.inTenant(tenantId, async (tx) => {
      const rows: Timed[] = await tx.query(
        `select ${TIMED} from schedules s join tenants t on t.id = s.tenant_id
         where s.tenant_id = $1 and s.timezone is null for update of s`,
        [tenantId],
      );
      for (const timed of rows) await setNext(tx, timed);
    });
  }
}

async function find(tx: EntityManager, id: string): Promise<Timed> {
  const [row]: Timed[] = await tx.query(
    `select ${TIMED} from schedules s join tenants t on t.id = s.tenant_id where s.id = $1 for update of s`,
    [id],
  );
  if (!row) throw Problem.notFound('schedule', id);
  return row;
}

async function setNext(tx: EntityManager, { id, rule, zone, anchorAt }: Timed, also = 'error = null'): Promise<void> {
  const next = nextTime(rule, Date.now(), zone, anchorAt);
  await tx.query(`update schedules set next_at = $2, ${also} where id = $1`, [id, dateOf(next)]);
}
function firstTime(
  node: string,
  rule: ScheduleRule,
  zone: string,
  now: number,
  before: number | undefined,
): { anchor: number; next: number | undefined } {
  try {
    const anchor = before ?? anchorOf(rule, now, zone);
    return { anchor, next: nextTime(rule, now, zone, anchor) };
  } catch (error) {
    throw Problem.invalid(
      'schedule.unreadable',
      `The times of '${node}' can't be read: ${(error as Error).message}. Correct them and activate again.`,
      [{ field: node, message: (error as Error).message }],
    );
  }
}

const dateOf = (ms: number | undefined): Date | null => (ms === undefined ? null : new Date(ms));

/** Whether two rules say the same; jsonb does not keep the order of members. */
function sameRule(one: ScheduleRule, other: ScheduleRule): boolean {
  const text = (rule: ScheduleRule) => JSON.stringify(Object.entries(rule).sort());
  return text(one) === text(other);
}
