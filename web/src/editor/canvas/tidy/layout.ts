import dagre from '@dagrejs/dagre';

/** What is laid out, as plain data that a worker can be sent. */
export interface LayoutTask {
  nodes: { id: string; width: number; height: number; y: number }[];
  edges: { from: string; to: string; port: number; supply: boolean }[];
}
export type Places = [id: string, x: number, y: number][];

const GAP_ROWS = 40;
const GAP_COLUMNS = 72;
/** Between parts that no edge joins. */
const GAP_PARTS = 64;

/**
 * Lays out a graph from left to right: every part that hangs together by itself, one below the other, in the order in
 * which they stood. Branches keep the order of the ports that they leave. What supplies a node is put below it.
 * @returns upper left corners, from 0, 0
 */
export function layout(task: LayoutTask): Places {
  const suppliers = new Map<string, string>();
  for (const { from, to, supply } of task.edges) if (supply && !suppliers.has(from)) suppliers.set(from, to);
  const placed: Places = [];
  let top = 0;
  for (const part of parts(task)) {
    const main = part.filter(({ id }) => !suppliers.has(id));
    const places = layered(main.length > 0 ? main : part, task);
    const rows = new Map(places.map(([id, x, y]) => [id, { x, y }]));
    const sizes = new Map(part.map((node) => [node.id, node]));
    /** How far the suppliers of each node have come to the right. */
    const used = new Map<string, number>();
    for (const { id, width } of part) {
      if (rows.has(id)) continue;
      const user = rootOf(id, suppliers, rows);
      const at = rows.get(user ?? '') ?? { x: 0, y: 0 };
      const below = depth(id, suppliers) * 120 + (sizes.get(user ?? '')?.height ?? 56) - 56;
      const key = `${user} ${below}`;
      const x = used.get(key) ?? at.x;
      used.set(key, x + width + GAP_ROWS);
      rows.set(id, { x, y: at.y + below });
    }
    spread(rows, sizes);
    const all = [...rows];
    const least = Math.min(...all.map(([, { y }]) => y));
    for (const [id, { x, y }] of all) placed.push([id, x, y - least + top]);
    top += Math.max(...all.map(([id, { y }]) => y - least + (sizes.get(id)?.height ?? 0))) + GAP_PARTS;
  }
  return placed;
}

/** Main nodes in layers, by dagre. */
function layered(nodes: LayoutTask['nodes'], task: LayoutTask): Places {
  const graph = new dagre.graphlib.Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'LR', nodesep: GAP_ROWS, ranksep: GAP_COLUMNS, ranker: 'network-simplex' });
  graph.setDefaultEdgeLabel(() => ({}));
  const inside = new Set(nodes.map(({ id }) => id));
  for (const { id, width, height } of nodes) graph.setNode(id, { width, height });
  const edges = task.edges
    .filter(({ from, to, supply }) => !supply && from !== to && inside.has(from) && inside.has(to))
    .toSorted((one, other) => one.port - other.port);
  for (const [index, { from, to }] of edges.entries()) graph.setEdge(from, to, {}, String(index));
  dagre.layout(graph);
  const places = new Map(
    nodes.map(({ id, width, height }) => {
      const { x, y } = graph.node(id) as { x: number; y: number };
      return [id, { x: x - width / 2, y: y - height / 2 }] as const;
    }),
  );
  keepBranchOrder(places, edges);
  return [...places].map(([id, { x, y }]) => [id, x, y]);
}

/** Children of one node in one column swap places until they stand in the order of its ports. */
function keepBranchOrder(places: Map<string, { x: number; y: number }>, edges: LayoutTask['edges']): void {
  const children = new Map<string, string[]>();
  for (const { from, to } of edges) {
    const list = children.get(from) ?? [];
    if (!list.includes(to)) children.set(from, [...list, to]);
  }
  for (const list of children.values()) {
    const columns = Map.groupBy(
      list.flatMap((id) => places.get(id) ?? []),
      ({ x }) => Math.round(x / 64),
    );
    for (const column of columns.values()) {
      const ys = column.map(({ y }) => y).toSorted((one, other) => one - other);
      for (const [index, place] of column.entries()) place.y = ys[index] ?? place.y;
    }
  }
}

/** Rows that suppliers would cover move down. */
function spread(
  rows: Map<string, { x: number; y: number }>,
  sizes: ReadonlyMap<string, { width: number; height: number }>,
): void {
  const sorted = [...rows].toSorted(([, one], [, other]) => one.y - other.y);
  const done: { x: number; y: number; width: number; height: number }[] = [];
  for (const [id, place] of sorted) {
    const { width = 184, height = 56 } = sizes.get(id) ?? {};
    for (const other of done) {
      const beside = place.x + width + 24 <= other.x || other.x + other.width + 24 <= place.x;
      if (!beside && place.y < other.y + other.height + 24) place.y = other.y + other.height + 24;
    }
    done.push({ ...place, width, height });
  }
}

function rootOf(id: string, suppliers: ReadonlyMap<string, string>, rows: ReadonlyMap<string, unknown>) {
  const seen = new Set<string>();
  let at: string | undefined = id;
  while (at !== undefined && !rows.has(at) && !seen.has(at)) {
    seen.add(at);
    at = suppliers.get(at);
  }
  return at;
}

function depth(id: string, suppliers: ReadonlyMap<string, string>): number {
  const seen = new Set<string>();
  let at: string | undefined = id;
  while (at !== undefined && suppliers.has(at) && !seen.has(at)) {
    seen.add(at);
    at = suppliers.get(at);
  }
  return seen.size;
}

/** Nodes that hang together, uppermost part first. */
function parts({ nodes, edges }: LayoutTask): LayoutTask['nodes'][] {
  const group = new Map(nodes.map(({ id }) => [id, id]));
  const find = (id: string): string => {
    let at = id;
    while (group.get(at) !== at) at = group.get(at) ?? at;
    return at;
  };
  for (const { from, to } of edges) if (group.has(from) && group.has(to)) group.set(find(from), find(to));
  return [...Map.groupBy(nodes, ({ id }) => find(id)).values()].toSorted(
    (one, other) => Math.min(...one.map(({ y }) => y)) - Math.min(...other.map(({ y }) => y)),
  );
}
