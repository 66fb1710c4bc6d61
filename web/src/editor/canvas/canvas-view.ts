import type { WorkflowDocument } from '@orchestrator/workflow';
import type { useReactFlow } from '@xyflow/react';
import { boxOf } from '../document/groups.ts';
import type { Point } from '../document/nodes.ts';
import { type Box, bounds, type SizeOf } from '../document/place.ts';
import { wholeView } from './whole-view.ts';

const VIEW_MS = 140;
/** Room around what is brought into view, in pixels of the screen. */
const VIEW_MARGIN = 80;

const pane = () => document.querySelector('.react-flow')?.getBoundingClientRect();

/** What a person sees of a canvas: which part, and how near. Points are the canvas' own unless said otherwise. */
export class CanvasView {
  constructor(
    private readonly flow: ReturnType<typeof useReactFlow>,
    private readonly current: () => WorkflowDocument,
    private readonly sizeOf: SizeOf,
  ) {}

  /** The box of a node, note or group, by id. */
  boxOf(id: string): Box | undefined {
    return boxOf(this.current(), this.sizeOf, id);
  }

  /** Brings nodes, notes and groups into view when they are not, without changing how near it is. */
  show(ids: Iterable<string>): void {
    const box = bounds([...ids].flatMap((id) => this.boxOf(id) ?? []));
    const seen = pane();
    if (!box || !seen) return;
    const { x, y, zoom } = this.flow.getViewport();
    const left = box.x * zoom + x;
    const top = box.y * zoom + y;
    const inside =
      left >= 0 &&
      top >= 0 &&
      left + box.width * zoom <= seen.width &&
      top + box.height * zoom <= seen.height - VIEW_MARGIN / 2;
    if (inside) return;
    void this.flow.setCenter(box.x + box.width / 2, box.y + box.height / 2, { zoom, duration: VIEW_MS });
  }

  /** Shows all of it. @param duration of the movement, in milliseconds */
  fit(duration = VIEW_MS): void {
    const seen = pane();
    const view = seen && wholeView(this.current(), this.sizeOf, seen);
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
