import type { WorkflowDocument } from '@orchestrator/workflow';
import { getViewportForBounds, type Viewport } from '@xyflow/react';
import { wholeBox } from '../document/groups.ts';
import { findNode } from '../document/lookup.ts';
import type { SizeOf } from '../document/place.ts';
import { firstOf } from '../document/walk.ts';

/** Further away nothing can be told apart. */
export const MIN_ZOOM = 0.05;
/** Part of the pane that is left free around the workflow. */
const PADDING = 0.12;
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
): Viewport | undefined {
  const box = wholeBox(document, sizeOf);
  if (!box) return undefined;
  const whole = getViewportForBounds(box, pane.width, pane.height, MIN_ZOOM, 1, PADDING);
  const first = findNode(document, firstOf(document) ?? '');
  if (pane.width >= NARROW || whole.zoom >= READABLE_ZOOM || !first) return whole;
  const [x, y] = first.position;
  return {
    x: NARROW_MARGIN - x * READABLE_ZOOM,
    y: pane.height / 2 - (y + sizeOf(first.id).height / 2) * READABLE_ZOOM,
    zoom: READABLE_ZOOM,
  };
}
