import type { Item } from '@orchestrator/workflow';
import type { StartedEvent } from './events.js';
import { itemBytes } from './item-size.js';
import { goOnWith } from './item-tries.js';
import { stampInputs } from './lineage.js';
import { takeOverKept } from './partial/take-over.js';
import type { PlanNode } from './plan.js';
import type { NodeRunRecord, Source } from './ports.js';
import type { PendingStep, RunState } from './run-state.js';

/** Sets up a run: what earlier runs are taken over, which nodes may run, and the first step. */
export function startRun(state: RunState, event: StartedEvent): void {
  const { plan } = state;
  state.started = event;
  const node = plan.byId.get(event.node);
  const target = event.to === undefined ? undefined : plan.byId.get(event.to);
  if (!node || (event.to !== undefined && !target)) {
    state.fault = {
      code: 'run.noStart',
      message: `The workflow has no node with the id "${node ? event.to : event.node}" to ${node ? 'stop' : 'start'} at.`,
    };
    return;
  }
  for (const [id, memory] of Object.entries(event.memory ?? {})) state.memory.set(id, memory);
  if (event.kept) takeOverKept(state, event.kept);
  if (event.only) leaveOut(state, new Set(event.only.flatMap((id) => plan.byId.get(id) ?? [])));
  else if (target) leaveOut(state, new Set([...plan.ancestors(target), target]));
  if (!event.kept || event.items) queueFirst(state, node, event);
  if (event.begun) goOnWith(state, event.begun);
}

/** Queues the step that the run begins with. */
function queueFirst(state: RunState, node: PlanNode, event: StartedEvent): void {
  const step: PendingStep =
    event.seed && !event.items ? seededStep(node, event.seed) : { node, inputs: [event.items ?? []], sources: [null] };
  // A trigger passes its items on, and they are counted only where they come in.
  state.itemBytes += itemBytes(
    step.inputs.map((items) => items ?? []),
    [],
  );
  step.inputs = stampInputs(step.inputs);
  if (event.seed) takeOver(state, node, event.seed);
  state.queue.unshift(step);
}

/** Lets some nodes run and no others: what is queued or held for those is dropped. */
function leaveOut(state: RunState, only: ReadonlySet<PlanNode>): void {
  state.only = only;
  state.queue = state.queue.filter(({ node }) => only.has(node));
  for (const node of state.waiting.keys()) if (!only.has(node)) state.waiting.delete(node);
}

/** Keeps the earlier runs of every node that this run will not come to again. */
function takeOver(state: RunState, start: PlanNode, seed: NonNullable<StartedEvent['seed']>): void {
  const again = state.plan.descendants(start);
  for (const [name, runs] of Object.entries(seed)) {
    const node = state.plan.byName.get(name);
    if (!node || node === start || again.has(node)) continue;
    state.runs.set(name, [...runs]);
    for (const run of runs) {
      state.steps = Math.max(state.steps, run.index + 1);
      state.itemBytes += itemBytes(run.outputs, []);
    }
  }
}

/** The step on the items that the nodes before it gave last. */
function seededStep(node: PlanNode, seed: NonNullable<StartedEvent['seed']>): PendingStep {
  const inputs: (readonly Item[] | null)[] = [];
  const sources: (Source | null)[] = [];
  for (const edges of node.incoming) {
    let items: readonly Item[] | null = null;
    let source: Source | null = null;
    for (const edge of edges) {
      const runs: readonly NodeRunRecord[] = seed[edge.from.name] ?? [];
      const given = runs.at(-1)?.outputs[edge.output];
      if (given === undefined || (items !== null && items.length > 0)) continue;
      items = given;
      source = { node: edge.from.name, output: edge.output, run: runs.length - 1 };
    }
    inputs.push(items);
    sources.push(source);
  }
  return { node, inputs, sources };
}
