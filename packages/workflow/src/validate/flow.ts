import type { FaultList } from './fault.js';
import { type FlowNode, isStart, reachedFrom } from './flow-graph.js';

/** Loops of a document that are looked at for others within them; a workflow that people can read has a few. */
const MAX_LOOPS = 50;

/** Warns of what runs, but hardly as it was meant: nodes that never run, answers that nobody hears, loops that run once. */
export function* checkFlow(nodes: readonly FlowNode[], list: FaultList): Generator<void, void> {
  const starts = nodes.filter(isStart);
  const reached = reachedFrom(starts.flatMap((start) => start.out));
  yield;
  // Without a trigger nothing runs at all, which is said once, when the workflow is to go live.
  if (starts.length === 0) return;
  const runs = new Set([...starts, ...reached]);
  yield* checkReached(nodes, runs, list);
  yield* checkAnswers(nodes, runs, list);
  yield* checkLoops(nodes, list);
}

/** One warning for each part that nothing leads to, about the node at its front. */
function* checkReached(
  nodes: readonly FlowNode[],
  runs: ReadonlySet<FlowNode>,
  list: FaultList,
): Generator<void, void> {
  const told = new Set<FlowNode>();
  const lost = nodes.filter((each) => !runs.has(each) && isStep(each));
  // Those at the front first: what is behind them is not said again. What is left then are cycles.
  for (const each of [...lost.filter((one) => one.in.length === 0), ...lost]) {
    if (list.isFull) return;
    if (told.has(each)) continue;
    told.add(each);
    for (const behind of reachedFrom(each.out)) told.add(behind);
    const message = 'No trigger leads here, so that it never runs.';
    list.warning('flow.unreached', 'edges', message, each.node.name);
    yield;
  }
}

/** A node that would run by itself. */
function isStep({ node, type, supplies, out, in: led }: FlowNode): boolean {
  if (node.disabled || (supplies && out.length === 0 && led.length === 0)) return false;
  return type !== undefined && !type.starts && !type.isOpen && type.inputs(node.parameters).length > 0;
}

/** Answers that nobody waits for, and calls that wait for an answer which no node gives. */
function* checkAnswers(
  nodes: readonly FlowNode[],
  runs: ReadonlySet<FlowNode>,
  list: FaultList,
): Generator<void, void> {
  const heard = new Set<FlowNode>();
  for (const each of nodes) {
    if (!runs.has(each) || each.node.disabled) continue;
    const awaits = awaitsAnswer(each);
    if (awaits === 'no') continue;
    const behind = reachedFrom(each.out);
    for (const one of behind) heard.add(one);
    if (awaits === 'yes' && ![...behind].some(mayRespond)) {
      const message = 'It waits for a node that answers the call, but no such node lies behind it.';
      list.warning('flow.responseMissing', 'parameters.responseMode', message, each.node.name);
    }
    yield;
  }
  for (const each of nodes) {
    if (!each.type?.responds || each.node.disabled || !runs.has(each) || heard.has(each)) continue;
    const message = 'Nothing that leads here waits for this answer, so that nobody gets it.';
    list.warning('flow.responseUnheard', 'edges', message, each.node.name);
  }
}

function awaitsAnswer({ node, type }: FlowNode): 'yes' | 'no' | 'perhaps' {
  return type === undefined || type.isOpen ? 'perhaps' : (type.awaitsResponse?.(node.parameters) ?? 'no');
}

/** A node of which nothing is known may do anything. */
const mayRespond = ({ node, type }: FlowNode): boolean =>
  !node.disabled && (type === undefined || type.isOpen === true || type.responds === true);

function* checkLoops(nodes: readonly FlowNode[], list: FaultList): Generator<void, void> {
  const loops = nodes.filter(({ node, type }) => !node.disabled && type?.loop).slice(0, MAX_LOOPS);
  if (loops.length < 2) return;
  for (const outer of loops) {
    const within = reachedFrom(leaving(outer, 'again'), outer);
    for (const inner of loops) {
      if (inner === outer || !within.has(inner) || inner.type?.loop?.(inner.node.parameters).startsOver) continue;
      const returns = reachedFrom(leaving(inner, 'again'), inner).has(inner);
      if (!returns || !reachedFrom(leaving(inner, 'done'), inner).has(outer)) continue;
      const message = `It lies within the loop of "${outer.node.name}" and does not start over, so that it works through the first round of that alone.`;
      list.warning('flow.nestedLoop', 'parameters.options.reset', message, inner.node.name);
    }
    yield;
  }
}

/** The edges that leave a loop for another round, or when it is done. */
function leaving({ node, type, out }: FlowNode, which: 'again' | 'done') {
  const output = type?.loop?.(node.parameters)[which];
  return out.filter((edge) => edge.output === output);
}
