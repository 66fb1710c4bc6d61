import { useStoreApi } from '@xyflow/react';
import { type RefObject, useEffect, useRef } from 'react';
import { findNode } from '../../document/lookup.ts';
import type { Box } from '../../document/place.ts';
import { useEditorStore } from '../../editor-store.ts';
import { useLooksStore } from '../../node-types/looks.ts';
import { useRunStore } from '../../run/run-store.ts';
import { useCanvasUiStore } from '../canvas-ui.ts';
import type { FlowModel } from '../flow-model.ts';
import { drawFar } from './far-drawing.ts';

/**
 * A large workflow seen from afar: one picture instead of a thousand elements. It is drawn again, at most once a frame,
 * when the view or the stores change, without React.
 */
export function FarLayer({
  model,
  redraw,
  band,
}: {
  model: FlowModel;
  redraw: RefObject<() => void>;
  /** What is spanned to choose all in it. */
  band: RefObject<Box | undefined>;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const flow = useStoreApi();
  const editor = useEditorStore();
  const looks = useLooksStore();
  const runs = useRunStore();
  const ui = useCanvasUiStore();
  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context) return;
    let frame = 0;
    const draw = () => {
      frame = 0;
      const {
        transform: [x, y, zoom],
        width,
        height,
      } = flow.getState();
      const ratio = window.devicePixelRatio;
      if (element.width !== Math.round(width * ratio) || element.height !== Math.round(height * ratio)) {
        element.width = Math.round(width * ratio);
        element.height = Math.round(height * ratio);
      }
      const { document } = editor.getState();
      const { types } = looks.getState();
      drawFar(
        context,
        {
          nodes: model.nodes,
          edges: model.edges,
          find: (id) => model.find(id),
          nameOf: (id) => findNode(document, id)?.name ?? '',
          isPinned: (id) => document.pins?.[id] !== undefined,
          groupOf: (id) => {
            const node = findNode(document, id);
            return node && types?.find(node.type, node.version)?.group;
          },
          shown: runs.getState().shown,
          dropEdge: ui.getState().dropEdge,
          band: band.current,
        },
        { x, y, zoom, width, height, ratio },
      );
    };
    const schedule = () => {
      frame ||= requestAnimationFrame(draw);
    };
    redraw.current = schedule;
    draw();
    const stops = [
      flow.subscribe(schedule),
      editor.subscribe(schedule),
      looks.subscribe(schedule),
      runs.subscribe(schedule),
    ];
    const theme = new MutationObserver(schedule);
    theme.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    return () => {
      cancelAnimationFrame(frame);
      redraw.current = () => {};
      theme.disconnect();
      for (const stop of stops) stop();
    };
  }, [flow, editor, looks, runs, ui, model, redraw, band]);
  return <canvas ref={canvas} className="pointer-events-none absolute inset-0 z-[1] h-full w-full" />;
}
