import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Notifications } from '../../../infrastructure/database/notifications.js';
import { UnitOfWork } from '../../../infrastructure/database/unit-of-work.js';

/** What happens to a workflow that others who have it open want to know. */
export type WorkflowChange =
  | { type: 'saved'; version: number; activeVersion: number | null; liveNumber: number | null }
  | { type: 'activated'; version: number; liveNumber: number }
  | { type: 'deactivated' }
  /** To another folder, or other tags. */
  | { type: 'moved'; folderId: string | null }
  /** A version got a name or lost it. */
  | { type: 'versions' }
  | { type: 'deleted' }
  | { type: 'comments' }
  /** A call came to a test address while somebody listens, and was not taken. */
  | {
      type: 'call-refused';
      /** The trigger that listens. */
      nodeId: string;
      method: string;
      path: string;
      status: number;
      code: string;
      detail: string;
    }
  /** Somebody tries the draft. */
  | { type: 'run-started'; executionId: string; mode: string };

/** Somebody, as others are told of them. */
export interface Somebody {
  id: string;
  name: string;
}

/** A change as it arrives at every process. `by` is nobody when the system did it, or who did it is no member any more. */
export type HeardChange = WorkflowChange & { by: Somebody | null; at: string };

export interface ChangeListener {
  heard(change: HeardChange): void;
  /** Changes may have been missed: look how things stand. */
  missed(): void;
}

interface Told {
  tenantId: string;
  workflowId: string;
  userId: string | null;
  at: string;
  change: WorkflowChange;
}

const CHANNEL = 'workflow_changes';
/** A stream begins without what other processes tell when the database is not heard by then. */
const LISTEN_MS = 2_000;

/** Changes of workflows, told to whoever has them open: in this process and in every other that shares the database. */
@Injectable()
export class WorkflowChanges {
  /** By workflow. */
  private readonly listeners = new Map<string, Set<ChangeListener & { tenantId: string }>>();
  private listening: Promise<void> | undefined;
  /** Names are looked up one after the other, so that changes keep their order. */
  private last: Promise<void> = Promise.resolve();

  constructor(
    private readonly notifications: Notifications,
    private readonly work: UnitOfWork,
  ) {}

  /** Tells it once `tx` is committed. `by` is left out when the system does it. */
  async tell(
    tx: EntityManager,
    tenantId: string,
    workflowId: string,
    by: { userId: string } | undefined,
    change: WorkflowChange,
  ): Promise<void> {
    const told: Told = { tenantId, workflowId, userId: by?.userId ?? null, at: new Date().toISOString(), change };
    await this.notifications.tell(tx, CHANNEL, told);
  }

  /** Resolves, to what stops listening, when nothing that is told from now on is missed. */
  async listen(tenantId: string, workflowId: string, listener: ChangeListener): Promise<() => void> {
    const mine = { ...listener, tenantId };
    const all = this.listeners.get(workflowId) ?? new Set();
    this.listeners.set(workflowId, all.add(mine));
    this.listening ??= this.notifications.listen(CHANNEL, {
      heard: (payload) => this.heard(payload as Told),
      caughtUp: () => {
        for (const set of this.listeners.values()) for (const each of set) each.missed();
      },
    });
    await Promise.race([this.listening, new Promise((resolve) => setTimeout(resolve, LISTEN_MS).unref())]);
    return () => {
      all.delete(mine);
      if (all.size === 0 && this.listeners.get(workflowId) === all) this.listeners.delete(workflowId);
    };
  }

  private heard(told: Told): void {
    if (!this.listeners.has(told.workflowId)) return;
    this.last = this.last.then(() => this.pass(told));
  }

  private async pass({ tenantId, workflowId, userId, at, change }: Told): Promise<void> {
    const by = userId ? await this.somebody(tenantId, userId).catch(() => null) : null;
    for (const each of this.listeners.get(workflowId) ?? []) {
      if (each.tenantId === tenantId) each.heard({ ...change, by, at });
    }
  }

  /** A member of the tenant by name; `null` when there is none such. */
  somebody(tenantId: string, userId: string): Promise<Somebody | null> {
    return this.work.inTenant(tenantId, async (tx) => {
      const [row] = await tx.query('select id, name from users where id = $1', [userId]);
      return row ?? null;
    });
  }
}
