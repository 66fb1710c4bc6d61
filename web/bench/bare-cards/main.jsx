// What React Flow takes to show so many nodes when a node is a box with a name: the measure of the editor's opening.
import { Handle, Position, ReactFlow } from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { createElement, memo } from 'react';
import { createRoot } from 'react-dom/client';
import { largeWorkflow } from '../../../bench/large-workflow.mjs';

const Card = memo(({ data }) => (
  <div className="card">
    <Handle type="target" position={Position.Left} />
    {data.name}
    <Handle type="source" position={Position.Right} />
  </div>
));
const { nodes, edges } = largeWorkflow(Number(new URLSearchParams(location.search).get('nodes')));

createRoot(document.getElementById('root')).render(
  createElement(ReactFlow, {
    defaultNodes: nodes.map(({ id, name, position: [x, y] }) => ({
      id,
      type: 'card',
      position: { x, y },
      data: { name },
      width: 184,
      height: 56,
    })),
    defaultEdges: edges.map(({ from, to }) => ({
      id: `${from.node}-${to.node}`,
      source: from.node,
      target: to.node,
      type: 'smoothstep',
    })),
    nodeTypes: { card: Card },
    fitView: true,
    minZoom: 0.02,
    onlyRenderVisibleElements: true,
  }),
);
