import { Injectable } from '@nestjs/common';
import type { StartedEvent } from '@orchestrator/engine';
import { itemBytes, textOfEvents } from '@orchestrator/engine';
import type { EntityManager } from 'typeorm';
import { Problem } from '../../../http/problem.js';
import { UnitOfWork } from '../../../infrastructure/database/unit-of-work.js';
import { newId } from '../../../infrastructure/database/uuid.js';
import { FairGate } from '../../../infrastructure/fairness/fair-gate.js';
import { Dispatcher } from '../dispatch/dispatcher.js';
import { packChunk } from '../journal/chunk-codec.js';
import { insertExecutions } from '../journal/create-statement.js';
import { LEASE_MS } from '../journal/execution-journal.js';
import type { CreateEntry } from '../journal/journal-entry.js';
import { JournalWriter } from '../journal/journal-writer.js';
import { unkeptOf } from '../journal/kept-runs.js';
import { hasErrorWorkflow, type RunIdentity } from '../journal/open-run.js';
import { RunAdmission } from '../limits/run-admission.js';
import { RunMemory } from '../limits/run-memory.js';
import { RunHost } from './run-host.js';
import type { LiveRun, QueuedRun, RunRequest } from './run-request.js';

/** Number of the first lease of a run. */
const FIRST_FENCE = 1;

/** Starts runs: the one door for triggers, people and other workflows. */
@Injectable()
export class RunStarter {
  constructor(
    private readonly host: RunHost,
    private readonly writer: JournalWriter,
    private readonly gate: FairGate,
    private readonly dispatcher: Dispatcher,
    private readonly admission: RunAdmission,
    private readonly memory: RunMemory,
    private readonly work: UnitOfWork,
  ) {}

  /**
   * Runs now, for a caller who waits for the result: nothing is acknowledged, so nothing is written before the first
   * step with an effect, or the end.
   * @throws TooManyWaitingError when too many calls of the tenant wait for their turn
   * @throws Problem 429 or 507 when the tenant is at one of its limits
   */
  async runNow(request: RunRequest): Promise<LiveRun> {
    const { tenantId } = request;
    const looking = this.admission.admit(tenantId, request.mode);
    if (looking) await looking;
    if (!this.gate.tryEnterInTurn(tenantId)) await this.enter(request);
    const { identity, started } = prepare(request);
    const live = this.host.startNew(identity, request, started, FIRST_FENCE, false);
    this.leaveAfter(live, tenantId);
    return live;
  }

  /** Stops children with their parent, as far as this process holds them. */
  stopChildren(executionIds: readonly string[]): void {
    for (const id of executionIds) this.host.cancel(id);
  }

  /** Runs a child beside its parent, in the parent's place among the runs. */
  runChild(request: RunRequest): LiveRun {
    const { identity, started } = prepare(request);
    return this.host.startNew(identity, request, started, FIRST_FENCE, false);
  }

  /**
   * Takes a run on for good: when this resolves, it is committed with its input and will be run, whatever happens to this
   * process. Begins at once when there is room, else in its turn.
   * @throws Problem 429 or 507 when the tenant is at one of its limits
   * @throws AddressesMovedError when the request's address is not true any more
   */
  async enqueue(request: RunRequest): Promise<{ executionId: string; live?: LiveRun }> {
    const { tenantId } = request;
    await this.admission.admit(tenantId, request.mode);
    const { identity, started } = prepare(request);
    // A run whose id is given may be there already: whoever claims its row runs it, so that nobody does so twice.
    const mayBeThere = request.executionId !== undefined && !request.isNew;
    const now = !mayBeThere && this.dispatcher.takesRuns && this.gate.tryEnter(tenantId);
    try {
      await this.writer.write({
        kind: 'create',
        ...identity,
        fence: now ? FIRST_FENCE : 0,
        change: now
          ? { status: 'running', startedAt: started.at, leaseUntil: started.at + LEASE_MS }
          : { status: 'queued' },
        chunk: packChunk(textOfEvents([started])),
      });
    } catch (error) {
      if (now) this.gate.leave(tenantId);
      throw error;
    }
    if (!now) {
      this.admission.queued(tenantId);
      this.dispatcher.wake();
      return { executionId: identity.id };
    }
    const live = this.host.startNew(identity, request, started, FIRST_FENCE, true);
    this.leaveAfter(live, tenantId);
    return { executionId: identity.id, live };
  }

  /** Waits for a place among the runs; what the call brings takes up memory meanwhile. */
  private async enter({ tenantId, items }: RunRequest): Promise<void> {
    const release = this.memory.holdCall(tenantId, items ? itemBytes([items], []) : 0);
    try {
      await this.gate.waitToEnter(tenantId);
    } finally {
      release();
    }
  }

  private leaveAfter(live: LiveRun, tenantId: string): void {
    void live.outcome.then(() => {
      this.gate.leave(tenantId);
      this.dispatcher.hasRoomAgain();
    });
  }

  /**
   * Queues runs in a transaction of the caller's, as the engine's role: they begin once it is committed.
   * @returns tenants that may start nothing more, and why; none of their runs is queued
   */
  async enqueueIn(tx: EntityManager, runs: readonly QueuedRun[]): Promise<Map<string, string>> {
    const refused = new Map<string, string>();
    const queued: QueuedRun[] = [];
    for (const run of runs) {
      try {
        await this.admission.admit(run.tenantId, run.mode);
        queued.push(run);
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        refused.set(run.tenantId, error.detail);
      }
    }
    const entries = queued.filter(({ tenantId }) => !refused.has(tenantId)).map(queuedEntry);
    if (entries.length === 0) return refused;
    await insertExecutions((_name, text, values) => tx.query(text, values), entries);
    this.work.afterCommit(tx, () => {
      for (const { tenantId } of entries) this.admission.queued(tenantId);
      this.dispatcher.wake();
    });
    return refused;
  }
}

function queuedEntry(run: QueuedRun): CreateEntry {
  const at = Date.now();
  const { tenantId, workflowId, workflowVersion, mode, node, items } = run;
  const started: StartedEvent = { t: 'started', at, mode, node, items };
  return {
    kind: 'create',
    id: newId(at),
    tenantId,
    workflowId,
    workflowVersion,
    mode,
    queuedAt: at,
    fence: 0,
    change: { status: 'queued' },
    chunk: packChunk(textOfEvents([started])),
  };
}

function prepare(request: RunRequest): { identity: RunIdentity; started: StartedEvent } {
  const at = Date.now();
  const { tenantId, workflowId, workflowVersion, mode, parentId, retryOf, node, items, pins, given, to, seed } =
    request;
  const { kept, only, memory, begun } = request;
  const id = request.executionId ?? newId(at);
  const started: StartedEvent = { t: 'started', at, mode, node };
  if (items) started.items = items;
  if (pins) started.pins = pins;
  if (given) started.given = given;
  if (to) started.to = to;
  if (seed) started.seed = seed;
  if (kept) started.kept = kept;
  if (only) started.only = only;
  if (memory) started.memory = memory;
  if (begun) started.begun = begun;
  return {
    identity: {
      id,
      tenantId,
      workflowId,
      workflowVersion,
      mode,
      parentId,
      retryOf,
      isTest: request.isTest ?? mode === 'manual',
      address: request.address,
      queuedAt: at,
      hasErrorWorkflow: hasErrorWorkflow(request.plan),
      unkept: unkeptOf(request.plan, mode),
    },
    started,
  };
}
