import type { WorkflowDocument, WorkflowNode } from '@orchestrator/workflow';

/**
 * The node, and its output, that leads into a node's first main input: the first that has something to give, else the
 * first of all. As text, so that it is the same while it is.
 */
export function feeder(
  document: WorkflowDocument,
  id: string,
  ran: Readonly<Record<string, readonly unknown[]>> = {},
): string | undefined {
  const edges = document.edges.filter(({ kind, to }) => kind === 'main' && to.node === id && (to.port ?? 0) === 0);
  const gives = (from: string) =>
    document.pins?.[from] !== undefined ||
    Object.hasOwn(ran, document.nodes.find((node) => node.id === from)?.name ?? '');
  const edge = edges.find(({ from }) => gives(from.node)) ?? edges[0];
  return edge && `${edge.from.node}\n${edge.from.port ?? 0}`;
}

/** The nodes that lead to a node, the nearest first. */
export function nodesBefore(document: WorkflowDocument, id: string): WorkflowNode[] {
  const into = new Map<string, string[]>();
  for (const { kind, from, to } of document.edges) {
    if (kind === 'main') into.set(to.node, [...(into.get(to.node) ?? []), from.node]);
  }
  const found = new Set<string>();
  let ring = into.get(id) ?? [];
  while (ring.length > 0) {
    const fresh = ring.filter((each) => each !== id && !found.has(each));
    for (const each of fresh) found.add(each);
    ring = fresh.flatMap((each) => into.get(each) ?? []);
  }
  const byId = new Map(document.nodes.map((node) => [node.id, node]));
  return [...found].flatMap((each) => byId.get(each) ?? []);
}

/** The node that leads to one, or that it leads to, by the first edge that goes there. */
export const neighbour = (document: WorkflowDocument, id: string, side: 'before' | 'after'): string | undefined => {
  const [here, there] = side === 'before' ? (['to', 'from'] as const) : (['from', 'to'] as const);
  return document.edges.find((edge) => edge.kind === 'main' && edge[here].node === id)?.[there].node;
};

/** The start of a way to a node that has pinned data: a run up to the node has something to work with from there. */
export function pinnedStart(document: WorkflowDocument, name: string): string | undefined {
  const node = document.nodes.find((each) => each.name === name);
  if (!node) return undefined;
  const led = new Set(document.edges.filter(({ kind }) => kind === 'main').map(({ to }) => to.node));
  return nodesBefore(document, node.id).find(({ id }) => !led.has(id) && document.pins?.[id] !== undefined)?.name;
}
