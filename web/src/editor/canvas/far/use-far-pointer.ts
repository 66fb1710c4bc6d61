import { useReactFlow } from '@xyflow/react';
import { type RefObject, useMemo, useRef } from 'react';
import { TITLE_HEIGHT, withoutParts } from '../../document/groups.ts';
import { move, onGrid, type Point } from '../../document/nodes.ts';
import type { Box } from '../../document/place.ts';
import { useEditorStore } from '../../editor-store.ts';
import type { Commands } from '../commands.ts';
import type { DropOnEdge } from '../drop-on-edge.ts';
import type { CanvasNode, FlowModel } from '../flow-model.ts';
import { followPointer } from '../follow-pointer.ts';
import { titleTop } from './far-drawing.ts';

/** Pixels of the screen after which a press is a drag. */
const DRAG_FROM = 3;

/** What the pointer does to nodes that are only drawn: choosing one or several, dragging, opening. On empty ground it is React Flow's. */
export function useFarPointer(
  model: FlowModel,
  far: boolean,
  redraw: RefObject<() => void>,
  commands: Commands,
  dropOnEdge: DropOnEdge,
) {
  const flow = useReactFlow();
  const editor = useEditorStore();
  /** What is spanned to choose all in it, on the canvas. */
  const band = useRef<Box>(undefined);
  return useMemo(() => {
    const hit = (event: { clientX: number; clientY: number }): CanvasNode | undefined => {
      const [x, y] = commands.view.at(event.clientX, event.clientY);
      const { zoom } = flow.getViewport();
      return model.nodes.findLast((node) => {
        const { position, width = 0, height = 0 } = node;
        if (x < position.x || x > position.x + width) return false;
        // A group is hit by its name alone.
        if (node.type === 'frame') return y >= titleTop(node, zoom) && y <= position.y + TITLE_HEIGHT;
        return y >= position.y && y <= position.y + height;
      });
    };
    const press = (event: React.PointerEvent) => {
      if (event.button !== 0 || event.pointerType === 'touch') return;
      const node = hit(event);
      if (!node && !(event.shiftKey && isOnCanvas(event.target))) return;
      event.stopPropagation();
      const { document, selection, select, readOnly } = editor.getState();
      if (!node) return span(event);
      if (event.ctrlKey || event.metaKey || event.shiftKey) {
        if (node.type === 'frame') return commands.grouping.toggle(node.id);
        const next = new Set(selection);
        if (!next.delete(node.id)) next.add(node.id);
        select(withoutParts(document, next));
        return;
      }
      if (!selection.has(node.id)) commands.select([node.id]);
      if (!readOnly) drag(event);
    };
    const span = (start: React.PointerEvent) => {
      const [x, y] = commands.view.at(start.clientX, start.clientY);
      const before = start.ctrlKey || start.metaKey ? editor.getState().selection : [];
      followPointer({
        move: (event) => {
          const [ox, oy] = commands.view.at(event.clientX, event.clientY);
          const box = { x: Math.min(x, ox), y: Math.min(y, oy), width: Math.abs(ox - x), height: Math.abs(oy - y) };
          band.current = box;
          const inside = model.nodes.filter((node) => node.type !== 'frame' && touches(node, box));
          editor.getState().select([...before, ...inside.map(({ id }) => id)]);
          redraw.current();
        },
        end: () => {
          band.current = undefined;
          redraw.current();
          commands.say(commands.sentenceOfSelection());
        },
      });
    };
    const drag = (start: React.PointerEvent) => {
      const { zoom } = flow.getViewport();
      const moving = model.nodes.filter(({ id }) => editor.getState().selection.has(id));
      const from = new Map(moving.map(({ id, position }) => [id, position]));
      let places: Map<string, Point> | undefined;
      followPointer({
        move: (event) => {
          const dx = event.clientX - start.clientX;
          const dy = event.clientY - start.clientY;
          if (!places && Math.hypot(dx, dy) < DRAG_FROM) return;
          places = new Map([...from].map(([id, { x, y }]) => [id, [onGrid(x + dx / zoom), onGrid(y + dy / zoom)]]));
          dropOnEdge.follow(places);
          model.drag(
            model.nodes.map((node) => {
              const place = places?.get(node.id);
              return place ? ({ ...node, position: { x: place[0], y: place[1] } } as CanvasNode) : node;
            }),
          );
          redraw.current();
        },
        end: () => {
          const done = places;
          const into = dropOnEdge.take();
          if (!done) return;
          editor.getState().change((document) => {
            const moved = move(document, done);
            return into ? into(moved) : moved;
          });
        },
      });
    };
    if (!far) return { hit: () => undefined, handlers: {}, band };
    return {
      hit,
      band,
      handlers: {
        onPointerDownCapture: press,
        // React Flow pans by the mouse's own events.
        onMouseDownCapture: (event: React.MouseEvent) => {
          if (event.button === 0 && (event.shiftKey || hit(event))) event.stopPropagation();
        },
        onClickCapture: (event: React.MouseEvent) => {
          if (event.shiftKey || hit(event)) event.stopPropagation();
        },
        onDoubleClickCapture: (event: React.MouseEvent) => {
          const node = hit(event);
          if (node?.type === 'card') editor.getState().openNode(node.id);
          if (node?.type === 'frame') commands.select([node.id], { show: true });
        },
      },
    };
  }, [flow, editor, model, far, redraw, commands, dropOnEdge]);
}

const isOnCanvas = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('.react-flow__pane') !== null;

const touches = ({ position, width = 0, height = 0 }: CanvasNode, box: Box): boolean =>
  position.x <= box.x + box.width &&
  position.x + width >= box.x &&
  position.y <= box.y + box.height &&
  position.y + height >= box.y;
