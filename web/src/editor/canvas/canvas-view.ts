import type { WorkflowDocument } from '@orchestrator/workflow';
import type { useReactFlow } from '@xyflow/react';
import { boxOf } from '../document/groups.ts';
import type { Point } from '../document/nodes.ts';
import { type Box, bounds, type SizeOf } from '../document/place.ts';
import { wholeView } from './whole-view.ts';

const VIEW_MS = 140;
/** Room around what is brought into view, in pixels of the screen; below it are the bars. */
const MARGIN = 24;
/** Behind a node is its `+`. */
const MARGIN_BEHIND = 56;
const MARGIN_BELOW = 88;
/** On a phone what opens the selected node lies above the bar. */
const MARGIN_BELOW_PHONE = 136;
const PHONE = 640;

const pane = () => document.querySelector('.react-flow')?.getBoundingClientRect();

/** What a person sees of a canvas: which part, and how near. Points are the canvas' own unless said otherwise. */
export class CanvasView {
  constructor(
    private readonly flow: ReturnType<typeof useReactFlow>,
    private readonly current: () => WorkflowDocument,
    private readonly sizeOf: SizeOf,
    private readonly hasMap: () => boolean,
  ) {}

  /** The box of a node, note or group, by id. */
  boxOf(id: string): Box | undefined {
    return boxOf(this.current(), this.sizeOf, id);
  }

  /** Brings nodes, notes and groups into view where they are not: by the shortest way, and as near as it is. */
  show(ids: Iterable<string>): void {
    const box = bounds([...ids].flatMap((id) => this.boxOf(id) ?? []));
    const seen = pane();
    if (!box || !seen) return;
    const { x, y, zoom } = this.flow.getViewport();
    const dx = into(box.x * zoom + x, box.width * zoom, seen.width, MARGIN, MARGIN_BEHIND);
    const dy = into(
      box.y * zoom + y,
      box.height * zoom,
      seen.height,
      MARGIN,
      seen.width < PHONE ? MARGIN_BELOW_PHONE : MARGIN_BELOW,
    );
    if (dx === 0 && dy === 0) return;
    void this.flow.setViewport({ x: x + dx, y: y + dy, zoom }, { duration: VIEW_MS });
  }

  /** Shows all of it. @param duration of the movement, in milliseconds */
  fit(duration = VIEW_MS): void {
    const seen = pane();
    const view = seen && wholeView(this.current(), this.sizeOf, seen, this.hasMap());
    if (view) void this.flow.setViewport(view, { duration });
  }

  zoomFull(): void {
    void this.flow.zoomTo(1, { duration: VIEW_MS });
  }

  /** Puts a point into the middle of what is seen, at once. */
  center([x, y]: Point): void {
    const seen = pane();
    if (!seen) return;
    const { zoom } = this.flow.getViewport();
    void this.flow.setViewport({ x: seen.width / 2 - x * zoom, y: seen.height / 2 - y * zoom, zoom });
  }

  /** The middle of what is seen. */
  middle(): Point {
    const seen = pane();
    return seen ? this.at(seen.left + seen.width / 2, seen.top + seen.height / 2) : [0, 0];
  }

  /** The point under a place of the screen. */
  at(clientX: number, clientY: number): Point {
    const { x, y } = this.flow.screenToFlowPosition({ x: clientX, y: clientY }, { snapToGrid: false });
    return [x, y];
  }
}

/** How far a stretch has to be pushed to lie within another; what is too long for it begins where it begins. */
function into(start: number, length: number, whole: number, before: number, after: number): number {
  if (start < before || length > whole - before - after) return before - start;
  return Math.min(0, whole - after - (start + length));
}
