import type { WorkflowDocument } from '@orchestrator/workflow';
import { getViewportForBounds, type Viewport } from '@xyflow/react';
import { wholeBox } from '../document/groups.ts';
import { findNode } from '../document/lookup.ts';
import type { SizeOf } from '../document/place.ts';
import { firstOf } from '../document/walk.ts';

/** Further away nothing can be told apart. */
export const MIN_ZOOM = 0.05;
/** What is left free around the workflow, for what lies over the canvas: in pixels, but no more than a part of the pane. */
const AROUND = { top: 56, right: 72, bottom: 96, left: 72 };
/** Below it, where the map is shown in the corner. */
const ABOVE_MAP = 152;
const MOST_PART = 0.22;
/** A pane as narrow as a phone's, in pixels. */
const NARROW = 640;
/** From here on names of nodes can be read. */
const READABLE_ZOOM = 0.75;
const NARROW_MARGIN = 20;

/**
 * How a workflow is seen as a whole. In a narrow pane it stays near enough to be read, from where it begins: the rest is
 * a push of the thumb away.
 */
export function wholeView(
  document: WorkflowDocument,
  sizeOf: SizeOf,
  pane: { width: number; height: number },
  withMap = false,
): Viewport | undefined {
  const box = wholeBox(document, sizeOf);
  if (!box) return undefined;
  const across = (free: number): `${number}px` => `${Math.min(free, pane.width * MOST_PART)}px`;
  const down = (free: number): `${number}px` => `${Math.min(free, pane.height * MOST_PART)}px`;
  const whole = getViewportForBounds(box, pane.width, pane.height, MIN_ZOOM, 1, {
    top: down(AROUND.top),
    right: across(AROUND.right),
    bottom: down(withMap ? ABOVE_MAP : AROUND.bottom),
    left: across(AROUND.left),
  });
  const first = findNode(document, firstOf(document) ?? '');
  if (pane.width >= NARROW || whole.zoom >= READABLE_ZOOM || !first) return whole;
  const [x, y] = first.position;
  return {
    x: NARROW_MARGIN - x * READABLE_ZOOM,
    y: pane.height / 2 - (y + sizeOf(first.id).height / 2) * READABLE_ZOOM,
    zoom: READABLE_ZOOM,
  };
}
