import type { Item, JsonObject, JsonValue } from '@orchestrator/workflow';

/** One run of a node, as an expression can see it. */
export interface ScopeRun {
  /** Items per output. */
  outputs: readonly (readonly Item[])[];
  /** Where each main input's items came from; `null` for an input without. */
  sources: readonly (ScopeSource | null)[];
}
export interface ScopeSource {
  node: string;
  output: number;
  run: number;
}

/**
 * Everything an expression can see, as plain data behind a few synchronous look-ups. `packages/runtime` makes one for
 * each run of a node and moves `itemIndex` along.
 */
export interface EvaluationScope {
  /** Items of the first main input that has any. */
  items: readonly Item[];
  itemIndex: number;
  runIndex: number;
  /** Source of that input, for lineage (`$('X').item`). */
  source: ScopeSource | null;
  node: {
    id: string;
    name: string;
    type: string;
    version: number;
    parameters: JsonObject;
    webhookId?: string;
    position?: readonly [number, number];
  };
  /** Names of all nodes of the workflow, with the raw parameters of each; `undefined` for a name that is not there. */
  nodeByName(name: string): { name: string; parameters: JsonObject; disabled?: boolean } | undefined;
  /** Names of the nodes straight before a node on main edges, first input first. */
  parentsOf(name: string): readonly string[];
  /** Runs so far of a node; empty when it has not run. */
  runsOf(name: string): readonly ScopeRun[];
  workflow: { id: string; name: string; active: boolean };
  execution: {
    id: string;
    mode: 'test' | 'production';
    resumeUrl?: string;
    resumeFormUrl?: string;
    customData: Readonly<Record<string, string>>;
  };
  /** How the run was started (`$mode`). */
  mode: string;
  /** IANA zone. */
  timezone: string;
  /** Epoch milliseconds; the clock is a port. */
  now(): number;
  env: Readonly<Record<string, string>>;
  vars: JsonObject;
  /** More globals for this one evaluation, such as `$response`, `$pageCount`, `$value`, `$credentials`. */
  extra?: Readonly<Record<string, unknown>>;
  /** Told how many milliseconds of this thread an evaluation took; not told of those that end well within one. */
  spent?(milliseconds: number): void;
  /** Context kept for a node in this execution (`$('Loop').context`, `$node.X.context`). */
  contextOf?(name: string): JsonObject;
}

/** How an evaluation came out. `undefined` is a value that is not there; it is not an error. */
export type Evaluation =
  | { kind: 'value'; value: unknown }
  | { kind: 'undefined' }
  | { kind: 'error'; message: string; code: string };

/** What evaluates an expression that the fast path can't: an isolate in another process (`packages/sandbox`). */
export interface ExpressionFallback {
  /**
   * `text` is the whole parameter, with its leading `=`. The scope is copied, only as far as the text refers to it, and
   * not before the next turn of the event loop: it has to stay as it is until the answer.
   */
  evaluate(text: string, scope: EvaluationScope): Promise<Evaluation>;
}
export type { JsonValue };
