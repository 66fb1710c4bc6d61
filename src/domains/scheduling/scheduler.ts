import { Injectable, Logger } from '@nestjs/common';
import { errorMessage } from '@orchestrator/node-sdk';
import { UnitOfWork } from '../../infrastructure/database/unit-of-work.js';
import { RunStarter } from '../executions/runs/run-starter.js';
import { type DueSchedule, earliest, moveOn, type Settled, settle, takeDue } from './due-schedules.js';

/** Schedules taken in one transaction. */
const BATCH = 100;
/** At most so long until the next look: another instance may have made a schedule that comes earlier. */
const LOOK_MS = 1_000;

/**
 * Starts what is due, on as many instances as there are: a schedule is locked, its run written and its next time set in
 * one transaction, so that no crash loses a run or starts it twice.
 */
@Injectable()
export class Scheduler {
  private readonly log = new Logger(Scheduler.name);
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> | undefined;
  private stopped = true;

  constructor(
    private readonly work: UnitOfWork,
    private readonly starter: RunStarter,
  ) {}

  start(): void {
    this.stopped = false;
    this.look();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.looking;
  }

  private look(): void {
    this.looking = this.runDue()
      .catch((error: unknown) => {
        this.log.error(`schedules can't be looked at: ${errorMessage(error)}`);
        return LOOK_MS;
      })
      .then((wait) => {
        if (!this.stopped) this.timer = setTimeout(() => this.look(), wait);
      });
  }

  /** Starts all that is due. @returns milliseconds until the next look */
  private async runDue(): Promise<number> {
    for (;;) {
      const taken = await this.runBatch();
      if (taken < BATCH || this.stopped) break;
    }
    const next = await this.work.asEngine(earliest);
    return next === undefined ? LOOK_MS : Math.min(Math.max(next - Date.now(), 1), LOOK_MS);
  }

  private runBatch(): Promise<number> {
    return this.work.asEngine(async (tx) => {
      const due = await takeDue(tx, Date.now(), BATCH);
      if (due.length === 0) return 0;
      const now = Date.now();
      const settled = due.map((schedule) => settle(schedule, now));
      const refused = await this.starter.enqueueIn(tx, settled.filter(({ ran }) => ran).map(runOf));
      await moveOn(
        tx,
        settled.map((each) => withRefusal(each, refused.get(each.schedule.tenantId))),
      );
      return due.length;
    });
  }
}

function runOf({ schedule }: { schedule: DueSchedule }) {
  const { tenantId, workflowId, version, nodeId } = schedule;
  return {
    tenantId,
    workflowId,
    workflowVersion: version,
    mode: 'schedule' as const,
    node: nodeId,
    items: [{ json: {} }], // the trigger itself says what time it is
  };
}

/** A tenant that may start nothing more misses the time; why stands at the schedule. */
function withRefusal(settled: Settled, refusal: string | undefined): Settled {
  return refusal !== undefined && settled.ran ? { ...settled, ran: false, error: refusal } : settled;
}
