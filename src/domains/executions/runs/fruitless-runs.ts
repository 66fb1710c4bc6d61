import { Injectable, Logger } from '@nestjs/common';
import type { Plan, RunEvent } from '@orchestrator/engine';
import { errorMessage } from '@orchestrator/node-sdk';
import type { ItemError } from '@orchestrator/workflow';
import { UnitOfWork } from '../../../infrastructure/database/unit-of-work.js';
import { type ClaimedRun, leaveBehind, notePlace } from '../dispatch/claims.js';
import type { Telling } from '../journal/journal-entry.js';
import { JournalWriter } from '../journal/journal-writer.js';
import { isKept, UNKEPT_GRACE_MS, unkeptOf } from '../journal/kept-runs.js';
import { hasErrorWorkflow } from '../journal/open-run.js';

/** A run that was taken up so often, and got no further, would get no further the next time either. */
export const MAX_TRIES = 3;
/** After a fault a run is tried again this soon: what was in its way may be over, and somebody may wait. */
const AGAIN_MS = 2_000;
/** Of a fault's message; the rest is in the log. */
const MAX_FAULT_LENGTH = 500;
/** Events that say that a step is tried, and not that it came to anything. */
const NO_PROGRESS: ReadonlySet<RunEvent['t']> = new Set(['began', 'doubted', 'answered']);

/**
 * Runs that are left behind at the same place again and again: something is thrown there that is no error of the node, or
 * the process ends. Counted in the database, so that neither a restart nor another process forgets it.
 */
@Injectable()
export class FruitlessRuns {
  private readonly log = new Logger(FruitlessRuns.name);

  constructor(
    private readonly work: UnitOfWork,
    private readonly writer: JournalWriter,
  ) {}

  /** Leaves a run, at which something was thrown that was not its node's to throw, to be taken up again. Never rejects. */
  async leave(run: Pick<ClaimedRun, 'id' | 'fence'>, error: unknown): Promise<void> {
    this.log.error(`execution ${run.id} stopped here and is taken up again: ${errorMessage(error)}`);
    const fault = errorMessage(error).replaceAll('\0', '').slice(0, MAX_FAULT_LENGTH);
    // When the database is away, the lease runs out by itself.
    await this.work.asEngine((tx) => leaveBehind(tx, run, fault, AGAIN_MS)).catch(() => {});
  }

  /**
   * Looks at a run that has been taken up before what is left of it is run.
   * @returns why it is ended instead; nothing when it is to go on
   */
  async verdict(
    run: ClaimedRun,
    plan: Plan,
    events: readonly RunEvent[],
    node: string,
  ): Promise<ItemError | undefined> {
    if (run.fruitless === 0) return undefined;
    const place = events.reduce((count, { t }) => (NO_PROGRESS.has(t) ? count : count + 1), 0);
    const { fruitless, fruitlessAt } = run;
    if (fruitlessAt === null) {
      // Where it was left behind the first time is not known, only that it was no earlier: steps are written later than
      // they are run. From now on they are written first (`careful`).
      if (fruitless > 1) await this.work.asEngine((tx) => notePlace(tx, run, fruitless, place));
    } else if (place !== fruitlessAt) {
      await this.work.asEngine((tx) => notePlace(tx, run, 1, place));
    } else if (fruitless >= MAX_TRIES) {
      return gaveUp(run, `at "${node}" in '${plan.document.name}'`);
    }
    return undefined;
  }

  /** Ends a run whose journal can't be read, without reading it. All that wait for its end are told. */
  async endUnread(run: ClaimedRun, plan: Plan | undefined, error: ItemError): Promise<void> {
    const { id, tenantId, workflowId, fence, parentId, mode } = run;
    const tell: Telling[] = [];
    if (parentId) tell.push({ type: 'execution.children_moved', executionId: parentId });
    if (plan && hasErrorWorkflow(plan)) tell.push({ type: 'execution.failed', executionId: id });
    const finishedAt = Date.now();
    const removeAt = plan && !isKept(unkeptOf(plan, mode), 'error') ? finishedAt + UNKEPT_GRACE_MS : undefined;
    const change = { status: 'error' as const, finishedAt, removeAt, error };
    await this.writer.write({ kind: 'append', id, tenantId, workflowId, fence, seq: 0, change, tell });
  }
}

/** The error of a run that is not tried again. `where` it got no further. */
export function gaveUp({ fault }: Pick<ClaimedRun, 'fault'>, where: string): ItemError {
  const cause =
    fault === null
      ? `the server that ran it ended ${where}`
      : `it stopped ${where}, the last time with: ${fault.replace(/[.\s]+$/, '')}`;
  return {
    code: 'run.fruitless',
    message: `The run was ended because ${MAX_TRIES} times in a row ${cause}. It has got no further, so it is not tried again by itself.`,
  };
}
