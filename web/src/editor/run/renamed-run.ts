import type { WorkflowDocument } from '@orchestrator/workflow';

/** New names by old ones, of the nodes that are called otherwise now. */
export type NewNames = ReadonlyMap<string, string>;

/** What became of the names of nodes from one state of a document to another. */
export function newNames(then: WorkflowDocument, now: WorkflowDocument): NewNames {
  const byId = new Map(now.nodes.map(({ id, name }) => [id, name]));
  return new Map(
    then.nodes.flatMap(({ id, name }) => {
      const next = byId.get(id);
      return next === undefined || next === name ? [] : [[name, next] as const];
    }),
  );
}

/** A run as far as it names nodes. */
interface NamesNodes {
  nodes: Readonly<Record<string, readonly { sources: readonly ({ node: string } | null)[] }[]>>;
  error?: { node?: string } | null;
}

/** A run told by the names that its nodes have now, so that what they gave is still theirs. */
export function renamedRun<R extends NamesNodes>(run: R, names: NewNames): R {
  if (names.size === 0) return run;
  const nameOf = (name: string) => names.get(name) ?? name;
  const nodes = Object.entries(run.nodes).map(([name, runs]) => [
    nameOf(name),
    runs.map((each) => ({
      ...each,
      sources: each.sources.map((source) => source && { ...source, node: nameOf(source.node) }),
    })),
  ]);
  const { error } = run;
  return {
    ...run,
    nodes: Object.fromEntries(nodes),
    ...(error?.node === undefined ? {} : { error: { ...error, node: nameOf(error.node) } }),
  };
}
