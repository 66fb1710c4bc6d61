import type { WorkflowDocument } from '@orchestrator/workflow';
import { GRID, onGrid, type Point } from './nodes.ts';

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Between two nodes that follow each other, and between rows. */
export const GAP_X = 56;
/** Rows that are tried below a wished place; further down would be out of sight. */
const ROWS_TRIED = 60;

/** The size of a node, by id. */
export type SizeOf = (id: string) => { width: number; height: number };

const boxesOf = (document: WorkflowDocument, sizeOf: SizeOf): Box[] => [
  ...document.nodes.map(({ id, position: [x, y] }) => ({ x, y, ...sizeOf(id) })),
];

/** The place nearest below a wished one where a box of that size covers no node. */
export function freePlace(
  document: WorkflowDocument,
  sizeOf: SizeOf,
  [x, y]: Point,
  size: { width: number; height: number },
): Point {
  const boxes = boxesOf(document, sizeOf);
  const clear = (top: number) =>
    boxes.every(
      (box) =>
        x + size.width + GRID <= box.x ||
        box.x + box.width + GRID <= x ||
        top + size.height + GRID <= box.y ||
        box.y + box.height + GRID <= top,
    );
  let top = y;
  for (let row = 0; row < ROWS_TRIED && !clear(top); row++) top += GRID * 2;
  return [onGrid(x), onGrid(top)];
}

/** The box around all of them; nothing when there are none. */
export function bounds(boxes: readonly Box[]): Box | undefined {
  if (boxes.length === 0) return undefined;
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  };
}
