import type { WorkflowDocument } from '@orchestrator/workflow';
import { move, onGrid, type Point } from './nodes.ts';
import type { SizeOf } from './place.ts';

export type Alignment = 'left' | 'center' | 'right' | 'top' | 'middle' | 'bottom';

/** Puts nodes in one line, at the edge or the middle of all of them. */
export function align(
  document: WorkflowDocument,
  ids: ReadonlySet<string>,
  sizeOf: SizeOf,
  alignment: Alignment,
): WorkflowDocument {
  const boxes = chosen(document, ids, sizeOf);
  if (boxes.length < 2) return document;
  const isColumn = alignment === 'left' || alignment === 'center' || alignment === 'right';
  const axis = isColumn ? 0 : 1;
  const low = Math.min(...boxes.map(({ at }) => at[axis]));
  const high = Math.max(...boxes.map(({ at, size }) => at[axis] + size[axis]));
  const place = (size: number) => {
    if (alignment === 'left' || alignment === 'top') return low;
    if (alignment === 'right' || alignment === 'bottom') return high - size;
    return (low + high - size) / 2;
  };
  return move(
    document,
    new Map(
      boxes.map(({ id, at, size }) => {
        const value = onGrid(place(size[axis]));
        return [id, isColumn ? [value, at[1]] : [at[0], value]];
      }),
    ),
  );
}

/** Spreads nodes so that the gaps between them are alike; the outer two stay where they are. */
export function distribute(
  document: WorkflowDocument,
  ids: ReadonlySet<string>,
  sizeOf: SizeOf,
  direction: 'across' | 'down',
): WorkflowDocument {
  const axis = direction === 'across' ? 0 : 1;
  const boxes = chosen(document, ids, sizeOf).sort((one, other) => one.at[axis] - other.at[axis]);
  const first = boxes[0];
  const last = boxes.at(-1);
  if (boxes.length < 3 || !first || !last) return document;
  const room = last.at[axis] + last.size[axis] - first.at[axis];
  const gap = (room - boxes.reduce((sum, { size }) => sum + size[axis], 0)) / (boxes.length - 1);
  const places = new Map<string, Point>();
  let next = first.at[axis];
  for (const { id, at, size } of boxes) {
    const isOuter = id === first.id || id === last.id;
    const value = isOuter ? at[axis] : onGrid(next);
    places.set(id, axis === 0 ? [value, at[1]] : [at[0], value]);
    next += size[axis] + gap;
  }
  return move(document, places);
}

function chosen(document: WorkflowDocument, ids: ReadonlySet<string>, sizeOf: SizeOf) {
  return document.nodes
    .filter(({ id }) => ids.has(id))
    .map(({ id, position }) => {
      const { width, height } = sizeOf(id);
      return { id, at: position as Point, size: [width, height] as Point };
    });
}
