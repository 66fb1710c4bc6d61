import { useReactFlow } from '@xyflow/react';
import { type RefObject, useMemo } from 'react';
import { TITLE_HEIGHT, withoutParts } from '../../document/groups.ts';
import { move, onGrid, type Point } from '../../document/nodes.ts';
import { useEditorStore } from '../../editor-store.ts';
import type { Commands } from '../commands.ts';
import type { CanvasNode, FlowModel } from '../flow-model.ts';
import { titleTop } from './far-drawing.ts';

/** Pixels of the screen after which a press is a drag. */
const DRAG_FROM = 3;

/** What the pointer does to nodes that are only drawn: choosing, dragging, opening. On empty ground it is React Flow's. */
export function useFarPointer(model: FlowModel, far: boolean, redraw: RefObject<() => void>, commands: Commands) {
  const flow = useReactFlow();
  const editor = useEditorStore();
  return useMemo(() => {
    const hit = (event: { clientX: number; clientY: number }): CanvasNode | undefined => {
      const { x, y } = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY }, { snapToGrid: false });
      const { zoom } = flow.getViewport();
      return model.nodes.findLast((node) => {
        const { position, width = 0, height = 0 } = node;
        if (x < position.x || x > position.x + width) return false;
        // A group is hit by its name alone.
        if (node.type === 'group') return y >= titleTop(node, zoom) && y <= position.y + TITLE_HEIGHT;
        return y >= position.y && y <= position.y + height;
      });
    };
    const press = (event: React.PointerEvent) => {
      const node = event.button === 0 && event.pointerType !== 'touch' ? hit(event) : undefined;
      if (!node) return;
      event.stopPropagation();
      const { document, selection, select, readOnly } = editor.getState();
      if (event.ctrlKey || event.metaKey || event.shiftKey) {
        if (node.type === 'group') return commands.grouping.toggle(node.id);
        const next = new Set(selection);
        if (!next.delete(node.id)) next.add(node.id);
        select(withoutParts(document, next));
        return;
      }
      if (!selection.has(node.id)) commands.select([node.id]);
      if (!readOnly) drag(event);
    };
    const drag = (start: React.PointerEvent) => {
      const { zoom } = flow.getViewport();
      const moving = model.nodes.filter(({ id }) => editor.getState().selection.has(id));
      const from = new Map(moving.map(({ id, position }) => [id, position]));
      let places: Map<string, Point> | undefined;
      let frame = 0;
      const follow = (event: PointerEvent) => {
        const dx = event.clientX - start.clientX;
        const dy = event.clientY - start.clientY;
        if (!places && Math.hypot(dx, dy) < DRAG_FROM) return;
        places = new Map([...from].map(([id, { x, y }]) => [id, [onGrid(x + dx / zoom), onGrid(y + dy / zoom)]]));
        // A mouse tells of more places than there are frames.
        frame ||= requestAnimationFrame(() => {
          frame = 0;
          model.drag(
            model.nodes.map((node) => {
              const place = places?.get(node.id);
              return place ? ({ ...node, position: { x: place[0], y: place[1] } } as CanvasNode) : node;
            }),
          );
          redraw.current();
        });
      };
      const end = () => {
        cancelAnimationFrame(frame);
        window.removeEventListener('pointermove', follow);
        window.removeEventListener('pointerup', end);
        const done = places;
        if (done) editor.getState().change((document) => move(document, done));
      };
      window.addEventListener('pointermove', follow);
      window.addEventListener('pointerup', end);
    };
    if (!far) return { hit: () => undefined, handlers: {} };
    return {
      hit,
      handlers: {
        onPointerDownCapture: press,
        // React Flow pans by the mouse's own events.
        onMouseDownCapture: (event: React.MouseEvent) => {
          if (event.button === 0 && hit(event)) event.stopPropagation();
        },
        onClickCapture: (event: React.MouseEvent) => {
          if (hit(event)) event.stopPropagation();
        },
        onDoubleClickCapture: (event: React.MouseEvent) => {
          const node = hit(event);
          if (node?.type === 'card') editor.getState().openNode(node.id);
        },
      },
    };
  }, [flow, editor, model, far, redraw, commands]);
}
