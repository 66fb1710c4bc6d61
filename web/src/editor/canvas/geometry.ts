import type { EdgeKind } from '@orchestrator/workflow';
import type { NodeLooks, PortLooks } from '../node-types/node-types.queries.ts';

/** Sizes of a card, in pixels at 100 % (design/README.md). */
const CARD_WIDTH = 184;
const CARD_HEIGHT = 56;
/**
 * Between two ports of one side: two steps of the grid, so that every port lies where the middle of a card can, and what is
 * put in line with it is on the grid. Where there are very many, one step.
 */
const PORT_GAP = 32;
const NARROW_GAP = 16;
const MANY_ROWS = 16;
/** Ports at the lower edge have their names under them. */
const SUPPLY_GAP = 64;

export type Side = 'in' | 'out';

/** One port, with the place of its middle from the card's upper left corner. */
export interface Port extends PortLooks {
  /** Unique within the node; the handle's id in React Flow. */
  id: string;
  side: Side;
  /** Its place among the ports of its side and kind: what an edge names. */
  index: number;
  place: 'left' | 'right' | 'top' | 'bottom';
  x: number;
  y: number;
}

export interface Geometry {
  width: number;
  height: number;
  ports: readonly Port[];
}

export const portId = (side: Side, kind: EdgeKind, index: number): string => `${side}-${kind}-${index}`;

/** What a port's id says. */
export function readPortId(id: string): { side: Side; kind: EdgeKind; index: number } {
  const [side, kind, index] = id.split('-');
  return { side: side as Side, kind: kind as EdgeKind, index: Number(index) };
}

/** How many ports of a side and kind the edges of a node use, by `side-kind`. */
export type UsedPorts = Readonly<Record<string, number>>;

/**
 * Size and ports of a node: items go in at the left and out at the right; what a node is supplied with hangs below it,
 * and what it supplies leaves at its top. Ports that edges use are there even when the type knows nothing of them.
 */
export function geometryOf(looks: NodeLooks, used: UsedPorts = {}): Geometry {
  const inputs = numbered(looks.inputs, 'in', used);
  const outputs = numbered(looks.outputs, 'out', used);
  const isMain = ({ kind }: { kind: EdgeKind }) => kind === 'main';
  const left = inputs.filter(isMain);
  const right = outputs.filter(isMain);
  const bottom = inputs.filter((port) => !isMain(port));
  const top = outputs.filter((port) => !isMain(port));
  const rows = Math.max(left.length, right.length);
  const gap = rows <= MANY_ROWS ? PORT_GAP : NARROW_GAP;
  const height = CARD_HEIGHT + Math.max(0, rows - 2) * gap;
  const width = Math.max(CARD_WIDTH, Math.ceil((bottom.length * SUPPLY_GAP) / 8) * 8);
  const down = (count: number, index: number) => height / 2 + gap * (index - (count - 1) / 2);
  const along = (count: number, index: number) => (width * (index + 1)) / (count + 1);
  return {
    width,
    height,
    ports: [
      ...left.map((port, n): Port => ({ ...port, place: 'left', x: 0, y: down(left.length, n) })),
      ...right.map((port, n): Port => ({ ...port, place: 'right', x: width, y: down(right.length, n) })),
      ...bottom.map((port, n): Port => ({ ...port, place: 'bottom', x: along(bottom.length, n), y: height })),
      ...top.map((port, n): Port => ({ ...port, place: 'top', x: along(top.length, n), y: 0 })),
    ],
  };
}

function numbered(ports: readonly PortLooks[], side: Side, used: UsedPorts) {
  const counts = new Map<EdgeKind, number>();
  const out: (PortLooks & { id: string; side: Side; index: number })[] = [];
  const add = (port: PortLooks) => {
    const index = counts.get(port.kind) ?? 0;
    counts.set(port.kind, index + 1);
    out.push({ ...port, id: portId(side, port.kind, index), side, index });
  };
  for (const port of ports) add(port);
  for (const [key, count] of Object.entries(used)) {
    const [usedSide, kind] = key.split('-') as [Side, EdgeKind];
    if (usedSide !== side) continue;
    while ((counts.get(kind) ?? 0) < count) add({ kind, max: 0, required: false });
  }
  return out;
}
