import { Injectable, Logger } from '@nestjs/common';
import { fold, newRun, type Plan, type RunEvent, type RunState, RunStopped } from '@orchestrator/engine';
import { errorMessage } from '@orchestrator/node-sdk';
import { UnitOfWork } from '../../../infrastructure/database/unit-of-work.js';
import { FairGate } from '../../../infrastructure/fairness/fair-gate.js';
import { ExecutionJournal, LEASE_MS } from '../journal/execution-journal.js';
import { readJournal } from '../journal/journal-reader.js';
import { FruitlessRuns, gaveUp, MAX_TRIES } from '../runs/fruitless-runs.js';
import { RunHost } from '../runs/run-host.js';
import { RunPlans } from '../runs/run-plans.service.js';
import type { LiveRun } from '../runs/run-request.js';
import {
  type ClaimedRun,
  claimQueued,
  expireLeases,
  findCancelled,
  giveBack,
  renewLeases,
  requeueDue,
} from './claims.js';

/** Looks for what a lost message or a dead worker left behind, and for runs of other instances. */
const SWEEP_MS = 1_000;
const RENEW_MS = LEASE_MS / 3;
/** Runs taken on in one look. */
const CLAIM_LIMIT = 50;
/** Runs queued in one look whose time has come; the rest follow in the next. */
const DUE_LIMIT = 500;

/** Finds runs that have to go on, queued ones first come first served within a tenant and evenly among tenants. */
@Injectable()
export class Dispatcher {
  private readonly log = new Logger(Dispatcher.name);
  private timers: NodeJS.Timeout[] = [];
  private looking: Promise<void> | undefined;
  private again = false;
  private started = false;
  /** There was more to take on than there was room for. */
  private behind = false;

  constructor(
    private readonly work: UnitOfWork,
    private readonly plans: RunPlans,
    private readonly host: RunHost,
    private readonly journal: ExecutionJournal,
    private readonly gate: FairGate,
    private readonly fruitless: FruitlessRuns,
  ) {}

  /** Whether runs are run in this process. */
  get takesRuns(): boolean {
    return this.started;
  }

  /**
   * @param alone nobody else runs on this database, so whatever is leased was left behind by a process that died: it is
   *   taken up at once, without waiting for its lease to run out
   */
  async start(alone: boolean): Promise<void> {
    if (alone) await this.work.asEngine(expireLeases);
    this.started = true;
    this.timers = [setInterval(() => this.sweep(), SWEEP_MS), setInterval(() => void this.renew(), RENEW_MS)];
    this.wake();
  }

  /** Takes on nothing more. What runs goes on, and keeps its leases until `stopRenewing`. */
  async stop(): Promise<void> {
    this.started = false;
    clearInterval(this.timers[0]);
    await this.looking;
  }

  stopRenewing(): void {
    clearInterval(this.timers[1]);
  }

  /** There may be something to do now. */
  wake(): void {
    if (!this.started) return;
    this.again = true;
    this.looking ??= this.look().finally(() => {
      this.looking = undefined;
    });
  }

  /** Somebody has left the gate: what had no room before may have it now. */
  hasRoomAgain(): void {
    if (this.behind) this.wake();
  }

  private sweep(): void {
    this.wake();
    void this.stopCancelled();
  }

  /** Takes one claimed run up, in its tenant's share. */
  private takeUp(run: ClaimedRun): void {
    // Callers who wait for their result may have come in between.
    const going = this.gate.tryEnter(run.tenantId)
      ? this.begin(run)
          .then((live) => live?.outcome)
          .finally(() => {
            this.gate.leave(run.tenantId);
            this.wake();
          })
      : this.work.asEngine((tx) => giveBack(tx, run));
    going.catch((error: unknown) => this.fruitless.leave(run, error));
  }

  private async begin(run: ClaimedRun): Promise<LiveRun | undefined> {
    const plan = await this.plans.of(run);
    if (!plan) {
      const message = 'The workflow of this run has been deleted.';
      await this.fruitless.endUnread(run, undefined, { message, code: 'run.no_workflow' });
      return undefined;
    }
    const read = await this.read(run, plan).catch((error: unknown) => {
      if (run.fruitless < MAX_TRIES) throw error;
      return undefined;
    });
    if (!read) {
      await this.fruitless.endUnread(
        run,
        plan,
        gaveUp(run, `before what is written of '${plan.document.name}' could be read`),
      );
      return undefined;
    }
    const { events, state } = read;
    const error = await this.fruitless.verdict(run, plan, events, state.queue[0]?.node.name ?? 'its end');
    const ancestors = await this.plans.ancestorsOf(run);
    const live = this.host.takeUp(run, plan, state, [], ancestors, error && new RunStopped(error));
    // What it stops at may be that its journal takes nothing more.
    if (error && (await live.outcome).kind === 'failed') await this.fruitless.endUnread(run, plan, error);
    return live;
  }

  private async read(run: ClaimedRun, plan: Plan): Promise<{ events: readonly RunEvent[]; state: RunState }> {
    const events = await this.work.asEngine((tx) => readJournal(tx, run.id));
    return { events, state: fold(newRun(plan), events) };
  }

  private async look(): Promise<void> {
    while (this.again && this.started) {
      this.again = false;
      try {
        const due = await this.work.asEngine((tx) => requeueDue(tx, DUE_LIMIT));
        const total = Math.min(this.gate.room, CLAIM_LIMIT);
        const claimed = total > 0 ? await this.claim(total) : [];
        for (const run of claimed) this.takeUp(run);
        this.behind = total <= 0 || claimed.length >= total;
        if (due >= DUE_LIMIT || (claimed.length >= CLAIM_LIMIT && this.gate.room > 0)) this.again = true;
      } catch (error) {
        this.log.error(`runs can't be looked for: ${errorMessage(error)}`);
      }
    }
  }

  private claim(total: number): Promise<ClaimedRun[]> {
    const { gate } = this;
    const room = { total, others: gate.roomOfOthers, tenants: gate.rooms() };
    return this.work.asEngine((tx) => claimQueued(tx, LEASE_MS, room));
  }

  /** Ends runs of this process that somebody asked another instance to stop. */
  private async stopCancelled(): Promise<void> {
    const held = this.journal.held();
    if (held.length === 0) return;
    try {
      const ids = held.map(({ id }) => id);
      for (const id of await this.work.asEngine((tx) => findCancelled(tx, ids))) this.host.cancel(id);
    } catch (error) {
      this.log.error(`requests to stop runs can't be looked for: ${errorMessage(error)}`);
    }
  }

  private async renew(): Promise<void> {
    const held = this.journal.held();
    if (held.length === 0) return;
    try {
      await this.work.asEngine((tx) => renewLeases(tx, LEASE_MS, held));
    } catch (error) {
      this.log.error(`leases can't be renewed: ${errorMessage(error)}`);
    }
  }
}
