import type { Evaluation, EvaluationScope, ScopeRun } from '@orchestrator/expression';
import type { Item, JsonObject } from '@orchestrator/workflow';

/** A table of expressions and what they are read on: the shape of the recordings of n8n's results. */
export interface ExpressionTable {
  timezone?: string;
  setup: {
    workflow: {
      name?: string;
      nodes: TableNode[];
      connections?: Record<string, { main?: ({ node: string }[] | null)[] }>;
    };
    /** Items that the nodes before gave, by name; item i comes from item i. */
    outputs: Record<string, Item[]>;
  };
  cases: { id: string; item: number; expression: string }[];
}
interface TableNode {
  id?: string;
  name: string;
  type: string;
  typeVersion?: number;
  parameters?: JsonObject;
}

/** The node whose parameters the cases are. */
const CASE = 'Case';

/** What the cases of a table see, for one item. */
export function tableScope(table: ExpressionTable, itemIndex: number): EvaluationScope {
  const { workflow, outputs } = table.setup;
  const nodes = new Map(workflow.nodes.map((node) => [node.name, node]));
  const parents = parentsByName(workflow.connections ?? {});
  const runs = new Map(Object.entries(outputs).map(([name, items]) => [name, [runOf(name, items, parents, outputs)]]));
  const before = parents.get(CASE)?.[0] ?? Object.keys(outputs).at(-1) ?? '';
  const node = nodes.get(CASE);
  return {
    items: outputs[before] ?? [],
    itemIndex,
    runIndex: 0,
    source: { node: before, output: 0, run: 0 },
    node: {
      id: node?.id ?? 'case',
      name: CASE,
      type: node?.type ?? '',
      version: node?.typeVersion ?? 1,
      parameters: node?.parameters ?? {},
    },
    nodeByName: (name) => {
      const found = nodes.get(name);
      return found && { name, parameters: found.parameters ?? {} };
    },
    parentsOf: (name) => parents.get(name) ?? [],
    runsOf: (name) => runs.get(name) ?? [],
    workflow: { id: 'table', name: workflow.name ?? '', active: false },
    execution: { id: 'table', mode: 'test', customData: {} },
    mode: 'manual',
    timezone: table.timezone ?? 'UTC',
    now: () => Date.now(),
    env: {},
    vars: {},
  };
}

function parentsByName(
  connections: NonNullable<ExpressionTable['setup']['workflow']['connections']>,
): Map<string, string[]> {
  const parents = new Map<string, string[]>();
  for (const [from, { main = [] }] of Object.entries(connections)) {
    for (const { node } of main.flatMap((output) => output ?? []))
      parents.set(node, [...(parents.get(node) ?? []), from]);
  }
  return parents;
}

/** Items that carry no lineage come from the item at the same place before. */
function runOf(
  name: string,
  items: readonly Item[],
  parents: Map<string, string[]>,
  outputs: Record<string, Item[]>,
): ScopeRun {
  const before = parents.get(name)?.[0];
  const sources = before === undefined ? [null] : [{ node: before, output: 0, run: 0 }];
  const last = Math.max(0, (outputs[before ?? '']?.length ?? 1) - 1);
  const paired = items.map((item, i) => ({ ...item, pairedItem: item.pairedItem ?? { item: Math.min(i, last) } }));
  return { outputs: [paired], sources };
}

/** The line that tells how a case came out. Values are told in the form that JSON gives them. */
export function answerOf(id: string, evaluation: Evaluation): JsonObject {
  if (evaluation.kind === 'error') return { id, kind: 'error', message: evaluation.message };
  if (evaluation.kind === 'undefined') return { id, kind: 'undefined' };
  const text = typeof evaluation.value === 'bigint' ? undefined : JSON.stringify(evaluation.value);
  return text === undefined ? { id, kind: 'undefined' } : { id, kind: 'value', result: JSON.parse(text) };
}
