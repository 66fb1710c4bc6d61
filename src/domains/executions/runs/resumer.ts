import { Injectable } from '@nestjs/common';
import type { Plan, RunEvent, RunMode, RunState } from '@orchestrator/engine';
import { encodeEvents, fold, newRun } from '@orchestrator/engine';
import { UnitOfWork } from '../../../infrastructure/database/unit-of-work.js';
import { Plans } from '../../workflows/plans.service.js';
import { claimOne } from '../dispatch/claims.js';
import { packChunk } from '../journal/chunk-codec.js';
import { LEASE_MS } from '../journal/execution-journal.js';
import type { ExecutionStatus } from '../journal/journal-entry.js';
import { readJournal } from '../journal/journal-reader.js';
import { insertChunks } from '../journal/journal-statements.js';
import { RunHost } from './run-host.js';
import type { LiveRun } from './run-request.js';

/** A run that stands still, read to see whether and how it may go on. Nothing of it is changed. */
export interface StandingRun {
  id: string;
  tenantId: string;
  status: ExecutionStatus;
  mode: RunMode;
  workflow: { id: string; name: string; version: number };
  plan: Plan;
  journal: readonly RunEvent[];
  state: RunState;
}

/** Looks at runs that wait, or are in doubt, and lets them go on. */
@Injectable()
export class Resumer {
  constructor(
    private readonly work: UnitOfWork,
    private readonly plans: Plans,
    private readonly host: RunHost,
  ) {}

  /**
   * Reads a run, whoever's it is: the caller has to have established the right to see it.
   * @returns `undefined` when it is not there, or its workflow is not
   */
  async look(id: string): Promise<StandingRun | undefined> {
    const found = await this.work.asEngine(async (tx) => {
      const [row]: { tenantId: string; workflowId: string; version: number; status: ExecutionStatus; mode: RunMode }[] =
        await tx.query(
          `select tenant_id as "tenantId", workflow_id as "workflowId", workflow_version as version, status, mode
         from executions where id = $1`,
          [id],
        );
      return row && { row, journal: await readJournal(tx, id) };
    });
    if (!found) return undefined;
    const { row, journal } = found;
    const plan = await this.plans.of(row.tenantId, row.workflowId, row.version);
    if (!plan) return undefined;
    const { tenantId, status, mode, version } = row;
    const workflow = { id: row.workflowId, name: plan.document.name, version };
    return { id, tenantId, status, mode, workflow, plan, journal, state: fold(newRun(plan), journal) };
  }

  /**
   * Lets a run go on, unless somebody else has done so since it was looked at. When this resolves, what has come is
   * committed: whoever sent it may be told so.
   * @param events what has come: `resumed`, `answered`
   * @returns `undefined` when it does not stand still any more, or moved on in between; nothing has happened then
   */
  async goOn(run: StandingRun, events: readonly RunEvent[]): Promise<LiveRun | undefined> {
    const taken = await this.work
      .asEngine(async (tx) => {
        const claimed = await claimOne(tx, LEASE_MS, run.id, [run.status]);
        if (!claimed) return undefined;
        const journal = await readJournal(tx, run.id);
        if (journal.length !== run.journal.length) throw new MovedOn();
        if (events.length === 0) return { claimed, journal };
        const { tenantId, workflowId, fence } = claimed;
        const chunk = packChunk(encodeEvents(events));
        await insertChunks(tx, [
          { kind: 'append', id: run.id, tenantId, workflowId, fence, seq: journal.length, chunk },
        ]);
        return { claimed, journal: [...journal, ...events] };
      })
      .catch((error: unknown) => {
        if (error instanceof MovedOn) return undefined;
        throw error;
      });
    return taken && this.host.takeUp(taken.claimed, run.plan, taken.journal);
  }
}

/** Rolls the claim of a run back that went on between the look and the claim. */
class MovedOn extends Error {}
