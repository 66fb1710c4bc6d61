import type { FaultList, FaultPlace } from './fault.js';
import { type FlowNode, isStart, nodesBefore, reachedFrom } from './flow-graph.js';

/** Names of other nodes in an expression of a node. */
export interface FoundReference {
  /** Id of the node whose expression it is. */
  node: string;
  field: string;
  name: string;
  /** Where that is, as a fault tells it. */
  place(): FaultPlace;
}

/**
 * Warns of expressions that name a node which can't have run before the one that they stand in.
 * @param inBranches one branch is worked through after the other, the upper one first (order v1)
 */
export function* checkReferences(
  nodes: readonly FlowNode[],
  references: readonly FoundReference[],
  inBranches: boolean,
  list: FaultList,
): Generator<void, void> {
  const byId = new Map(nodes.map((each) => [each.node.id, each]));
  const byName = new Map(nodes.map((each) => [each.node.name, each]));
  const starts = nodes.filter(isStart);
  const before = remembered(nodesBefore);
  const behind = remembered((node: FlowNode) => reachedFrom(node.out));
  const told = new Set<string>();
  for (const { node, field, name, place } of references) {
    if (list.isFull) return;
    const at = byId.get(node);
    const named = byName.get(name);
    if (!at || !named || at === named || at.supplies || at.node.disabled || told.has(`${node} ${name}`)) continue;
    const startsHere = starts.filter((start) => start === at || behind(start).has(at));
    // What never runs, and what starts a run, is another matter.
    if (startsHere.length === 0 || startsHere.includes(at)) continue;
    if (!cannotHaveRun(named, at, startsHere, { before, behind, inBranches })) continue;
    told.add(`${node} ${name}`);
    const message = `The expression names "${name}", which can't have run before this node.`;
    list.warning('expression.notBefore', field, message, at.node.name, place());
    yield;
  }
}

type Neighbours = (node: FlowNode) => ReadonlySet<FlowNode>;
interface Around {
  before: Neighbours;
  behind: Neighbours;
  inBranches: boolean;
}

/** Says so only where it is certain: no run comes by both, or the named one follows the other, which runs once. */
function cannotHaveRun(named: FlowNode, at: FlowNode, starts: readonly FlowNode[], around: Around): boolean {
  const { before, behind, inBranches } = around;
  if (before(at).has(named)) return false;
  if (!starts.some((start) => start === named || behind(start).has(named))) return true;
  if (![at, ...before(at)].every(runsOnce)) return false;
  return behind(at).has(named) || (inBranches && isInLaterBranch(named, at, around));
}

/** Both lie behind one node, on branches of their own, of which that of the named one is worked through later. */
function isInLaterBranch(named: FlowNode, at: FlowNode, { before, behind }: Around): boolean {
  const shared = [...before(at)].filter((each) => before(named).has(each));
  const last = shared.filter((each) => !shared.some((other) => other !== each && behind(each).has(other)));
  const [fork] = last;
  if (!fork || last.length > 1) return false;
  const leads = (to: FlowNode) => fork.out.map((edge) => edge.to).filter((next) => next === to || behind(next).has(to));
  const [here, there] = [leads(at), leads(named)];
  if (here.length === 0 || there.length === 0 || here.some((each) => there.includes(each))) return false;
  // A node that waits for several inputs comes when they have come, not in its place.
  const way = [at, ...before(at)].filter((each) => behind(fork).has(each));
  if (way.some((each) => each.in.length > 1)) return false;
  return here.every((mine) => there.every((theirs) => isAbove(mine, theirs)));
}

function isAbove({ node: a }: FlowNode, { node: b }: FlowNode): boolean {
  return a.position[1] - b.position[1] < 0 || (a.position[1] === b.position[1] && a.position[0] < b.position[0]);
}

/** Nothing leads to the node twice by the same input, and it lies on no cycle of its own. */
function runsOnce({ in: led }: FlowNode): boolean {
  return new Set(led.map(({ input }) => input)).size === led.length;
}

function remembered(of: (node: FlowNode) => ReadonlySet<FlowNode>): Neighbours {
  const known = new Map<FlowNode, ReadonlySet<FlowNode>>();
  return (node) => {
    const found = known.get(node) ?? of(node);
    known.set(node, found);
    return found;
  };
}
