import { type LayoutTask, layout, type Places } from './layout.ts';

/** Nodes that stay together, and what is left free around them: a group, or a note that they lie on. Pixels. */
export interface Frame {
  nodes: readonly string[];
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface FramedTask extends LayoutTask {
  frames: readonly Frame[];
}

/** Nodes within the same frames, and the clusters within them. */
interface Cluster {
  /** All, those of the clusters within it included. */
  nodes: ReadonlySet<string>;
  frames: readonly Frame[];
  inner: Cluster[];
}

interface Placed {
  places: Map<string, { x: number; y: number }>;
  width: number;
  height: number;
}

/** Marks what stands for a cluster among nodes; no node's id begins so. */
const CLUSTER = '\u0000';

/**
 * Lays out a graph so that what one frame holds stays together and nothing else lies in it: a frame is laid out by itself
 * first, and then like one large node.
 * @returns upper left corners, from 0, 0
 */
export function framedLayout(task: FramedTask): Places {
  const all = new Set(task.nodes.map(({ id }) => id));
  const { places } = place({ nodes: all, frames: [], inner: clustersOf(all, task.frames) }, task);
  return [...places].map(([id, { x, y }]) => [id, x, y]);
}

function place(cluster: Cluster, task: FramedTask): Placed {
  const sizes = new Map(task.nodes.map((node) => [node.id, node]));
  const inner = new Map(cluster.inner.map((each, index) => [`${CLUSTER}${index}`, { ...place(each, task), of: each }]));
  /** What stands for each node here: itself, or the cluster that it is in. */
  const standsFor = new Map<string, string>();
  for (const id of cluster.nodes) standsFor.set(id, id);
  for (const [key, { of }] of inner) for (const id of of.nodes) standsFor.set(id, key);
  const nodes = [...new Set(standsFor.values())].flatMap((key) => {
    const within = inner.get(key);
    if (!within) return sizes.get(key) ?? [];
    const y = Math.min(...[...within.of.nodes].map((id) => sizes.get(id)?.y ?? 0));
    return { id: key, width: within.width, height: within.height, y };
  });
  const edges = task.edges.flatMap((edge) => {
    const from = standsFor.get(edge.from);
    const to = standsFor.get(edge.to);
    if (!from || !to || from === to) return [];
    return { ...edge, from, to, supply: edge.supply && from === edge.from && to === edge.to };
  });
  const places: Placed['places'] = new Map();
  for (const [key, x, y] of layout({ nodes, edges })) {
    const within = inner.get(key);
    if (!within) places.set(key, { x, y });
    else for (const [id, at] of within.places) places.set(id, { x: x + at.x, y: y + at.y });
  }
  return fromZero(places, cluster.frames, sizes);
}

/** Moves places so that nothing of what is drawn, the frames included, lies left of 0 or above. */
function fromZero(
  places: Placed['places'],
  frames: readonly Frame[],
  sizes: ReadonlyMap<string, { width: number; height: number }>,
): Placed {
  const around = (ids: Iterable<string>, { left, top, right, bottom }: Omit<Frame, 'nodes'>) => {
    const boxes = [...ids].flatMap((id) => {
      const at = places.get(id);
      const size = sizes.get(id);
      return at && size ? { ...at, ...size, x: at.x, y: at.y } : [];
    });
    return {
      left: Math.min(...boxes.map(({ x }) => x)) - left,
      top: Math.min(...boxes.map(({ y }) => y)) - top,
      right: Math.max(...boxes.map(({ x, width }) => x + width)) + right,
      bottom: Math.max(...boxes.map(({ y, height }) => y + height)) + bottom,
    };
  };
  const bare = { left: 0, top: 0, right: 0, bottom: 0 };
  const boxes = [around(places.keys(), bare), ...frames.map((frame) => around(frame.nodes, frame))];
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  return {
    places: new Map([...places].map(([id, { x, y }]) => [id, { x: x - left, y: y - top }])),
    width: Math.max(...boxes.map((box) => box.right)) - left,
    height: Math.max(...boxes.map((box) => box.bottom)) - top,
  };
}

/** Frames as clusters, those within others in them. Two that share only some of their nodes become one. */
function clustersOf(all: ReadonlySet<string>, frames: readonly Frame[]): Cluster[] {
  let clusters: Cluster[] = [];
  for (const frame of frames) {
    const ids = frame.nodes.filter((id) => all.has(id));
    if (ids.length === 0) continue;
    let next: Cluster = { nodes: new Set(ids), frames: [{ ...frame, nodes: ids }], inner: [] };
    for (let other = clusters.find((each) => mixes(each, next)); other; ) {
      clusters = clusters.filter((each) => each !== other);
      next = { nodes: new Set([...other.nodes, ...next.nodes]), frames: [...other.frames, ...next.frames], inner: [] };
      other = clusters.find((each) => mixes(each, next));
    }
    clusters.push(next);
  }
  const roots: Cluster[] = [];
  const bySize = clusters.toSorted((one, other) => one.nodes.size - other.nodes.size);
  for (const [index, cluster] of bySize.entries()) {
    const outer = bySize.slice(index + 1).find(({ nodes }) => isWithin(cluster.nodes, nodes));
    (outer?.inner ?? roots).push(cluster);
  }
  return roots;
}

/** Whether two hold the same nodes, or share some while each has others besides. */
const mixes = ({ nodes: one }: Cluster, { nodes: other }: Cluster): boolean =>
  [...one].some((id) => other.has(id)) && isWithin(one, other) === isWithin(other, one);

const isWithin = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  [...one].every((id) => other.has(id));
