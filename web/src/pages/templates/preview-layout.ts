import type { WorkflowDocument } from '@orchestrator/workflow';

/** Size of a node on the canvas (design/README.md). */
const NODE = { width: 184, height: 56 };
/** Room around the drawing, in the canvas's pixels. */
const MARGIN = 24;

interface Box {
  id: string;
  x: number;
  y: number;
  isTrigger: boolean;
}
export interface Preview {
  /** For `viewBox`. */
  box: { x: number; y: number; width: number; height: number };
  nodes: readonly Box[];
  /** Paths of the edges. */
  edges: readonly { id: string; path: string; isMain: boolean }[];
}

/** Where boxes and lines of a small picture of a workflow go. */
export function previewOf({ nodes, edges }: Pick<WorkflowDocument, 'nodes' | 'edges'>): Preview {
  const boxes = nodes.map(({ id, position, type }) => ({
    id,
    x: position[0],
    y: position[1],
    isTrigger: !edges.some(({ to, kind }) => kind === 'main' && to.node === id) && /trigger/i.test(type),
  }));
  const byId = new Map(boxes.map((box) => [box.id, box]));
  const lines = edges.flatMap(({ kind, from, to }, index) => {
    const [a, b] = [byId.get(from.node), byId.get(to.node)];
    if (!a || !b) return [];
    const isMain = kind === 'main';
    return [{ id: String(index), path: isMain ? across(a, b) : up(a, b), isMain }];
  });
  const left = Math.min(0, ...boxes.map(({ x }) => x));
  const top = Math.min(0, ...boxes.map(({ y }) => y));
  const right = Math.max(NODE.width, ...boxes.map(({ x }) => x + NODE.width));
  const bottom = Math.max(NODE.height, ...boxes.map(({ y }) => y + NODE.height));
  return {
    box: {
      x: left - MARGIN,
      y: top - MARGIN,
      width: right - left + 2 * MARGIN,
      height: bottom - top + 2 * MARGIN,
    },
    nodes: boxes,
    edges: lines,
  };
}

/** From the right side of one to the left side of the other. */
function across(a: Box, b: Box): string {
  const [x1, y1, x2, y2] = [a.x + NODE.width, a.y + NODE.height / 2, b.x, b.y + NODE.height / 2];
  const bend = Math.max(40, Math.abs(x2 - x1) / 2);
  return `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`;
}

/** From the top of what supplies something to the bottom of what uses it. */
function up(a: Box, b: Box): string {
  const [x1, y1, x2, y2] = [a.x + NODE.width / 2, a.y, b.x + NODE.width / 2, b.y + NODE.height];
  const middle = (y1 + y2) / 2;
  return `M${x1} ${y1}C${x1} ${middle} ${x2} ${middle} ${x2} ${y2}`;
}
