import type { NodeRun } from '../run/run-store.ts';

/** What the shown run says of a node in one word. */
export type NodeState = 'none' | 'running' | 'waiting' | 'success' | 'error';

export const stateOf = (runs: readonly NodeRun[]): NodeState => runs.at(-1)?.status ?? 'none';

/** Items that left an output in all runs of the node; nothing when it has not run. */
export function itemsOut(runs: readonly NodeRun[], output: number): number | undefined {
  const done = runs.filter(({ status }) => status === 'success' || status === 'error');
  if (done.length === 0) return undefined;
  return done.reduce((sum, { itemCounts }) => sum + (itemCounts[output] ?? 0), 0);
}
