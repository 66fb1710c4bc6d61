import type { Item, JsonObject } from '@orchestrator/workflow';
import { MAX_LINEAGE_HOPS } from '../limits.js';
import type { EvaluationScope, ScopeRun, ScopeSource } from '../scope.js';
import { type NodeReferences, nodeReferences } from '../syntax/references.js';
import { isExpression } from '../syntax/template.js';

/** What an expression or a script can see, as plain data that can be sent to another process. */
export interface ScopeSnapshot
  extends Pick<
    EvaluationScope,
    'itemIndex' | 'runIndex' | 'source' | 'node' | 'workflow' | 'execution' | 'mode' | 'timezone' | 'env' | 'vars'
  > {
  /** All items, or the one at hand alone for an expression that names no others. */
  items: readonly Item[];
  /** The place of the first of `items` among those of the scope. */
  itemsFrom?: number;
  /** Epoch milliseconds when it was taken. */
  now: number;
  extra?: Readonly<Record<string, unknown>>;
  /** The nodes that the text refers to, and those that its lineage passes through. */
  nodes: Record<string, SnapshotNode>;
}
export interface SnapshotNode {
  parameters: JsonObject;
  disabled?: boolean;
  parents: readonly string[];
  runs: readonly ScopeRun[];
  context?: JsonObject;
}

/**
 * Copies what a text can see: only the nodes it names (all that lineage passes through, if it computes a name), and of
 * the items only the one at hand, unless it names others. Nodes on the way back to a named one are copied with their
 * lineage alone, without their items' data.
 * @param text a parameter with its leading `=`, or a whole script
 */
export function snapshotScope(text: string, scope: EvaluationScope): ScopeSnapshot {
  const { names, dynamic } = referencesOf(text);
  const passed = lineageOf(scope);
  const full = new Set(names);
  full.add(scope.node.name);
  if (dynamic) for (const name of passed) full.add(name);
  const nodes: Record<string, SnapshotNode> = Object.create(null);
  const wantsLineage = names.size > 0 || dynamic;
  for (const name of new Set([...full, ...(wantsLineage ? passed : [])])) {
    const known = scope.nodeByName(name);
    if (!known) continue;
    const runs = scope.runsOf(name);
    nodes[name] = {
      parameters: full.has(name) ? known.parameters : {},
      disabled: known.disabled,
      parents: scope.parentsOf(name),
      runs: names.has(name) || dynamic ? runs : wantsLineage ? runs.map(lineageAlone) : [],
      context: full.has(name) ? scope.contextOf?.(name) : undefined,
    };
  }
  const { itemIndex, runIndex, source, node, workflow, execution, mode, timezone, env, vars, extra } = scope;
  return {
    ...itemsFor(text, scope),
    itemIndex,
    runIndex,
    source,
    node,
    workflow,
    execution: plainExecution(execution),
    mode,
    timezone,
    env,
    vars,
    extra,
    now: scope.now(),
    nodes,
  };
}

/** The scope that a snapshot stands for. It answers for the nodes that were copied, and for no other. */
export function scopeFromSnapshot(snapshot: ScopeSnapshot): EvaluationScope {
  const nodes = new Map(Object.entries(snapshot.nodes));
  return {
    ...snapshot,
    items: atTheirPlaces(snapshot),
    now: () => snapshot.now,
    nodeByName(name) {
      const node = nodes.get(name);
      return node && { name, parameters: node.parameters, disabled: node.disabled };
    },
    parentsOf: (name) => nodes.get(name)?.parents ?? [],
    runsOf: (name) => nodes.get(name)?.runs ?? [],
    contextOf: (name) => nodes.get(name)?.context ?? {},
  };
}

/** What texts refer to, kept as an expression is sent to the isolate with each item; a text that is forgotten is read anew. */
const known = new Map<string, NodeReferences>();
const TEXTS_KEPT = 256;

function referencesOf(text: string): NodeReferences {
  let found = known.get(text);
  if (!found) {
    found = nodeReferences(text);
    if (known.size >= TEXTS_KEPT) known.delete(known.keys().next().value as string);
    known.set(text, found);
  }
  return found;
}

/** What may read other items than the one at hand; `\\u` may hide a name. */
const NAMES_ITEMS = /\$(?:input|items|item)\b|\\u/;
const ITEM_AT_HAND = /\$input\s*\.\s*item\b/g;

function itemsFor(text: string, { items, itemIndex }: EvaluationScope): Pick<ScopeSnapshot, 'items' | 'itemsFrom'> {
  const needsAll = !isExpression(text) || NAMES_ITEMS.test(text.replace(ITEM_AT_HAND, ''));
  const item = items[itemIndex];
  if (needsAll || !item || items.length === 1) return { items };
  return { items: [item], itemsFrom: itemIndex };
}

/** The items of a snapshot where they were; what was left out is not there. */
function atTheirPlaces({ items, itemsFrom = 0 }: ScopeSnapshot): readonly Item[] {
  if (itemsFrom === 0) return items;
  const placed: Item[] = [];
  for (const [at, item] of items.entries()) placed[itemsFrom + at] = item;
  return placed;
}

function lineageAlone(run: ScopeRun): ScopeRun {
  const strip = ({ pairedItem }: Item): Item => ({ json: {}, pairedItem });
  return { sources: run.sources, outputs: run.outputs.map((items) => items.map(strip)) };
}

/** Names of all nodes whose runs the current items came through. */
function lineageOf(scope: EvaluationScope): Set<string> {
  const names = new Set<string>();
  const seen = new Set<string>();
  const queue: (ScopeSource | null)[] = [scope.source];
  for (let hops = 0; queue.length > 0 && hops < MAX_LINEAGE_HOPS; hops++) {
    const source = queue.pop();
    if (!source) continue;
    const key = `${source.run}:${source.node}`;
    if (seen.has(key)) continue;
    seen.add(key);
    names.add(source.node);
    for (const parent of scope.parentsOf(source.node)) names.add(parent);
    queue.push(...(scope.runsOf(source.node)[source.run]?.sources ?? []));
  }
  return names;
}

/** The execution as plain data, its addresses worked out: getters don't travel. */
function plainExecution(execution: EvaluationScope['execution']): EvaluationScope['execution'] {
  const { id, mode, resumeUrl, resumeFormUrl, customData } = execution;
  return { id, mode, resumeUrl, resumeFormUrl, customData };
}
