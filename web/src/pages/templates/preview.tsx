import type { WorkflowDocument } from '@orchestrator/workflow';
import { useMemo } from 'react';
import { previewOf } from './preview-layout.ts';

/** A small still picture of a workflow. Its name and description say what is in it. */
export function Preview({ document }: { document: WorkflowDocument }) {
  const { box, nodes, edges } = useMemo(() => previewOf(document), [document]);
  return (
    <svg
      aria-hidden="true"
      viewBox={`${box.x} ${box.y} ${box.width} ${box.height}`}
      preserveAspectRatio="xMidYMid meet"
      className="h-32 w-full rounded-control bg-sunken"
    >
      <g className="fill-none stroke-control" strokeWidth={4}>
        {edges.map(({ id, path, isMain }) => (
          <path key={id} d={path} strokeDasharray={isMain ? undefined : '12 10'} />
        ))}
      </g>
      {nodes.map(({ id, x, y, isTrigger }) => (
        <g key={id}>
          <rect
            x={x}
            y={y}
            width={184}
            height={56}
            rx={isTrigger ? 28 : 10}
            className="fill-surface stroke-line-strong"
            strokeWidth={3}
          />
          <rect
            x={x + 12}
            y={y + 14}
            width={28}
            height={28}
            rx={8}
            className={isTrigger ? 'fill-trigger' : 'fill-data'}
          />
          <rect x={x + 52} y={y + 20} width={100} height={7} rx={3.5} className="fill-line-strong" />
          <rect x={x + 52} y={y + 34} width={64} height={6} rx={3} className="fill-line" />
        </g>
      ))}
    </svg>
  );
}
