import type { EvaluationScope } from '@orchestrator/expression';
import type { Item, JsonValue } from '@orchestrator/workflow';

/** What the worker is told: the items once, then one text after another. */
export type ToWorker =
  | { kind: 'items'; items: readonly Item[] }
  | { kind: 'evaluate'; id: number; text: string; itemIndex: number; node: string };

/** What it gives: nothing where the fast path can't express the text. */
export interface FromWorker {
  id: number;
  result?: { kind: 'value'; result: JsonValue } | { kind: 'undefined' } | { kind: 'error'; message: string };
}

/**
 * What only the server knows: other nodes and their runs, the execution, variables, the zone of times. A text that names
 * any of it goes there, even where the name stands in a string: that costs a question and is never wrong.
 */
const ELSEWHERE =
  /\$\(|\$(?!json\b|input\b|itemIndex\b|if\b|ifEmpty\b|max\b|min\b|not\b|jmespath\b)[A-Za-z_]|\bDate|[tT]oDateTime|\.format\(/;

export const isLocal = (text: string): boolean => !ELSEWHERE.test(text);

/** What an expression sees in the browser: the items that go into its node. */
export const localScope = (items: readonly Item[], itemIndex: number, node: string): EvaluationScope => ({
  items,
  itemIndex,
  runIndex: 0,
  source: null,
  node: { id: '', name: node, type: '', version: 1, parameters: {} },
  nodeByName: () => undefined,
  parentsOf: () => [],
  runsOf: () => [],
  workflow: { id: '', name: '', active: false },
  execution: { id: '', mode: 'test', customData: {} },
  mode: 'manual',
  timezone: 'UTC',
  now: () => Date.now(),
  env: {},
  vars: {},
});
