import type { WorkflowDocument } from '@orchestrator/workflow';
import { portOf } from '../../document/edges.ts';
import { frameMargins } from '../../document/groups.ts';
import { move, onGrid, type Point } from '../../document/nodes.ts';
import { patchNote } from '../../document/notes.ts';
import { type Box, bounds, type SizeOf } from '../../document/place.ts';
import type { FramedTask } from './framed-layout.ts';
import type { Places } from './layout.ts';
import { boxOfNote, type NotesOf, notesOf } from './notes-of.ts';

/** A node with the notes beside it, as one box: where the node is in it. */
interface Padded {
  width: number;
  height: number;
  dx: number;
  dy: number;
}

/** What is to be laid out, and how its result becomes a document. */
export interface Plan {
  task: FramedTask;
  take(places: Places): WorkflowDocument;
}

/** Free between a note that explains nothing and the nodes that would have come to lie on it. */
const CLEAR = 32;

/**
 * Plans a layout of a document's nodes, or of those that are named. Groups hold together; notes go with what they explain:
 * those on which nodes lie stay around them, those beside a node stay beside it.
 */
export function planLayout(document: WorkflowDocument, sizeOf: SizeOf, only?: ReadonlySet<string>): Plan | undefined {
  const nodes = document.nodes.filter(({ id }) => !only || only.has(id));
  if (nodes.length === 0) return undefined;
  const all = new Map(document.nodes.map(({ id, position: [x, y] }) => [id, { x, y, ...sizeOf(id) }]));
  const boxes = new Map(nodes.flatMap(({ id }) => [[id, all.get(id) as Box] as const]));
  const notes = notesOf(document, all);
  const padded = new Map([...boxes].map(([id, box]) => [id, withNotes(document, id, box, notes)]));
  const wholly = (ids: readonly string[]) => ids.length > 0 && ids.every((id) => boxes.has(id));
  const frames = [
    ...[...notes.around.values()].filter((frame) => wholly(frame.nodes)),
    ...(document.groups ?? [])
      .filter((group) => wholly(group.nodes))
      .map((group) => ({ nodes: group.nodes, ...frameMargins })),
  ];
  const task: FramedTask = {
    nodes: [...padded].map(([id, { width, height }]) => ({ id, width, height, y: boxes.get(id)?.y ?? 0 })),
    edges: document.edges.map(({ kind, from, to }) => ({
      from: from.node,
      to: to.node,
      port: portOf(from),
      supply: kind !== 'main',
    })),
    frames,
  };
  const take = (places: Places) => {
    const corner = bounds([...boxes.values()]) ?? { x: 0, y: 0 };
    const inBox = places.map(
      ([id, x, y]) => [id, x + (padded.get(id)?.dx ?? 0), y + (padded.get(id)?.dy ?? 0)] as const,
    );
    const left = Math.min(...inBox.map(([, x]) => x));
    const top = Math.min(...inBox.map(([, , y]) => y));
    const to = new Map(
      inBox.map(([id, x, y]): [string, Point] => [id, [onGrid(corner.x + x - left), onGrid(corner.y + y - top)]]),
    );
    return withNotesMoved(move(document, to), to, notes, sizeOf);
  };
  return { task, take };
}

/** The box of a node together with the notes beside it. */
function withNotes(document: WorkflowDocument, id: string, box: Box, { beside }: NotesOf): Padded {
  const own = (document.notes ?? []).filter((note) => beside.get(note.id)?.node === id).map(boxOfNote);
  const whole = bounds([box, ...own]) ?? box;
  return { width: whole.width, height: whole.height, dx: box.x - whole.x, dy: box.y - whole.y };
}

function withNotesMoved(
  document: WorkflowDocument,
  to: ReadonlyMap<string, Point>,
  { around, beside }: NotesOf,
  sizeOf: SizeOf,
): WorkflowDocument {
  const boxes = new Map(document.nodes.map(({ id, position: [x, y] }) => [id, { x, y, ...sizeOf(id) }]));
  let next = document;
  for (const note of document.notes ?? []) {
    const frame = around.get(note.id);
    const at = beside.get(note.id);
    if (frame?.nodes.some((id) => to.has(id))) {
      const inner = bounds(frame.nodes.flatMap((id) => boxes.get(id) ?? []));
      if (!inner) continue;
      const { left, top, right, bottom } = frame;
      next = patchNote(next, note.id, {
        position: [onGrid(inner.x - left), onGrid(inner.y - top)],
        size: [onGrid(inner.width + left + right), onGrid(inner.height + top + bottom)],
      });
    } else if (at && to.has(at.node)) {
      const node = boxes.get(at.node);
      if (node) next = patchNote(next, note.id, { position: [node.x + at.dx, node.y + at.dy] });
    } else if (!frame && !at) {
      next = outOfTheWay(next, note.id, [...boxes.values()]);
    }
  }
  return next;
}

/** A note that explains no node goes above all of them, when nodes have come to lie on it. */
function outOfTheWay(document: WorkflowDocument, id: string, boxes: readonly Box[]): WorkflowDocument {
  const note = document.notes?.find((each) => each.id === id);
  const whole = bounds(boxes);
  if (!note || !whole) return document;
  const [x, y] = note.position;
  const [width, height] = note.size;
  const isUnder = (box: Box) =>
    box.x < x + width && x < box.x + box.width && box.y < y + height && y < box.y + box.height;
  if (!boxes.some(isUnder)) return document;
  return patchNote(document, id, { position: [x, onGrid(whole.y - height - CLEAR)] });
}
