import type { ItemError } from '@orchestrator/workflow';
import { apply } from './apply.js';
import { childExecutionId } from './child-id.js';
import { type Command, deadlineOf, decide, timeoutError } from './decide.js';
import type { RunEvent } from './events.js';
import type { Journal } from './journal.js';
import { LeaseLostError } from './journal.js';
import { DEFAULT_LIMITS, type RunLimits } from './limits.js';
import { callInputs, completeOutputs, outputsAfterFailure, retryableError, retryWait } from './outcome.js';
import type {
  ChildCall,
  ChildResult,
  Clock,
  NodeCall,
  NodeOutcome,
  NodeRunner,
  Resume,
  RunInfo,
  Suspension,
} from './ports.js';
import { type PendingStep, type RunState, runsOf } from './run-state.js';

/** A sub-workflow's run that a step asks for. Starting the same id twice starts it once. */
export interface ChildStart extends ChildCall {
  executionId: string;
}

/** Starts sub-workflows. Gives their results when they are there, or `later`: then the host resumes the run with them. */
export interface Children {
  start(
    parent: RunInfo,
    children: readonly ChildStart[],
    signal: AbortSignal,
  ): Promise<readonly ChildResult[] | 'later'>;
}

export interface ExecutorPorts {
  runner: NodeRunner;
  clock: Clock;
  journal: Journal;
  children?: Children;
}

export interface DriveOptions {
  run: RunInfo;
  /** The fold of what the journal holds; `newRun(plan)` when it is empty. Changed in place. */
  state: RunState;
  /** Number of the lease. */
  fence?: number;
  /**
   * The first event, when the journal is still empty, or what has come since: `resumed`, `answered`. Not committed by the
   * caller: they are written with what follows.
   */
  events?: readonly RunEvent[];
  /** The caller has written `events` already. */
  eventsCommitted?: boolean;
  /** Ends the run as cancelled. */
  cancel?: AbortSignal;
  /** Ends the drive after the step that is running, leaving the run to be taken up again (a server that stops). */
  drain?: AbortSignal;
  /** Told of each event as it happens, before it is committed: for live views only. */
  onEvent?: (event: RunEvent, state: RunState) => void;
  /** Told of the answer to the webhook, once it is committed. */
  onResponse?: (state: RunState) => void;
  onProgress?: NodeCall['onProgress'];
  limits?: Partial<RunLimits>;
}

/** How a drive ended. The run itself may go on later. */
export type DriveResult =
  | { kind: 'ended' }
  | { kind: 'waiting'; suspension: Suspension /** Steps' place, for resume addresses. */; step: number }
  /** A retry is due at `until` (epoch milliseconds). */
  | { kind: 'retry'; until: number }
  | { kind: 'inDoubt' }
  | { kind: 'drained' }
  /** Another worker has the run: nothing more was written. */
  | { kind: 'leaseLost' };

/** Drives runs: performs what `decide` says and writes down what happened. One executor serves any number of runs. */
export class Executor {
  constructor(private readonly ports: ExecutorPorts) {}

  /**
   * Drives a run until it ends or has to wait. A run of pure steps is written with one append, at its end. Rejects when
   * the journal can't be written for another reason than a lost lease; the run can then be taken up from its journal.
   */
  async drive(options: DriveOptions): Promise<DriveResult> {
    try {
      return await new Drive(this.ports, options).toEnd();
    } catch (error) {
      if (error instanceof LeaseLostError) return { kind: 'leaseLost' };
      throw error;
    }
  }
}

const CANCELLED: unique symbol = Symbol('cancelled');
const TIMED_OUT: unique symbol = Symbol('timed out');

/** One drive of one run: the buffer of what is not written yet, and the step in hand. */
class Drive {
  readonly #ports: ExecutorPorts;
  readonly #options: DriveOptions;
  readonly #state: RunState;
  readonly #limits: RunLimits;
  #buffer: RunEvent[] = [];
  /** The buffer, or what was handed over without waiting, holds a result that had an effect. */
  #effectsOpen = false;
  #abort = new AbortController();
  #responded: boolean;
  #cancellation: Promise<typeof CANCELLED> | undefined;

  constructor(ports: ExecutorPorts, options: DriveOptions) {
    this.#ports = ports;
    this.#options = options;
    this.#state = options.state;
    this.#limits = { ...DEFAULT_LIMITS, ...options.limits };
    this.#responded = options.state.response !== undefined;
  }

  async toEnd(): Promise<DriveResult> {
    const { options, state, clock } = { options: this.#options, state: this.#state, clock: this.#ports.clock };
    for (const event of options.events ?? []) {
      if (options.eventsCommitted) apply(state, event);
      else this.#add(event);
    }
    const recovered = this.#recover();
    if (recovered) await this.#write(true);
    for (;;) {
      if (options.cancel?.aborted && state.finishedAt === undefined) return this.#finish({ status: 'cancelled' });
      if (options.drain?.aborted && state.finishedAt === undefined) {
        await this.#write(true);
        return { kind: 'drained' };
      }
      const command = decide(state, clock.now(), this.#limits);
      if (command.kind === 'run') {
        const more = this.#step(command.step, command.attempt);
        if (more) await more;
        if (state.response && !this.#responded && state.queue.length > 0) await this.#answer();
      } else if (command.kind === 'pass') {
        this.#add({ t: 'passed', at: clock.now(), node: command.step.node.id });
      } else {
        const result = await this.#pause(command);
        if (result) return result;
      }
    }
  }

  /** After a crash: a step that had begun is run again or put in doubt, by its node's policy. */
  #recover(): boolean {
    const step = this.#state.queue[0];
    if (!step || !this.#state.progress.begun || this.#state.status !== 'running') return false;
    const at = this.#ports.clock.now();
    if (step.node.shape?.whenInDoubt === 'again') this.#add({ t: 'answered', at, answer: { kind: 'again' } });
    else this.#add({ t: 'doubted', at });
    return true;
  }

  async #pause(command: Exclude<Command, { kind: 'run' | 'pass' }>): Promise<DriveResult | undefined> {
    switch (command.kind) {
      case 'ended':
        await this.#write(true);
        return { kind: 'ended' };
      case 'finish':
        return this.#finish(command);
      case 'ask':
      case 'doubt':
        await this.#write(true);
        return { kind: 'inDoubt' };
      case 'sleep':
        if (await this.#hold(command.until)) return undefined;
        return { kind: 'retry', until: command.until };
      case 'wait':
        return this.#wait(command.suspension);
    }
  }

  async #wait(suspension: Suspension): Promise<DriveResult | undefined> {
    await this.#write(true);
    this.#respond();
    const resume = await this.#heldResume(suspension);
    if (resume) {
      this.#add({ t: 'resumed', at: this.#ports.clock.now(), resume });
      return undefined;
    }
    if (this.#options.cancel?.aborted) return undefined;
    return { kind: 'waiting', suspension, step: this.#state.steps };
  }

  /** What a suspended step waits for, when it comes while the run is held in memory. */
  async #heldResume(suspension: Suspension): Promise<Resume | undefined> {
    const { children, webhook, until } = suspension;
    if (children && this.#ports.children) {
      const { run } = this.#options;
      const { steps, seq, progress, at } = this.#state;
      const starts = children.map((child, place) => ({
        ...child,
        executionId: childExecutionId(run.executionId, steps, seq, place, progress.suspended?.at ?? at),
      }));
      const started = this.#ports.children.start(run, starts, this.#signal());
      const results = await Promise.race([started, this.#cancelled()]);
      if (results !== 'later' && results !== CANCELLED) return { kind: 'children', results };
    } else if (until !== undefined && !webhook && (await this.#hold(until))) {
      return this.#options.cancel?.aborted ? undefined : { kind: 'timer' };
    }
    return undefined;
  }

  /** Sleeps until then if that is short enough to keep the run in memory. Everything so far is written first. */
  async #hold(until: number): Promise<boolean> {
    const { clock } = this.#ports;
    await this.#write(true);
    const ms = until - clock.now();
    if (ms > this.#limits.maxHeldWaitMs) return false;
    if (ms > 0) await clock.sleep(ms, this.#signal()).catch(() => undefined);
    return true;
  }

  #step(step: PendingStep, attempt: number): Promise<void> | undefined {
    const { effect, id } = step.node;
    if (effect === 'external') {
      this.#add({ t: 'began', at: this.#ports.clock.now(), node: id, attempt });
      return this.#write(true).then(() => this.#call(step, attempt));
    }
    if (effect === 'idempotent' && this.#effectsOpen) return this.#write(true).then(() => this.#call(step, attempt));
    return this.#call(step, attempt);
  }

  #call(step: PendingStep, attempt: number): Promise<void> | undefined {
    const startedAt = this.#ports.clock.now();
    const { node } = step;
    if (!node.shape) {
      const error = {
        code: 'node.unknownType',
        message: `"${node.name}" is of the type "${node.node.type}" (version ${node.node.version}), which is not installed here.`,
      };
      this.#settle(step, startedAt, { kind: 'failed', error, retryable: false });
      return undefined;
    }
    const outcome = this.#ports.runner.run(this.#nodeCall(step, attempt));
    if (!(outcome instanceof Promise)) {
      this.#settle(step, startedAt, outcome);
      return undefined;
    }
    return this.#inTime(outcome, startedAt).then((result) => {
      if (result === CANCELLED) return;
      this.#settle(step, startedAt, result);
      if (this.#effectsOpen && this.#state.queue.length > 0) return this.#write(false);
    });
  }

  /** The outcome, or that of running out of time; the node's signal is then aborted. */
  async #inTime(outcome: Promise<NodeOutcome>, startedAt: number): Promise<NodeOutcome | typeof CANCELLED> {
    const deadline = deadlineOf(this.#state);
    const stepEnd = startedAt + this.#limits.stepTimeoutMs;
    const timer = new AbortController();
    const late = this.#ports.clock.sleep(Math.max(0, Math.min(deadline, stepEnd) - startedAt), timer.signal).then(
      (): typeof TIMED_OUT => TIMED_OUT,
      () => new Promise<never>(() => undefined),
    );
    const result = await Promise.race([outcome, late, this.#cancelled()]);
    timer.abort();
    if (result === CANCELLED) return CANCELLED;
    if (result !== TIMED_OUT) return result;
    this.#abort.abort(new Error('The step ran out of time.'));
    this.#abort = new AbortController();
    if (deadline <= stepEnd) return { kind: 'failed', error: timeoutError(this.#state), retryable: false };
    const error = {
      code: 'node.timeout',
      message: `The step took longer than ${this.#limits.stepTimeoutMs / 1000} s.`,
    };
    return { kind: 'failed', error };
  }

  /** Resolves when the run is cancelled; the node's signal is then aborted too. One promise, one listener a drive. */
  #cancelled(): Promise<typeof CANCELLED> {
    this.#cancellation ??= new Promise((resolve) => {
      const { cancel } = this.#options;
      if (!cancel) return;
      const stop = () => {
        this.#abort.abort(cancel.reason);
        resolve(CANCELLED);
      };
      if (cancel.aborted) stop();
      else cancel.addEventListener('abort', stop, { once: true });
    });
    return this.#cancellation;
  }

  #signal(): AbortSignal {
    const { cancel } = this.#options;
    return cancel ? AbortSignal.any([cancel, this.#abort.signal]) : this.#abort.signal;
  }

  #nodeCall(step: PendingStep, attempt: number): NodeCall {
    const state = this.#state;
    const { node } = step;
    const { run } = this.#options;
    return {
      run,
      document: state.plan.document,
      node: node.node,
      shape: node.shape!,
      runIndex: runsOf(state, node.name).length,
      attempt,
      inputs: callInputs(step),
      sources: step.sources,
      data: {
        runs: (name) => runsOf(state, name),
        memoryOf: (name) => state.memory.get(state.plan.byName.get(name)?.id ?? ''),
      },
      // The node changes its memory in place: what the journal holds must not change with it.
      memory: structuredCloneOf(state.memory.get(node.id)),
      customData: state.customData,
      writes: state.writes,
      idempotencyKey: `${run.executionId}:${state.steps}`,
      resume: state.progress.resume,
      signal: this.#abort.signal,
      onProgress: this.#options.onProgress,
    };
  }

  #settle(step: PendingStep, startedAt: number, outcome: NodeOutcome): void {
    const at = this.#ports.clock.now();
    const node = step.node.id;
    const took = at - startedAt;
    if (step.node.effect === 'external' || (outcome.kind !== 'failed' && outcome.state?.length))
      this.#effectsOpen = true;
    const again = retryableError(step.node, outcome);
    if (again) {
      const wait = retryWait(step.node.node.retry, this.#state.progress.failures + 1);
      if (wait !== undefined) {
        this.#add({ t: 'tried', at, node, took, error: again, retryAt: at + wait });
        return;
      }
    }
    if (outcome.kind === 'done') {
      const { memory, state, response } = outcome;
      this.#add(
        compact({ t: 'ran', at, node, took, outputs: completeOutputs(step, outcome.outputs), memory, state, response }),
      );
      return;
    }
    if (outcome.kind === 'suspended') {
      const { suspension, memory, state, response } = outcome;
      const outputs = outcome.outputs && completeOutputs(step, outcome.outputs);
      this.#add(compact({ t: 'suspended', at, node, took, suspension, outputs, memory, state, response }));
      return;
    }
    this.#fail(step, at, took, outcome.error);
  }

  #fail(step: PendingStep, at: number, took: number, error: ItemError): void {
    const node = step.node.id;
    const outputs = error.code === 'run.timeout' ? undefined : outputsAfterFailure(step, error);
    if (outputs) this.#add({ t: 'ran', at, node, took, outputs, error });
    else this.#add({ t: 'failed', at, node, took, error });
  }

  async #answer(): Promise<void> {
    await this.#write(true);
    this.#respond();
  }

  #respond(): void {
    if (this.#responded || !this.#state.response) return;
    this.#responded = true;
    this.#options.onResponse?.(this.#state);
  }

  async #finish(end: { status: 'success' | 'error' | 'cancelled'; error?: ItemError }): Promise<DriveResult> {
    this.#add(compact({ t: 'finished', at: this.#ports.clock.now(), status: end.status, error: end.error }));
    await this.#write(true);
    this.#respond();
    return { kind: 'ended' };
  }

  #add(event: RunEvent): void {
    this.#buffer.push(event);
    apply(this.#state, event);
    this.#options.onEvent?.(event, this.#state);
  }

  async #write(commit: boolean): Promise<void> {
    if (this.#buffer.length === 0 && !(commit && this.#effectsOpen)) return;
    const events = this.#buffer;
    this.#buffer = [];
    const { run, fence = 0 } = this.#options;
    const seq = this.#state.seq - events.length;
    await this.#ports.journal.append({ executionId: run.executionId, fence, seq, events, commit });
    if (commit) this.#effectsOpen = false;
  }
}

/** Leaves out members that are not there, so that an event is the same before and after it was written. */
function compact<E extends RunEvent>(event: E): E {
  const kept = event as unknown as Record<string, unknown>;
  for (const key in kept) if (kept[key] === undefined) delete kept[key];
  return event;
}

function structuredCloneOf<T extends object>(value: T | undefined): T {
  return value === undefined ? ({} as T) : structuredClone(value);
}
