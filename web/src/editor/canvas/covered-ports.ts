import type { WorkflowNode } from '@orchestrator/workflow';
import type { Port } from './geometry.ts';

/** Where the `+` of an open output is drawn: this far from its port, and this large. */
const AWAY = 12;
const SIZE = 20;
/** Pixels that a letter of a port's name takes, about, and how long a name is drawn at most. */
const LETTER = 6;
const LONGEST_NAME = 112;
/** Of a card, at least (geometry.ts). */
const CARD = { width: 184, height: 56 };

/** Cells that nodes are looked up by: a card lies in one of them by its corner. */
const CELL = { width: 256, height: 128 };

interface Places {
  byId: ReadonlyMap<string, WorkflowNode>;
  /** The nodes of a cell. */
  cells: ReadonlyMap<string, readonly WorkflowNode[]>;
}
const byNodes = new WeakMap<readonly WorkflowNode[], Places>();
const cellOf = (column: number, row: number) => `${column} ${row}`;
const columnOf = (x: number) => Math.floor(x / CELL.width);
const rowOf = (y: number) => Math.floor(y / CELL.height);

/** Where the nodes of a list lie; made once for all cards that ask, as the list is never changed in place. */
function placesOf(nodes: readonly WorkflowNode[]): Places {
  let places = byNodes.get(nodes);
  if (!places) {
    const cells = Map.groupBy(nodes, ({ position: [x, y] }) => cellOf(columnOf(x), rowOf(y)));
    places = { byId: new Map(nodes.map((node) => [node.id, node])), cells };
    byNodes.set(nodes, places);
  }
  return places;
}

/**
 * The ids of a node's outputs whose `+` would lie under another node, as one text ("out-main-0 "), so that it can be
 * compared. It looks at what lies around the node alone: every card in view asks, at each change.
 */
export function coveredPorts(nodes: readonly WorkflowNode[], id: string, ports: readonly Port[]): string {
  const { byId, cells } = placesOf(nodes);
  const own = byId.get(id);
  if (!own) return '';
  let covered = '';
  for (const port of ports) {
    if (port.place !== 'right') continue;
    const left = own.position[0] + port.x + AWAY;
    const right = left + SIZE + (port.name ? Math.min(LONGEST_NAME, port.name.length * LETTER) + 6 : 0);
    const top = own.position[1] + port.y - SIZE / 2;
    const bottom = top + SIZE;
    const isUnder = ({ id: other, position: [x, y] }: WorkflowNode) =>
      other !== id && x < right && left < x + CARD.width && y < bottom && top < y + CARD.height;
    // A card that reaches into the box begins at most its own size before it.
    const hasOne = (column: number, row: number) => cells.get(cellOf(column, row))?.some(isUnder) ?? false;
    if (inRange(columnOf(left - CARD.width), columnOf(right), rowOf(top - CARD.height), rowOf(bottom), hasOne)) {
      covered += `${port.id} `;
    }
  }
  return covered;
}

function inRange(
  left: number,
  right: number,
  top: number,
  bottom: number,
  has: (column: number, row: number) => boolean,
): boolean {
  for (let column = left; column <= right; column++) {
    for (let row = top; row <= bottom; row++) if (has(column, row)) return true;
  }
  return false;
}
