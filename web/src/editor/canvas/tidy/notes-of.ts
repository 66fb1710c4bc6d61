import type { StickyNote, WorkflowDocument } from '@orchestrator/workflow';
import { type Box, bounds } from '../../document/place.ts';
import type { Frame } from './framed-layout.ts';

/** A note further from every node explains none: it stays where it is. */
const NEAR = 160;
/** More room around nodes is not kept: a note may be far larger than what it is about. */
const MOST_MARGIN = 480;
const LEAST_MARGIN = 16;

/** What the notes of a workflow are about, by where they lie. */
export interface NotesOf {
  /** Notes on which nodes lie, by id: those nodes, and how far the note goes beyond them. */
  around: ReadonlyMap<string, Frame>;
  /** Notes beside a node, by id: that node, and where the note is from its corner. */
  beside: ReadonlyMap<string, { node: string; dx: number; dy: number }>;
}

export function notesOf({ notes = [] }: Pick<WorkflowDocument, 'notes'>, boxes: ReadonlyMap<string, Box>): NotesOf {
  const around = new Map<string, Frame>();
  const beside = new Map<string, { node: string; dx: number; dy: number }>();
  for (const note of notes) {
    const box = boxOfNote(note);
    const on = [...boxes].filter(([, node]) => holds(box, node));
    if (on.length > 0) {
      around.set(note.id, frameAround(box, on));
      continue;
    }
    const nearest = [...boxes]
      .map(([id, node]) => ({ id, node, far: distance(box, node) }))
      .toSorted((one, other) => one.far - other.far)[0];
    if (nearest && nearest.far <= NEAR) {
      beside.set(note.id, { node: nearest.id, dx: box.x - nearest.node.x, dy: box.y - nearest.node.y });
    }
  }
  return { around, beside };
}

export const boxOfNote = ({ position: [x, y], size: [width, height] }: StickyNote): Box => ({ x, y, width, height });

/** Whether the middle of a node lies on a note. */
function holds(note: Box, node: Box): boolean {
  const x = node.x + node.width / 2;
  const y = node.y + node.height / 2;
  return x >= note.x && x <= note.x + note.width && y >= note.y && y <= note.y + note.height;
}

function frameAround(note: Box, on: readonly [string, Box][]): Frame {
  const inner = bounds(on.map(([, box]) => box)) ?? note;
  const margin = (room: number) => Math.min(MOST_MARGIN, Math.max(LEAST_MARGIN, room));
  return {
    nodes: on.map(([id]) => id),
    left: margin(inner.x - note.x),
    top: margin(inner.y - note.y),
    right: margin(note.x + note.width - inner.x - inner.width),
    bottom: margin(note.y + note.height - inner.y - inner.height),
  };
}

/** Between the nearest edges of two boxes; nothing when they touch. */
function distance(one: Box, other: Box): number {
  const across = Math.max(0, one.x - other.x - other.width, other.x - one.x - one.width);
  const down = Math.max(0, one.y - other.y - other.height, other.y - one.y - one.height);
  return Math.hypot(across, down);
}
