import type {
  BinaryRef,
  Edge,
  EdgeKind,
  Item,
  ItemError,
  JsonObject,
  JsonValue,
  WorkflowDocument,
  WorkflowNode,
} from '@orchestrator/workflow';

/**
 * What running a node does to the world, and so what has to be committed when (docs/architecture.md, "What is committed
 * when"). `pure` may run again at will. `idempotent` may run again with the same idempotency key. `external` may not.
 */
export type Effect = 'pure' | 'idempotent' | 'external';

/** A port of a node, as the engine sees it. */
export interface PortShape {
  kind: EdgeKind;
  name?: string;
}

/** What the engine has to know of a node's type, for one node of a workflow. */
export interface NodeShape {
  kind: 'action' | 'trigger' | 'supplier';
  inputs: readonly PortShape[];
  /** The error output (`onError: 'errorOutput'`) is not among them; the engine adds it last. */
  outputs: readonly PortShape[];
  effect: Effect;
  /**
   * Main inputs that must have had data for the node to run when what is waiting is released: a count or indexes.
   * Left out: any one input is enough. Order v1 only.
   */
  requiredInputs?: number | readonly number[];
  /**
   * What becomes of an `external` step that had begun when the process died: `stop` (the default) shows it to a person,
   * `again` runs it once more with the same idempotency key.
   */
  whenInDoubt?: 'stop' | 'again';
}

/** Tells the shape of a node; `undefined` when its type is not known. */
export interface NodeCatalog {
  shape(node: WorkflowNode): NodeShape | undefined;
}

/** How a run was started. */
export type RunMode =
  | 'manual'
  | 'webhook'
  | 'schedule'
  | 'poll'
  | 'form'
  | 'chat'
  | 'subworkflow'
  | 'error'
  | 'api'
  | 'retry'
  | 'cli';

/** Who and what a run is. Plain data, the same for every step of it. */
export interface RunInfo {
  executionId: string;
  tenantId: string;
  mode: RunMode;
  workflow: { id: string; name: string; active: boolean; version?: number };
  /** IANA zone that expressions and date nodes use. */
  timezone: string;
  /** Origin of `$execution.resumeUrl`, without a trailing slash. */
  resumeBaseUrl?: string;
  /** Executions above this one, outermost first; bounds recursion. */
  ancestors?: readonly string[];
  /** The execution this one retries or replays. */
  retryOf?: string;
  /** Somebody tries it. */
  isTest?: boolean;
  customData?: Record<string, string>;
}

/** Where the items of one input came from. `null` stands for an input that nothing arrived at. */
export interface Source {
  node: string; // name
  output: number;
  run: number;
}

/** One finished run of one node, as later nodes and people see it. */
export interface NodeRunRecord {
  /** Place in the order of execution; 0 is the trigger. */
  index: number;
  status: 'success' | 'error' | 'waiting';
  sources: readonly (Source | null)[];
  /** Items per output; an output without items is `[]`. */
  outputs: readonly (readonly Item[])[];
  error?: ItemError;
  /** Epoch milliseconds. */
  startedAt: number;
  finishedAt: number;
  /** Taken over from an earlier execution: the node did not run in this one. */
  kept?: boolean;
  /** Taken over to be looked at alone: it does not fit what the node, or one before it, has become since. */
  stale?: boolean;
}

/** Read access to what has run so far in this execution, by node name. Synchronous: the data is in memory. */
export interface RunData {
  runs(nodeName: string): readonly NodeRunRecord[];
  /** What a node keeps between its runs, as `$('Loop').context` reads it; `undefined` when it keeps nothing. */
  memoryOf?(nodeName: string): JsonObject | undefined;
}

/** Everything a runner needs to run a node once. */
export interface NodeCall {
  run: RunInfo;
  document: WorkflowDocument;
  node: WorkflowNode;
  shape: NodeShape;
  runIndex: number;
  /** 1 for the first try. */
  attempt: number;
  /** Per main input: the items that arrived, or `null` when nothing did. */
  inputs: readonly (readonly Item[] | null)[];
  sources: readonly (Source | null)[];
  data: RunData;
  /** Kept between the runs of this node within this execution (Loop Over Items keeps its place here). */
  memory: JsonObject;
  /** Custom data of the execution so far, and the static data as read and written so far. */
  customData: Readonly<Record<string, string>>;
  /** Writes to state that earlier steps of this execution made, oldest first; they may not be committed yet. */
  writes: readonly StateWrite[];
  /** The same on every attempt of this step of this execution: for `Idempotency-Key` headers and upserts. */
  idempotencyKey: string;
  /** Number of the run's next wait for a call, from 0: an address that is made now is for that one. */
  callWait: number;
  /** Set when the step goes on after it had suspended. */
  resume?: Resume;
  /** For a node that works item by item; left out when running all of them again does no harm. */
  tries?: ItemTries;
  signal: AbortSignal;
  /** Partial output for live views; may be dropped. */
  onProgress?: (progress: JsonObject) => void;
}

/**
 * Lets a node that works item by item be tried again with those items alone that failed. `item` is the place among the
 * first input; what is kept stands for what the item gives on the first output.
 */
export interface ItemTries {
  /** What the item gave in an earlier attempt: it is not to be run again. `undefined` when it is to be run. */
  done(item: number): readonly Item[] | undefined;
  /** The item went well, or failed in a way that no other attempt mends: should there be one, this is what it gave. */
  keep(item: number, gave: readonly Item[]): void;
  /** Whether an item that fails now may be tried again. If so the node tells it by `failed`, and fails as a whole. */
  mayTryAgain(item: number): boolean;
  failed(item: number): void;
}

/** What a suspended step waits for: the first that comes. */
export interface Suspension {
  /** Epoch milliseconds. */
  until?: number;
  /** A call to the step's resume address. */
  webhook?: { method?: string; suffix?: string; auth?: JsonObject; responseMode?: string };
  /** Runs of other workflows whose results the step wants. */
  children?: readonly ChildCall[];
}

export interface ChildCall {
  /** A stored workflow, or one given in place. */
  workflow: { id: string } | { document: WorkflowDocument };
  items: readonly Item[];
  /** `false`: start it and go on; its result is not handed back. */
  wait: boolean;
  /** How its items are led back to those handed over; by the outputs that they left by when left out. */
  links?: ChildLinks;
}

/**
 * How the items of a sub-workflow are led back. `firstOutputs` looks for every item on the first output of the node
 * before, whichever it left by: so does n8n, whose workflows may count on it.
 */
export type ChildLinks = 'firstOutputs';

export interface ChildResult {
  executionId: string;
  status: 'success' | 'error' | 'cancelled' | 'started';
  /** Items of the last node that ran, when it was waited for; `pairedItem` is the place among the items handed over. */
  items: readonly Item[];
  error?: ItemError;
}

export type Resume =
  | { kind: 'timer' }
  | { kind: 'webhook'; items: readonly Item[] }
  | { kind: 'children'; results: readonly ChildResult[] };

/** What the caller of a webhook is to be answered. */
export interface WebhookResponse {
  status: number;
  headers: Record<string, string>;
  /** Text, JSON or a file; `undefined` for an empty body. */
  body?: { json: JsonValue } | { text: string } | { file: BinaryRef };
}

/** A write to state that outlives the run; journaled, and applied in the same commit. */
export interface StateWrite {
  scope: 'workflow' | 'node' | 'execution';
  /** Node name when the scope is `node`. */
  node?: string;
  key: string;
  value: JsonValue | null;
}

/** A line that a step wrote down for people: a tenant's code by `console`, a node by `ctx.log`. */
export interface LogLine {
  level: 'debug' | 'info' | 'warn' | 'error';
  text: string;
  /** Place of the item that the code ran for. */
  item?: number;
}

/** How running a node once came out, and what it wrote down meanwhile. */
export type NodeOutcome = NodeResultKind & { logs?: readonly LogLine[] };

type NodeResultKind =
  | {
      kind: 'done';
      outputs: readonly (readonly Item[] | null)[];
      memory?: JsonObject;
      state?: readonly StateWrite[];
      response?: WebhookResponse;
    }
  | {
      kind: 'suspended';
      suspension: Suspension;
      memory?: JsonObject;
      state?: readonly StateWrite[];
      response?: WebhookResponse /** what it will give when only the time passes */;
      outputs?: readonly (readonly Item[] | null)[];
    }
  /** As if it had not run: no run is recorded, and the branch ends there. */
  | { kind: 'nothing'; memory?: JsonObject; state?: readonly StateWrite[] }
  | { kind: 'failed'; error: ItemError /** false: retrying is useless */; retryable?: boolean };

/** Runs a node once. Never throws for a fault of the node; throws only when the process itself can't go on. */
export interface NodeRunner {
  run(call: NodeCall): NodeOutcome | Promise<NodeOutcome>;
}

export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** Resolves after `ms`, or rejects when the signal aborts. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** Resolves when what else the process has to do has had its turn, and it is the tenant's turn again. */
  yield(tenantId: string): Promise<void>;
}

export type { Edge };
