import type { ItemError } from '@orchestrator/workflow';
import { apply } from './apply.js';
import { signalOf } from './cancel.js';
import { childStarts } from './children.js';
import { type Command, deadlineOf, decide, timeoutError } from './decide.js';
import type { DriveOptions, DriveResult, ExecutorPorts } from './drive-options.js';
import { EventBuffer } from './event-buffer.js';
import type { RunEvent } from './events.js';
import { sleepUnless } from './held-wait.js';
import { boundedDepth } from './item-depth.js';
import { AttemptedItems } from './item-tries.js';
import { DEFAULT_LIMITS, type RunLimits } from './limits.js';
import { withLogs } from './logs.js';
import type { NodeOutcome, Resume, Suspension } from './ports.js';
import type { PendingStep, RunState } from './run-state.js';
import { RunStopped } from './run-stopped.js';
import { StepCall } from './step-call.js';
import { stepEvent } from './step-event.js';
import { CANCELLED, StepWatch, TIMED_OUT } from './step-watch.js';
import { Turn } from './turn.js';

/** One drive of one run: what is not written yet, and the step in hand. */
export class Drive {
  readonly #ports: ExecutorPorts;
  readonly #options: DriveOptions;
  readonly #state: RunState;
  readonly #limits: RunLimits;
  readonly #buffer: EventBuffer;
  readonly #turn: Turn;
  readonly #watch: StepWatch;
  #responded: boolean;

  constructor(ports: ExecutorPorts, options: DriveOptions) {
    const { run, fence = 0, state, cancel } = options;
    this.#ports = ports;
    this.#options = options;
    this.#state = state;
    this.#limits = options.limits ? { ...DEFAULT_LIMITS, ...options.limits } : DEFAULT_LIMITS;
    this.#buffer = new EventBuffer(ports.journal, run.executionId, fence);
    this.#turn = new Turn(ports.clock, run.tenantId);
    this.#watch = new StepWatch(ports.clock, this.#turn, cancel);
    this.#responded = state.response !== undefined;
  }

  async toEnd(): Promise<DriveResult> {
    const { options, state, clock } = { options: this.#options, state: this.#state, clock: this.#ports.clock };
    for (const event of options.events ?? []) {
      if (options.eventsCommitted) apply(state, event);
      else this.#add(event);
    }
    if (this.#recover()) await this.#write(true);
    for (;;) {
      if (options.cancel?.aborted && state.finishedAt === undefined) return this.#finish(endOf(options.cancel.reason));
      if (options.drain?.aborted && state.finishedAt === undefined) {
        await this.#write(true);
        return { kind: 'drained' };
      }
      const now = clock.now();
      if (this.#turn.isOver(now)) {
        await this.#turn.next();
        continue;
      }
      const command = decide(state, now, this.#limits);
      if (command.kind === 'run') {
        if (options.careful) await this.#write(true);
        const more = this.#step(command.step, command.attempt);
        if (more) await more;
        if (state.response && !this.#responded && state.queue.length > 0) await this.#answer();
      } else if (command.kind === 'pass') {
        this.#add({ t: 'passed', at: now, node: command.step.node.id });
      } else if (command.kind === 'finish') {
        return this.#finish(command);
      } else {
        const result = await this.#pause(command);
        if (result) return result;
      }
    }
  }

  /** Lets go of what outlives the drive. */
  close(): void {
    this.#watch.close();
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

  async #pause(command: Exclude<Command, { kind: 'run' | 'pass' | 'finish' }>): Promise<DriveResult | undefined> {
    switch (command.kind) {
      case 'ended':
        await this.#write(true);
        return { kind: 'ended' };
      case 'ask':
      case 'doubt':
        await this.#write(true);
        return { kind: 'inDoubt' };
      case 'sleep':
        if ((await this.#hold(command.until)) || this.#options.cancel?.aborted) return undefined;
        return { kind: 'retry', until: command.until };
      case 'wait':
        return this.#wait(command.suspension);
    }
  }

  async #wait(suspension: Suspension): Promise<DriveResult | undefined> {
    await this.#write(true);
    this.#respond();
    const resume = await this.#heldResume(suspension);
    if (this.#options.cancel?.aborted) return undefined;
    if (!resume) return { kind: 'waiting', suspension, step: this.#state.steps };
    this.#add({ t: 'resumed', at: this.#ports.clock.now(), resume });
    return undefined;
  }

  /** What a suspended step waits for, when it comes while the run is held in memory. */
  async #heldResume({ children, webhook, until }: Suspension): Promise<Resume | undefined> {
    if (children && this.#ports.children) {
      const { run } = this.#options;
      const started = this.#ports.children.start(run, childStarts(run.executionId, this.#state), this.#watch.signal);
      const results = await this.#watch.inTime(started, Number.POSITIVE_INFINITY);
      return Array.isArray(results) ? { kind: 'children', results } : undefined;
    }
    if (until === undefined) return undefined;
    // A call comes to a run that nobody holds; only that its time is over is for the drive to see.
    if (webhook) return until <= this.#ports.clock.now() ? { kind: 'timer' } : undefined;
    return (await this.#hold(until)) ? { kind: 'timer' } : undefined;
  }

  /** Sleeps until then if that is short enough to keep the run in memory. Everything so far is written first. */
  async #hold(until: number): Promise<boolean> {
    await this.#write(true);
    const { clock } = this.#ports;
    const ms = until - clock.now();
    if (ms > this.#limits.maxHeldWaitMs) return false;
    return sleepUnless(clock, ms, [signalOf(this.#options.cancel), this.#options.drain]);
  }

  #step(step: PendingStep, attempt: number): Promise<void> | undefined {
    const { effect, id } = step.node;
    if (effect === 'external') {
      this.#add({ t: 'began', at: this.#ports.clock.now(), node: id, attempt });
      return this.#callOnceWritten(step, attempt);
    }
    if (effect === 'idempotent' && this.#buffer.effectsOpen) return this.#callOnceWritten(step, attempt);
    return this.#call(step, attempt);
  }

  async #callOnceWritten(step: PendingStep, attempt: number): Promise<void> {
    await this.#write(true);
    await this.#call(step, attempt);
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
    const { run, onProgress } = this.#options;
    const tries = AttemptedItems.ofNext(this.#state);
    const call = new StepCall(run, this.#state, step, attempt, this.#watch, tries, onProgress);
    const outcome = this.#ports.runner.run(call);
    if (outcome instanceof Promise) return this.#settleInTime(step, startedAt, outcome, tries);
    this.#settle(step, startedAt, outcome, tries);
    return undefined;
  }

  /** Settles what comes of a step; running out of time is a failure, and a cancelled step leaves nothing. */
  async #settleInTime(
    step: PendingStep,
    startedAt: number,
    outcome: Promise<NodeOutcome>,
    tries: AttemptedItems | undefined,
  ): Promise<void> {
    const deadline = deadlineOf(this.#state);
    const stepEnd = startedAt + this.#limits.stepTimeoutMs;
    const result = await this.#watch.inTime(outcome, Math.min(deadline, stepEnd));
    if (result === CANCELLED) return;
    if (result !== TIMED_OUT) {
      this.#settle(step, startedAt, result, tries);
    } else if (deadline <= stepEnd) {
      this.#settle(step, startedAt, { kind: 'failed', error: timeoutError(this.#state), retryable: false }, tries);
    } else {
      const message = `The step took longer than ${this.#limits.stepTimeoutMs / 1000} s.`;
      this.#settle(step, startedAt, { kind: 'failed', error: { code: 'node.timeout', message } }, tries);
    }
    if (this.#buffer.effectsOpen && this.#state.queue.length > 0) await this.#write(false);
  }

  #settle(step: PendingStep, startedAt: number, given: NodeOutcome, tries?: AttemptedItems): void {
    const outcome = boundedDepth(step, given, given.kind === 'failed' ? tries?.told.done : undefined);
    const at = this.#ports.clock.now();
    const wroteState = outcome.kind !== 'failed' && outcome.state !== undefined && outcome.state.length > 0;
    if (step.node.effect === 'external' || wroteState) this.#buffer.hadEffect();
    const { progress, memory, logChars } = this.#state;
    const { failures } = progress;
    const facts = { at, took: at - startedAt, failures, memory: memory.get(step.node.id), tries };
    this.#add(withLogs(stepEvent(step, outcome, facts), given.logs, logChars));
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
    const event: RunEvent = { t: 'finished', at: this.#ports.clock.now(), status: end.status };
    if (end.error) event.error = end.error;
    this.#add(event);
    await this.#write(true);
    this.#respond();
    return { kind: 'ended' };
  }

  #add(event: RunEvent): void {
    this.#buffer.add(event);
    apply(this.#state, event);
    this.#options.onEvent?.(event, this.#state);
  }

  #write(commit: boolean): Promise<void> | undefined {
    return this.#buffer.write(this.#state.seq, commit);
  }
}

function endOf(reason: unknown): { status: 'error' | 'cancelled'; error?: ItemError } {
  return reason instanceof RunStopped ? { status: 'error', error: reason.error } : { status: 'cancelled' };
}
