import type { Item, ItemError, JsonObject } from '@orchestrator/workflow';
import type { MemoryPatch } from './memory-patch.js';
import type {
  ChildResult,
  LogLine,
  NodeRunRecord,
  Resume,
  RunMode,
  Source,
  StateWrite,
  Suspension,
  WebhookResponse,
} from './ports.js';

/**
 * The version of the events that this code writes; it leads every encoded journal. Version 1 had no repeated items, and is
 * read as it stands.
 */
export const EVENT_VERSION = 2;

/** Items per output; an output without items is `[]`. */
export type Outputs = readonly (readonly Item[])[];

/** The first event of every journal: everything a run begins with. */
export interface StartedEvent {
  t: 'started';
  /** Epoch milliseconds, as every `at`. */
  at: number;
  mode: RunMode;
  /** Id of the node that the run starts at: its trigger, or any node for a partial run. */
  node: string;
  /** What the node is given as output of what triggered it. Left out when `seed` says what its inputs are. */
  items?: readonly Item[];
  /** Use the document's pinned data instead of running the pinned nodes. */
  pins?: boolean;
  /** `items` stand before the pinned data of the start node: somebody chose them for this run. */
  given?: boolean;
  /** Id of the node to stop at: only it and its ancestors run. */
  to?: string;
  /** Partial run: what nodes gave in an earlier execution, by node name. */
  seed?: Readonly<Record<string, readonly NodeRunRecord[]>>;
  /**
   * Partial run: what nodes gave in an earlier execution, by node name. The run goes on behind them; with `items` it begins
   * at `node` too.
   */
  kept?: Readonly<Record<string, readonly NodeRunRecord[]>>;
  /** Ids of the nodes that may run, where not all may that lead to `to`. */
  only?: readonly string[];
  /** What nodes kept between their runs in the earlier execution, by node id. */
  memory?: Readonly<Record<string, JsonObject>>;
  /** What a step had done that failed in the earlier execution: it goes on there, and does not do it again. */
  begun?: StepBegun;
}

/** A step that worked item by item, and was done with some when it ended. */
export interface StepBegun {
  /** Id of its node. */
  node: string;
  /** What its inputs came from: other inputs have other items at those places. */
  sources: readonly (Source | null)[];
  done: readonly ItemDone[];
}

/** An `external` step is about to run: committed before it does. */
export interface BeganEvent {
  t: 'began';
  at: number;
  node: string;
  attempt: number;
}

/** What a step wrote down for people while it ran, bounded for each run. */
interface Logged {
  logs?: readonly LogLine[];
}

/** A step is over and the run goes on behind it. With `error` the node failed and its `onError` let the run go on. */
export interface RanEvent extends Logged {
  t: 'ran';
  at: number;
  node: string;
  /** Milliseconds from the start of the last attempt. */
  took: number;
  outputs: Outputs;
  error?: ItemError;
  memory?: MemoryPatch;
  state?: readonly StateWrite[];
  response?: WebhookResponse;
}

/** A step that needs no runner: a disabled or pinned node. Its outputs follow from the state. */
export interface PassedEvent {
  t: 'passed';
  at: number;
  node: string;
}

/** A step gave nothing at all, not even an empty output: it leaves no run behind, and the branch ends there. */
export interface VanishedEvent extends Logged {
  t: 'vanished';
  at: number;
  node: string;
  memory?: MemoryPatch;
  state?: readonly StateWrite[];
}

/** An attempt failed and another one is due. */
export interface TriedEvent extends Logged {
  t: 'tried';
  at: number;
  node: string;
  took: number;
  error: ItemError;
  retryAt: number;
  /** Of a node that works item by item: what went well in this attempt, and is not run again. */
  done?: readonly ItemDone[];
  /** Items that failed and are to be tried again. */
  failed?: readonly number[];
}

/** An item of the first input that a step is done with, by its place, and what it gave on the first output. */
export interface ItemDone {
  item: number;
  gave: readonly Item[];
}

/** A step failed for good and the run stops there. */
export interface FailedEvent extends Logged {
  t: 'failed';
  at: number;
  node: string;
  took: number;
  error: ItemError;
  /** Of a node with an effect that works item by item: what went well in this attempt. A retry of the run does not repeat it. */
  done?: readonly ItemDone[];
}

/** A step waits. */
export interface SuspendedEvent extends Logged {
  t: 'suspended';
  at: number;
  node: string;
  took: number;
  suspension: Suspension;
  /** What it gives when only the time passes. */
  outputs?: Outputs;
  memory?: MemoryPatch;
  state?: readonly StateWrite[];
  response?: WebhookResponse;
}

/** What a step waited for has come. */
export interface ResumedEvent {
  t: 'resumed';
  at: number;
  resume: Resume;
}

/** The process died after `began`; whether the step took effect is not known, so a person decides. */
export interface DoubtedEvent {
  t: 'doubted';
  at: number;
}

/** How a person settles a step in doubt. */
export type Answer = { kind: 'again' } | { kind: 'done'; outputs: Outputs } | { kind: 'stop' };

export interface AnsweredEvent {
  t: 'answered';
  at: number;
  answer: Answer;
}

/** The last event of a journal. */
export interface FinishedEvent {
  t: 'finished';
  at: number;
  status: 'success' | 'error' | 'cancelled';
  error?: ItemError;
}

/** What a journal is made of. Plain JSON; the order is the truth. */
export type RunEvent =
  | StartedEvent
  | BeganEvent
  | RanEvent
  | PassedEvent
  | VanishedEvent
  | TriedEvent
  | FailedEvent
  | SuspendedEvent
  | ResumedEvent
  | DoubtedEvent
  | AnsweredEvent
  | FinishedEvent;

export type { ChildResult };
