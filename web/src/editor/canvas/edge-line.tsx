import { BaseEdge, type EdgeProps, getSmoothStepPath } from '@xyflow/react';
import { memo, useState } from 'react';
import { useTexts } from '../../texts/texts.ts';
import { classNames } from '../../ui/class-names.ts';
import { findNode } from '../document/lookup.ts';
import { useEditor } from '../editor-store.ts';
import { useNodeRuns } from '../run/run-store.ts';
import { useCanvasUi, useCanvasUiStore } from './canvas-ui.ts';
import type { CanvasEdge } from './flow-model.ts';
import { readPortId } from './geometry.ts';
import { useMark } from './marks.ts';
import { itemsOut, stateOf } from './node-state.ts';

const RADIUS = 14;
const OFFSET = 18;

/** One edge: what ran along it in the shown run, and on hover a `+` that puts a node into it. */
export const EdgeLine = memo(function EdgeLine(props: EdgeProps<CanvasEdge>) {
  const { id, source, target, data, selected, sourceHandleId } = props;
  const kind = data?.kind ?? 'main';
  const sourceName = useEditor(({ document }) => findNode(document, source)?.name ?? '');
  const targetName = useEditor(({ document }) => findNode(document, target)?.name ?? '');
  const output = sourceHandleId ? readPortId(sourceHandleId).index : 0;
  const count = itemsOut(useNodeRuns(sourceName), output);
  const targetState = stateOf(useNodeRuns(targetName));
  const mark = useMark(id);
  const drop = useCanvasUi((state) => state.dropEdge === id);
  const [path, x, y] = getSmoothStepPath({ ...props, borderRadius: RADIUS, offset: OFFSET });
  // Its `+` is made when it is pointed at: of the hundreds of edges in view one has it at a time.
  const [pointed, setPointed] = useState(false);
  const look = mark ?? (kind !== 'main' ? 'supply' : !count ? 'idle' : targetState === 'running' ? 'running' : 'done');
  return (
    <g onPointerEnter={() => setPointed(true)} onPointerLeave={() => setPointed(false)}>
      <BaseEdge
        path={path}
        interactionWidth={20}
        className={classNames('edge', `edge-${look}`, selected && 'edge-selected', drop && 'edge-drop')}
      />
      {count !== undefined && count > 0 && kind === 'main' && <Count count={count} x={x} y={y} />}
      {(pointed || selected) && <EdgePlus id={id} x={x} y={y} />}
    </g>
  );
});

/** The number of items that went along an edge. */
function Count({ count, x, y }: { count: number; x: number; y: number }) {
  const text = count < 10_000 ? String(count) : `${Math.round(count / 1000)}k`;
  const width = 11 + text.length * 7;
  return (
    <g transform={`translate(${x},${y})`} className="edge-count">
      <rect x={-width / 2} y={-9} width={width} height={18} rx={9} />
      <text textAnchor="middle" dominantBaseline="central">
        {text}
      </text>
    </g>
  );
}

function EdgePlus({ id, x, y }: { id: string; x: number; y: number }) {
  const { canvas } = useTexts();
  const ui = useCanvasUiStore();
  const readOnly = useEditor((state) => state.readOnly);
  if (readOnly) return null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for the pointer; the keyboard has N on a selected edge
    <g
      transform={`translate(${x},${y})`}
      className="edge-plus"
      onClick={(event) => {
        event.stopPropagation();
        ui.setState({ adding: { edge: id } });
      }}
    >
      <title>{canvas.insertHere}</title>
      <rect x={-10} y={-10} width={20} height={20} rx={6} />
      <path d="M-4.5 0h9M0 -4.5v9" />
    </g>
  );
}
