import type { Item, ItemError, JsonObject } from '@orchestrator/workflow';
import type { Outputs, StartedEvent } from './events.js';
import type { Plan, PlanNode } from './plan.js';
import type { NodeRunRecord, Resume, Source, StateWrite, Suspension, WebhookResponse } from './ports.js';

export type RunStatus = 'queued' | 'running' | 'waiting' | 'success' | 'error' | 'cancelled' | 'in_doubt';

/** Items per main input; `null` where nothing arrived. */
export type Inputs = readonly (readonly Item[] | null)[];

/** A node with the inputs that it is to run on. */
export interface PendingStep {
  node: PlanNode;
  inputs: Inputs;
  sources: readonly (Source | null)[];
  /** What an earlier execution had done of it. */
  items?: ItemProgress;
}

/** Inputs of a node of which some have not arrived yet. */
export interface PartialInputs {
  inputs: (readonly Item[] | null)[];
  sources: (Source | null)[];
}

/** How far the items of a step have got that is tried again, by their place among its first input. */
export interface ItemProgress {
  /** What those gave that went well. */
  done: ReadonlyMap<number, readonly Item[]>;
  /** Attempts of an item that failed. */
  failures: ReadonlyMap<number, number>;
}

/** How far the step at the head of the queue has got. */
export interface StepProgress {
  /** Failed attempts so far. */
  failures: number;
  /** An external attempt has begun and its result is not known. */
  begun: boolean;
  retryAt?: number;
  /** Items that earlier attempts are done with, or failed at. */
  items?: ItemProgress;
  /** Estimated bytes of what they gave. */
  itemBytes: number;
  suspended?: { at: number; suspension: Suspension; outputs?: Outputs };
  resume?: Resume;
}

/**
 * Where a run stands: the fold of its journal. Owned by one fold and changed in place; the same journal always gives the
 * same state.
 */
export interface RunState {
  readonly plan: Plan;
  status: RunStatus;
  /** Events folded so far; the place of the next one in the journal. */
  seq: number;
  started: StartedEvent | undefined;
  /** Epoch milliseconds of the last event. */
  at: number;
  /** Milliseconds spent waiting, which the deadline of the run does not count. */
  waitedMs: number;
  /** Waits for a call that are over, however they ended: the number of the next one, counted from 0. */
  callWaits: number;
  /** What is to run next, first at the head. */
  queue: PendingStep[];
  /** By node: inputs that are not complete, by place; a place keeps its number while others come and go. */
  waiting: Map<PlanNode, Map<number, PartialInputs>>;
  /** Finished runs by node name. */
  runs: Map<string, NodeRunRecord[]>;
  /** Steps recorded so far; the `index` of the next one. */
  steps: number;
  /** Estimated bytes of the items held. */
  itemBytes: number;
  /** What the log lines of its steps count for (`logChars`). */
  logChars: number;
  progress: StepProgress;
  /** Nodes that may run, when not all may. */
  only: ReadonlySet<PlanNode> | undefined;
  /** The node that the run is to stop at has run. */
  reached: boolean;
  memory: Map<string, JsonObject>;
  customData: Record<string, string>;
  writes: StateWrite[];
  response: WebhookResponse | undefined;
  /** Name of the node that ran last. */
  lastNode: string | undefined;
  /** What ends the run: a step failed for good, or the workflow can't go on. */
  fault: ItemError | undefined;
  error: ItemError | undefined;
  finishedAt: number | undefined;
}

/** A run with an empty journal. */
export function newRun(plan: Plan): RunState {
  return {
    plan,
    status: 'queued',
    seq: 0,
    started: undefined,
    at: 0,
    waitedMs: 0,
    callWaits: 0,
    queue: [],
    waiting: new Map(),
    runs: new Map(),
    steps: 0,
    itemBytes: 0,
    logChars: 0,
    progress: freshProgress(),
    only: undefined,
    reached: false,
    memory: new Map(),
    customData: {},
    writes: [],
    response: undefined,
    lastNode: undefined,
    fault: undefined,
    error: undefined,
    finishedAt: undefined,
  };
}

export function freshProgress(): StepProgress {
  return {
    failures: 0,
    begun: false,
    retryAt: undefined,
    items: undefined,
    itemBytes: 0,
    suspended: undefined,
    resume: undefined,
  };
}

/** Finished runs of a node. */
export function runsOf(state: RunState, name: string): readonly NodeRunRecord[] {
  return state.runs.get(name) ?? NO_RUNS;
}
const NO_RUNS: readonly NodeRunRecord[] = [];
