import { Injectable } from '@nestjs/common';
import { decodeEvents, type StartedEvent } from '@orchestrator/engine';
import type { EntityManager } from 'typeorm';
import { Problem } from '../../http/problem.js';
import { UnitOfWork } from '../../infrastructure/database/unit-of-work.js';
import type { LastCall } from './dto/last-call.js';
import { unpackChunk } from './journal/chunk-codec.js';

/** What starts a run without a person at the editor. Runs again are left out: their data is that of another one. */
const REAL_MODES = ['webhook', 'schedule', 'poll', 'form', 'chat', 'subworkflow', 'error', 'api'];
/** Runs of a workflow that are looked at, the newest first, for one that a certain trigger started. */
const LOOKED_AT = 50;

interface Row {
  executionId: string;
  at: Date;
  mode: string;
  status: LastCall['status'];
  version: number;
}

/** What triggers were given last when they were really met. */
@Injectable()
export class LastCalls {
  constructor(private readonly work: UnitOfWork) {}

  /**
   * The newest run that a trigger of a workflow started in earnest; `null` when none of the last ones was.
   * @param trigger id of its node
   * @throws Problem 404 when the tenant has no such workflow
   */
  async of(tenantId: string, workflowId: string, trigger: string): Promise<LastCall | null> {
    return this.work.inTenant(tenantId, async (tx) => {
      const [workflow] = await tx.query('select from workflows where id = $1', [workflowId]);
      if (!workflow) throw Problem.notFound('workflow', workflowId);
      const rows: Row[] = await tx.query(
        `select id as "executionId", coalesce(started_at, queued_at) as at, mode, status, workflow_version as version from executions
         where tenant_id = $1 and workflow_id = $2 and mode = any($3) and remove_at is null order by id desc limit $4`,
        [tenantId, workflowId, REAL_MODES, LOOKED_AT],
      );
      for (const row of rows) {
        const started = await startOf(tx, row.executionId);
        if (started?.node === trigger && started.items) {
          return { ...row, at: row.at.toISOString(), itemCount: started.items.length };
        }
      }
      return null;
    });
  }

  /**
   * What an execution's start node began with: what it was given, or what was pinned at it in the version that it ran.
   * @throws Problem 422 when it is none of this workflow, or was not given anything
   */
  async itemsOf(
    tenantId: string,
    workflowId: string,
    executionId: string,
  ): Promise<NonNullable<StartedEvent['items']>> {
    const items = await this.work.inTenant(tenantId, async (tx) => {
      const [row]: { version: number }[] = await tx.query(
        'select workflow_version as version from executions where id = $1 and workflow_id = $2',
        [executionId, workflowId],
      );
      const started = row && (await startOf(tx, executionId));
      if (started?.kept && !started.items) return firstKept(started.kept);
      if (!started?.pins || started.given) return started?.items;
      return (await pinnedAt(tx, workflowId, row?.version, started.node)) ?? started.items;
    });
    if (!items) {
      throw Problem.invalid('run.no_such_call', 'There is no execution of this workflow whose data could be taken.', [
        { field: 'inputFrom', message: 'has to be an execution of this workflow that began with items' },
      ]);
    }
    return items;
  }
}

/** What is pinned at a node in a version of a workflow. */
async function pinnedAt(tx: EntityManager, workflowId: string, version: number | undefined, node: string) {
  const [row]: { items: NonNullable<StartedEvent['items']> | null }[] = await tx.query(
    "select document -> 'pins' -> $3 as items from workflow_versions where workflow_id = $1 and version = $2",
    [workflowId, version, node],
  );
  return row?.items ?? undefined;
}

/** A run that built on another one has what its trigger was given as what the first step gave there. */
function firstKept(kept: NonNullable<StartedEvent['kept']>): StartedEvent['items'] {
  const first = Object.values(kept)
    .flat()
    .find(({ index }) => index === 0);
  return first?.outputs[0];
}

/** The first event of an execution's journal. */
async function startOf(tx: EntityManager, executionId: string): Promise<StartedEvent | undefined> {
  const [chunk]: { events: Buffer }[] = await tx.query(
    'select events from execution_journal where execution_id = $1 and seq = 0',
    [executionId],
  );
  const first = chunk && decodeEvents(unpackChunk(chunk.events))[0];
  return first?.t === 'started' ? first : undefined;
}
