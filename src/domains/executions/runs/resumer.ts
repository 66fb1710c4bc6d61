import { Injectable } from '@nestjs/common';
import type { Plan, RunEvent, RunMode, RunState } from '@orchestrator/engine';
import { fold, newRun, textOfEvents } from '@orchestrator/engine';
import { UnitOfWork } from '../../../infrastructure/database/unit-of-work.js';
import { FairGate } from '../../../infrastructure/fairness/fair-gate.js';
import { type ClaimedRun, claimOne, giveBack } from '../dispatch/claims.js';
import { Dispatcher } from '../dispatch/dispatcher.js';
import { packChunk } from '../journal/chunk-codec.js';
import { LEASE_MS } from '../journal/execution-journal.js';
import type { ExecutionStatus } from '../journal/journal-entry.js';
import { readJournal } from '../journal/journal-reader.js';
import { insertChunks } from '../journal/journal-statements.js';
import { type EndedRow, stateOf } from './ended-state.js';
import { RunHost } from './run-host.js';
import { type PlannedRun, RunPlans } from './run-plans.service.js';
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
    private readonly plans: RunPlans,
    private readonly host: RunHost,
    private readonly gate: FairGate,
    private readonly dispatcher: Dispatcher,
  ) {}

  /** Whether a run waits whose address went out before addresses had a proof of the run in them. */
  async waitsUnsigned(id: string): Promise<boolean> {
    const rows: unknown[] = await this.work.asEngine((tx) =>
      tx.query(`select 1 from executions where id = $1 and unsigned_wait and status = 'waiting'`, [id]),
    );
    return rows.length > 0;
  }

  /**
   * Reads a run, whoever's it is: the caller has to have established the right to see it.
   * @returns `undefined` when it is not there, or its workflow is not
   */
  async look(id: string): Promise<StandingRun | undefined> {
    const found = await this.work.asEngine(async (tx) => {
      const [row]: (PlannedRun & EndedRow & { mode: RunMode })[] = await tx.query(
        `select id, tenant_id as "tenantId", workflow_id as "workflowId", workflow_version as "workflowVersion", status, mode,
           finished_at as "finishedAt", error, parent_id as "parentId", retry_of as "retryOf"
         from executions where id = $1`,
        [id],
      );
      return row && { row, journal: await readJournal(tx, id, row.finishedAt !== null) };
    });
    if (!found) return undefined;
    const { row, journal } = found;
    const plan = await this.plans.of(row);
    if (!plan) return undefined;
    const { tenantId, status, mode, workflowVersion: version } = row;
    const workflow = { id: row.workflowId, name: plan.document.name, version };
    return { id, tenantId, status, mode, workflow, plan, journal, state: stateOf(plan, row, journal) };
  }

  /**
   * Lets a run go on, unless somebody else has done so since it was looked at. When this resolves, what has come is
   * committed: whoever sent it may be told so. Where there is no room just now, the run is queued.
   * @param events what has come: `resumed`, `answered`
   * @returns `undefined` when it does not stand still any more, or moved on in between; nothing has happened then
   */
  async goOn(run: StandingRun, events: readonly RunEvent[]): Promise<LiveRun | undefined> {
    const { tenantId } = run;
    const hasPlace = this.dispatcher.takesRuns && this.gate.tryEnter(tenantId);
    let live: LiveRun | undefined;
    try {
      const taken = await this.claim(run, events, hasPlace);
      if (taken && hasPlace) live = await this.takeUp(run, taken);
      else if (taken) this.dispatcher.wake();
      if (taken && !live) return queuedRun(run);
      return live;
    } finally {
      if (hasPlace) {
        const leave = () => {
          this.gate.leave(tenantId);
          this.dispatcher.hasRoomAgain();
        };
        if (live) void live.outcome.then(leave);
        else leave();
      }
    }
  }

  /**
   * Ends a run that stands still and was asked to stop: it needs no place among the runs.
   * @returns whether it has ended; one that is driven elsewhere is ended there
   */
  async end(run: StandingRun): Promise<boolean> {
    const taken = await this.claim(run, [], true);
    if (!taken) return false;
    await (await this.takeUp(run, taken)).outcome;
    return true;
  }

  private async takeUp(run: StandingRun, { claimed, journal }: Taken): Promise<LiveRun> {
    const ancestors = await this.plans.ancestorsOf(claimed);
    return this.host.takeUp(claimed, run.plan, fold(newRun(run.plan), journal), [], ancestors);
  }

  private claim(run: StandingRun, events: readonly RunEvent[], keep: boolean): Promise<Taken | undefined> {
    return this.work
      .asEngine(async (tx) => {
        const claimed = await claimOne(tx, LEASE_MS, run.id, [run.status]);
        if (!claimed) return undefined;
        const journal = await readJournal(tx, run.id);
        if (journal.length !== run.journal.length) throw new MovedOn();
        if (events.length > 0) {
          const { tenantId, workflowId, fence } = claimed;
          const chunk = packChunk(textOfEvents(events));
          await insertChunks(tx, [
            { kind: 'append', id: run.id, tenantId, workflowId, fence, seq: journal.length, chunk },
          ]);
        }
        if (!keep) await giveBack(tx, claimed);
        return { claimed, journal: [...journal, ...events] };
      })
      .catch((error: unknown) => {
        if (error instanceof MovedOn) return undefined;
        throw error;
      });
  }
}

/** A run that this process has taken on, with its journal. */
interface Taken {
  claimed: ClaimedRun;
  journal: readonly RunEvent[];
}

/** A run that goes on in its turn, somewhere. */
function queuedRun({ id, state }: StandingRun): LiveRun {
  return {
    executionId: id,
    response: Promise.resolve(undefined),
    outcome: Promise.resolve({ kind: 'drained', state }),
  };
}

/** Rolls the claim of a run back that went on between the look and the claim. */
class MovedOn extends Error {}
