import { useStoreApi } from '@xyflow/react';
import { type RefObject, useEffect, useRef } from 'react';
import { useTexts } from '../../../texts/texts.ts';
import { boxOf, wholeBox } from '../../document/groups.ts';
import { useEditor, useEditorStore } from '../../editor-store.ts';
import { useLooksStore } from '../../node-types/looks.ts';
import { useRun, useRunStore } from '../../run/run-store.ts';
import { useCanvasUi } from '../canvas-ui.ts';
import { type Commands, useCommands } from '../commands.ts';
import { followPointer } from '../follow-pointer.ts';
import { stateOf } from '../node-state.ts';
import { themeColours, typeToken } from '../theme-colours.ts';
import { type Dot, drawMap, type MapScale, mapScale, seenOnMap } from './minimap-drawing.ts';

const SIZE = { width: 200, height: 120 };

/** The workflow in small, with the part that is seen. A click or a drag on it goes there. Not on phones. */
export function Minimap() {
  const shown = useCanvasUi(({ minimap }) => minimap);
  const empty = useEditor(({ document }) => document.nodes.length === 0);
  return shown && !empty ? <WorkflowMap /> : null;
}

function WorkflowMap() {
  const { canvas } = useTexts();
  const commands = useCommands();
  const map = useRef<HTMLCanvasElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const scale = useRef<MapScale>(undefined);
  useMapDrawing(commands, map, frame, scale);
  const nodes = useEditor(({ document }) => document.nodes);
  const failed = useRun(
    ({ shown }) => nodes.filter(({ name }) => stateOf(shown?.nodes[name] ?? []) === 'error').length,
  );
  const goTo = ({ clientX, clientY }: { clientX: number; clientY: number }) => {
    const box = map.current?.getBoundingClientRect();
    const at = scale.current;
    if (!box || !at) return;
    commands.view.center([(clientX - box.left - at.x) / at.scale, (clientY - box.top - at.y) / at.scale]);
  };
  return (
    <div
      role="img"
      aria-label={canvas.minimapSays(nodes.length, failed)}
      data-minimap
      style={SIZE}
      className="absolute end-3.5 bottom-3.5 box-content @max-[70rem]:bottom-20 cursor-pointer touch-none overflow-hidden rounded-card border border-line-strong bg-surface shadow-card max-phone:hidden"
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.preventDefault();
        goTo(event);
        followPointer({ move: goTo, end: () => {} });
      }}
    >
      <canvas ref={map} className="h-full w-full" />
      <div
        ref={frame}
        className="pointer-events-none absolute start-0 top-0 rounded-sm border-2 border-accent bg-accent/10"
      />
    </div>
  );
}

/**
 * Draws the map anew when the workflow or its run changes, at most once a frame. While the view moves, the frame around
 * what is seen alone moves: the picture stays.
 */
function useMapDrawing(
  commands: Commands,
  map: RefObject<HTMLCanvasElement | null>,
  frame: RefObject<HTMLDivElement | null>,
  scale: RefObject<MapScale | undefined>,
): void {
  const flow = useStoreApi();
  const editor = useEditorStore();
  const looks = useLooksStore();
  const runs = useRunStore();
  useEffect(() => {
    const context = map.current?.getContext('2d');
    if (!context) return;
    const draw = () => {
      const ratio = window.devicePixelRatio;
      context.canvas.width = SIZE.width * ratio;
      context.canvas.height = SIZE.height * ratio;
      const { document } = editor.getState();
      const { types } = looks.getState();
      const { shown } = runs.getState();
      const whole = wholeBox(document, commands.geometry);
      scale.current = whole && mapScale(whole, SIZE);
      if (!scale.current) return;
      const dots = document.nodes.map(({ id, name, type, version, position: [x, y] }): Dot => {
        const { width, height } = commands.geometry(id);
        const token = typeToken(types?.find(type, version)?.group);
        const failed = stateOf(shown?.nodes[name] ?? []) === 'error';
        return { x, y, width, height, token, failed, pinned: document.pins?.[id] !== undefined };
      });
      const groups = (document.groups ?? []).flatMap(({ id }) => boxOf(document, commands.geometry, id) ?? []);
      drawMap(context, { groups, dots }, scale.current, { ...SIZE, ratio }, themeColours());
    };
    const follow = () => {
      const {
        transform: [x, y, zoom],
        width,
        height,
      } = flow.getState();
      if (!frame.current || !scale.current) return;
      const seen = { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom };
      const box = seenOnMap(seen, scale.current, SIZE);
      frame.current.style.transform = `translate(${box.x}px, ${box.y}px)`;
      frame.current.style.width = `${box.width}px`;
      frame.current.style.height = `${box.height}px`;
    };
    let waiting = 0;
    let stale = true;
    const run = () => {
      waiting = 0;
      if (stale) draw();
      stale = false;
      follow();
    };
    const schedule = (drawn: boolean) => {
      stale ||= drawn;
      waiting ||= requestAnimationFrame(run);
    };
    run();
    const stops = [
      flow.subscribe((now, before) =>
        now.transform !== before.transform || now.width !== before.width || now.height !== before.height
          ? schedule(false)
          : undefined,
      ),
      editor.subscribe((now, before) => now.document !== before.document && schedule(true)),
      looks.subscribe(() => schedule(true)),
      runs.subscribe((now, before) => now.shown !== before.shown && schedule(true)),
    ];
    const theme = new MutationObserver(() => schedule(true));
    theme.observe(window.document.documentElement, { attributeFilter: ['data-theme'] });
    return () => {
      cancelAnimationFrame(waiting);
      theme.disconnect();
      for (const stop of stops) stop();
    };
  }, [commands, flow, editor, looks, runs, map, frame, scale]);
}
