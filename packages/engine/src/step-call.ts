import type { Item, JsonObject, WorkflowDocument, WorkflowNode } from '@orchestrator/workflow';
import type { AttemptedItems } from './item-tries.js';
import { lentMemory } from './memory-patch.js';
import { callInputs } from './outcome.js';
import type { NodeCall, NodeShape, Resume, RunData, RunInfo, Source, StateWrite } from './ports.js';
import { type PendingStep, type RunState, runsOf } from './run-state.js';
import type { StepWatch } from './step-watch.js';

/** What a runner is given for one attempt of a step. What few nodes look at is made when they do. */
export class StepCall implements NodeCall {
  readonly run: RunInfo;
  readonly document: WorkflowDocument;
  readonly node: WorkflowNode;
  readonly shape: NodeShape;
  readonly runIndex: number;
  readonly attempt: number;
  readonly inputs: readonly (readonly Item[] | null)[];
  readonly sources: readonly (Source | null)[];
  readonly customData: Readonly<Record<string, string>>;
  readonly writes: readonly StateWrite[];
  readonly callWait: number;
  readonly resume: Resume | undefined;
  readonly onProgress: NodeCall['onProgress'];
  readonly #state: RunState;
  readonly #watch: StepWatch;
  readonly #place: number;
  #memory: JsonObject | undefined;

  constructor(
    run: RunInfo,
    state: RunState,
    step: PendingStep,
    attempt: number,
    watch: StepWatch,
    readonly tries: AttemptedItems | undefined,
    onProgress: NodeCall['onProgress'],
  ) {
    this.run = run;
    this.document = state.plan.document;
    this.node = step.node.node;
    this.shape = step.node.shape!;
    this.runIndex = runsOf(state, step.node.name).length;
    this.attempt = attempt;
    this.inputs = callInputs(step);
    this.sources = step.sources;
    this.customData = state.customData;
    this.writes = state.writes;
    this.callWait = state.callWaits;
    this.resume = state.progress.resume;
    this.onProgress = onProgress;
    this.#state = state;
    this.#watch = watch;
    this.#place = state.steps;
  }

  get data(): RunData {
    const state = this.#state;
    return {
      runs: (name) => runsOf(state, name),
      memoryOf: (name) => state.memory.get(state.plan.byName.get(name)?.id ?? ''),
    };
  }

  get memory(): JsonObject {
    this.#memory ??= lentMemory(this.#state.memory.get(this.node.id));
    return this.#memory;
  }

  get idempotencyKey(): string {
    return `${this.run.executionId}:${this.#place}`;
  }

  get signal(): AbortSignal {
    return this.#watch.signal;
  }
}
