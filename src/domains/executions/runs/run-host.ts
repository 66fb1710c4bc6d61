import { Injectable } from '@nestjs/common';
import {
  Cancel,
  type DriveOptions,
  type DriveResult,
  Executor,
  newRun,
  type Plan,
  type RunEvent,
  type RunInfo,
  type RunLimits,
  type RunState,
  type StartedEvent,
  type WebhookResponse,
} from '@orchestrator/engine';
import { Config } from '../../../config/config.js';
import { MainThread } from '../../../infrastructure/fairness/main-thread.js';
import type { ClaimedRun } from '../dispatch/claims.js';
import { ExecutionJournal } from '../journal/execution-journal.js';
import { unkeptOf } from '../journal/kept-runs.js';
import { hasErrorWorkflow, type RunIdentity } from '../journal/open-run.js';
import { RunMemory } from '../limits/run-memory.js';
import { AddressesMovedError } from './address-proof.js';
import { FruitlessRuns } from './fruitless-runs.js';
import { IdTable } from './id-table.js';
import { RunEvents } from './run-events.js';
import type { LiveRun, RunOutcome, RunRequest } from './run-request.js';

const MIB = 1024 * 1024;
const CANCELLED = 'The run was cancelled.';

/** A run that is to be driven here: what it is, and what of its journal is written. */
interface Drive {
  identity: RunIdentity;
  plan: Plan;
  fence: number;
  state: RunState;
  events: readonly RunEvent[];
  /** `events` are in the database already. */
  eventsCommitted: boolean;
  ancestors?: readonly string[];
  /** It was left behind before: see `FruitlessRuns`. */
  careful?: boolean;
  /** Why the run is ended before anything more of it is run. */
  stop?: Error;
}

interface Active {
  cancel: Cancel;
  done: Promise<unknown>;
}

/** Facts of a tenant that its runs can see. */
export interface TenantFacts {
  /** Of workflows that name none. */
  timezone: string;
  /** Origin of resume addresses, without a trailing slash. */
  webhookOrigin: string;
}

/** Tells what runs can see of what is around them. */
export abstract class RunSurroundings {
  abstract of(tenantId: string): TenantFacts | Promise<TenantFacts>;
}

/** Drives runs in this process, whoever starts them, and knows which it holds. */
@Injectable()
export class RunHost {
  private readonly active = new IdTable<Active>();
  private readonly stopping = new AbortController();
  private readonly limits: Partial<RunLimits>;

  constructor(
    private readonly executor: Executor,
    private readonly journal: ExecutionJournal,
    private readonly surroundings: RunSurroundings,
    private readonly events: RunEvents,
    private readonly memory: RunMemory,
    private readonly turns: MainThread,
    private readonly fruitless: FruitlessRuns,
    config: Config,
  ) {
    this.limits = { maxItemBytes: config.RUN_ITEMS_MB * MIB };
  }

  /**
   * Drives a new run, of which nothing is written yet or its first event.
   * @param fence number of the lease that its row has, or will have
   */
  startNew(
    identity: RunIdentity,
    request: RunRequest,
    started: StartedEvent,
    fence: number,
    committed: boolean,
  ): LiveRun {
    const { plan, ancestors } = request;
    return this.drive({
      identity,
      plan,
      fence,
      state: newRun(plan),
      events: [started],
      eventsCommitted: committed,
      ancestors,
    });
  }

  /**
   * Takes a claimed run up where its journal ends.
   * @param state the fold of its journal, which is changed in place
   * @param more what has come since: resumed, answered
   * @param stop why it is ended instead of going on
   */
  takeUp(
    run: ClaimedRun,
    plan: Plan,
    state: RunState,
    more: readonly RunEvent[] = [],
    ancestors?: readonly string[],
    stop?: Error,
  ): LiveRun {
    const identity: RunIdentity = {
      ...run,
      parentId: run.parentId ?? undefined,
      retryOf: run.retryOf ?? undefined,
      hasErrorWorkflow: hasErrorWorkflow(plan),
      unkept: unkeptOf(plan, run.mode),
    };
    return this.drive({
      identity,
      plan,
      fence: run.fence,
      state,
      events: more,
      eventsCommitted: false,
      ancestors,
      careful: run.fruitless > 0,
      stop: stop ?? (run.cancelRequested ? new Error(CANCELLED) : undefined),
    });
  }

  /** Ends a run that this process holds. @returns whether it does */
  cancel(executionId: string): boolean {
    const active = this.active.get(executionId);
    active?.cancel.abort(new Error(CANCELLED));
    return active !== undefined;
  }

  isHeld(executionId: string): boolean {
    return this.active.has(executionId);
  }

  get count(): number {
    return this.active.size;
  }

  /** Lets every run come to the end of its step, and write; they are taken up again by whoever is there. */
  async stop(graceMs: number): Promise<void> {
    this.stopping.abort();
    const all = Promise.allSettled(this.active.values().map((run) => run.done));
    const timer = new AbortController();
    await Promise.race([all, new Promise((resolve) => setTimeout(resolve, graceMs).unref())]);
    timer.abort();
  }

  private drive(drive: Drive): LiveRun {
    const { identity, fence, state } = drive;
    const { id } = identity;
    const cancel = new Cancel();
    if (drive.stop) cancel.abort(drive.stop);
    let answer: (response: WebhookResponse | undefined) => void = () => {};
    const response = new Promise<WebhookResponse | undefined>((resolve) => {
      answer = resolve;
    });
    this.journal.open(identity, fence, drive.eventsCommitted ? drive.events.length : state.seq, state);
    this.memory.open(id, identity.tenantId, (reason) => cancel.abort(reason));
    this.memory.holds(id, state.itemBytes);
    const outcome = this.run(drive, cancel, answer).then((result) => {
      this.active.delete(id);
      this.journal.close(id);
      this.memory.close(id);
      answer(result.kind === 'failed' ? undefined : result.state.response);
      return result;
    });
    this.active.set(id, { cancel, done: outcome });
    return { executionId: id, response, outcome };
  }

  private async run(
    drive: Drive,
    cancel: Cancel,
    answer: (response: WebhookResponse | undefined) => void,
  ): Promise<RunOutcome> {
    const { identity, state } = drive;
    try {
      const tenant = this.surroundings.of(identity.tenantId);
      const info = this.infoOf(drive, tenant instanceof Promise ? await tenant : tenant);
      const options: DriveOptions = {
        run: info,
        state,
        fence: drive.fence,
        events: drive.events,
        eventsCommitted: drive.eventsCommitted,
        cancel,
        drain: this.stopping.signal,
        onEvent: (event, at) => {
          this.memory.holds(identity.id, at.itemBytes);
          this.events.tell(identity.id, at.seq - 1, event);
        },
        limits: this.limits,
        onResponse: (at) => answer(at.response),
        careful: drive.careful,
      };
      const { tenantId } = identity;
      const result = await this.turns.begin(tenantId, () => this.executor.drive(options));
      if (result.kind !== 'ended') await this.settle(result, identity.id);
      return { kind: result.kind, state };
    } catch (error) {
      if (error instanceof AddressesMovedError) return { kind: 'failed', error };
      void this.fruitless.leave({ id: identity.id, fence: drive.fence }, error);
      return { kind: 'failed', error: error instanceof Error ? error : new Error(String(error)) };
    }
  }

  /** Takes the lease back from a run that can't go on now. */
  private async settle(result: DriveResult, id: string): Promise<void> {
    switch (result.kind) {
      case 'waiting': {
        const { until, children } = result.suspension;
        // A child may have ended between the look at it and this: whoever hears of it looks again.
        const tell = children ? [{ type: 'execution.children_moved' as const, executionId: id }] : undefined;
        return this.journal.letGo(id, { status: 'waiting', wakeAt: until }, tell);
      }
      case 'retry':
        return this.journal.letGo(id, { status: 'waiting', wakeAt: result.until });
      case 'drained':
        // Queued again: the next worker with room takes it up where its journal ends.
        return this.journal.letGo(id, { status: 'queued' });
    }
  }

  private infoOf({ identity, plan, ancestors }: Drive, tenant: TenantFacts): RunInfo {
    const { document } = plan;
    return {
      executionId: identity.id,
      tenantId: identity.tenantId,
      mode: identity.mode,
      workflow: {
        id: identity.workflowId,
        name: document.name,
        active: identity.mode !== 'manual',
        version: identity.workflowVersion,
      },
      timezone: document.settings.timezone ?? tenant.timezone,
      resumeBaseUrl: tenant.webhookOrigin,
      ancestors,
      retryOf: identity.retryOf,
      isTest: identity.isTest,
    };
  }
}
