import {
  applyNodeChanges,
  Background,
  type Connection,
  type EdgeChange,
  type IsValidConnection,
  type NodeChange,
  ReactFlow,
  SelectionMode,
  useReactFlow,
  useStore,
  useStoreApi,
} from '@xyflow/react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { connect, disconnect, reconnect } from '../document/edges.ts';
import { withoutParts } from '../document/groups.ts';
import { GRID, move, type Point } from '../document/nodes.ts';
import { useEditorStore } from '../editor-store.ts';
import { useLooksStore } from '../node-types/looks.ts';
import { useCanvasUiStore } from './canvas-ui.ts';
import { useCommands } from './commands.ts';
import { canConnect, endsOf } from './connections.ts';
import { DropOnEdge } from './drop-on-edge.ts';
import { EdgeLine } from './edge-line.tsx';
import { BLOCK_ZOOM } from './far/far-drawing.ts';
import { FarLayer } from './far/far-layer.tsx';
import { useFarPointer } from './far/use-far-pointer.ts';
import { type CanvasEdge, type CanvasNode, FlowModel } from './flow-model.ts';
import { GroupFrame } from './group-frame.tsx';
import { useKeepInView } from './keep-in-view.ts';
import { NodeCard } from './node-card.tsx';
import { NoteCard } from './note-card.tsx';
import { MIN_ZOOM } from './whole-view.ts';

const NODE_TYPES = { card: NodeCard, note: NoteCard, frame: GroupFrame };
const EDGE_TYPES = { line: EdgeLine };
const SNAP: [number, number] = [GRID, GRID];
const MULTI_SELECT = ['Control', 'Meta'];
const NO_NODES: CanvasNode[] = [];
const NO_EDGES: CanvasEdge[] = [];
/** Nearer than this a card is shown in full. */
const NAME_ZOOM = 0.5;
/** From so many nodes on, what is seen from afar is one picture; fewer are no burden as elements. */
const MANY = 150;
const MAX_ZOOM = 2;

/** React Flow between the stores: it shows what they hold, and what a person does with the pointer becomes a change of the document. */
export function FlowView() {
  const editor = useEditorStore();
  const looksStore = useLooksStore();
  const ui = useCanvasUiStore();
  const flow = useReactFlow();
  const commands = useCommands();
  const flowStore = useStoreApi();
  const [model] = useState(() => {
    keepGivenPorts(flowStore);
    return new FlowModel();
  });
  const dropOnEdge = useMemo(() => new DropOnEdge(editor, ui, commands.geometry), [editor, ui, commands]);
  const [shown, setShown] = useState(() => {
    const { document, selection } = editor.getState();
    model.update(document, looksStore.getState().looks, selection);
    return { nodes: model.nodes, edges: model.edges };
  });
  const dragging = useRef(false);

  useEffect(() => {
    const show = () => {
      const { document, selection } = editor.getState();
      if (dragging.current) return;
      if (model.update(document, looksStore.getState().looks, selection)) {
        setShown({ nodes: model.nodes, edges: model.edges });
      }
    };
    show();
    const stops = [editor.subscribe(show), looksStore.subscribe(show)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [editor, looksStore, model]);

  const handlers = useMemo(() => {
    const select = (changes: readonly (NodeChange<CanvasNode> | EdgeChange<CanvasEdge>)[]) => {
      const chosen = changes.filter((change) => change.type === 'select');
      if (chosen.length === 0) return;
      const selection = new Set(editor.getState().selection);
      for (const { id, selected } of chosen) {
        if (selected) selection.add(id);
        else selection.delete(id);
      }
      editor.getState().select(withoutParts(editor.getState().document, selection));
    };
    const drop = () => {
      dragging.current = false;
      const places = new Map(model.nodes.map(({ id, position }): [string, Point] => [id, [position.x, position.y]]));
      const into = dropOnEdge.take();
      editor.getState().change((document) => {
        const moved = move(document, places);
        return into ? into(moved) : moved;
      });
    };
    const isValidConnection: IsValidConnection<CanvasEdge> = (connection) =>
      canConnect(editor.getState().document, looksStore.getState().looks, connection as Connection);
    return {
      isValidConnection,
      onNodesChange: (changes: NodeChange<CanvasNode>[]) => {
        const moves = changes.filter((change) => change.type === 'position');
        if (moves.length > 0) {
          dragging.current ||= moves.some((change) => change.dragging);
          model.drag(applyNodeChanges(moves, model.nodes));
          setShown({ nodes: model.nodes, edges: model.edges });
          if (dragging.current && moves.every((change) => !change.dragging)) drop();
        }
        select(changes);
      },
      onEdgesChange: select,
      onConnect: (connection: Connection) => {
        const ends = endsOf(connection);
        if (ends) editor.getState().change((document) => connect(document, ends.kind, ends.from, ends.to));
      },
      onReconnect: (edge: CanvasEdge, connection: Connection) => {
        const ends = endsOf(connection);
        if (ends) editor.getState().change((document) => reconnect(document, edge.id, ends.from, ends.to));
      },
      onNodeDrag: (_: unknown, __: CanvasNode, nodes: CanvasNode[]) =>
        dropOnEdge.follow(new Map(nodes.map(({ id, position: { x, y } }) => [id, [x, y]]))),
      onNodeDoubleClick: (_: unknown, node: CanvasNode) => {
        if (node.type === 'card') editor.getState().openNode(node.id);
      },
    };
  }, [editor, looksStore, model, dropOnEdge]);

  const readOnly = editor.getState().readOnly;
  const [ready, setReady] = useState(false);
  const zoomLevel = useStore(({ transform: [, , zoom] }) =>
    zoom < BLOCK_ZOOM ? 'block' : zoom < NAME_ZOOM ? 'name' : 'full',
  );
  const far = shown.nodes.length > MANY && zoomLevel !== 'full';
  const redraw = useRef(() => {});
  const pointer = useFarPointer(model, far, redraw, commands, dropOnEdge);
  const frame = useRef<HTMLDivElement>(null);
  useKeepInView(commands);
  // Until the first view is found nothing is drawn, so that nothing is drawn in vain.
  const drawn = ready && !far;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: N adds a node by keyboard
    <div
      ref={frame}
      className={`relative isolate h-full w-full level-${far ? 'full' : zoomLevel}`}
      {...pointer.handlers}
      onDoubleClick={(event) => {
        if (readOnly || !isGround(event.target) || pointer.hit(event)) return;
        ui.setState({ adding: { at: commands.view.at(event.clientX, event.clientY) } });
      }}
    >
      {ready && far && <FarLayer model={model} redraw={redraw} band={pointer.band} />}
      <ReactFlow<CanvasNode, CanvasEdge>
        nodes={drawn ? shown.nodes : NO_NODES}
        edges={drawn ? shown.edges : NO_EDGES}
        onInit={() => {
          commands.view.fit(0);
          setReady(true);
        }}
        nodeTypes={NODE_TYPES}
        edgeTypes={EDGE_TYPES}
        {...handlers}
        onConnectEnd={(event, state) => {
          if (state.isValid || state.toNode || !state.fromNode || !state.fromHandle?.id || readOnly) return;
          const pointer = 'changedTouches' in event ? event.changedTouches[0] : event;
          if (!pointer) return;
          const { x, y } = flow.screenToFlowPosition({ x: pointer.clientX, y: pointer.clientY });
          ui.setState({ adding: { node: state.fromNode.id, port: state.fromHandle.id, at: [x, y] } });
        }}
        onReconnectEnd={(_, edge, __, state) => {
          if (!state.isValid && !state.toNode) editor.getState().change((document) => disconnect(document, [edge.id]));
        }}
        onNodeContextMenu={(event, node) => {
          event.preventDefault();
          if (!editor.getState().selection.has(node.id)) commands.select([node.id]);
          ui.setState({ menu: { at: [event.clientX, event.clientY], target: node.id } });
        }}
        onEdgeContextMenu={(event, edge) => {
          event.preventDefault();
          editor.getState().select([edge.id]);
          ui.setState({ menu: { at: [event.clientX, event.clientY], target: edge.id } });
        }}
        onPaneContextMenu={(event) => {
          event.preventDefault();
          const target = pointer.hit(event)?.id;
          if (target && !editor.getState().selection.has(target)) commands.select([target]);
          ui.setState({ menu: { at: [event.clientX, event.clientY], target } });
        }}
        // Not by state: the canvas is not to be rendered anew for it.
        onMoveStart={() => frame.current?.toggleAttribute('data-moving', true)}
        onMoveEnd={() => frame.current?.toggleAttribute('data-moving', false)}
        onPaneClick={() => editor.getState().select([])}
        nodesDraggable={!readOnly}
        nodesConnectable={!readOnly}
        edgesReconnectable={!readOnly}
        nodesFocusable={false}
        edgesFocusable={false}
        disableKeyboardA11y
        deleteKeyCode={null}
        selectionKeyCode="Shift"
        multiSelectionKeyCode={MULTI_SELECT}
        selectionMode={SelectionMode.Partial}
        selectNodesOnDrag
        panOnScroll
        zoomOnDoubleClick={false}
        minZoom={MIN_ZOOM}
        maxZoom={MAX_ZOOM}
        snapToGrid
        snapGrid={SNAP}
        connectionRadius={28}
        reconnectRadius={12}
        onlyRenderVisibleElements
        proOptions={{ hideAttribution: true }}
      >
        {!far && <Background gap={GRID} size={1} color="var(--line-strong)" />}
      </ReactFlow>
    </div>
  );
}

/**
 * Sizes and ports of all nodes are given. React Flow would measure them in the page nevertheless, each card when it comes
 * into view, and keep what it found: no ports, where those are not drawn yet, and so no lines. It takes this action at its
 * first drawing, so it has to be gone before.
 */
function keepGivenPorts(store: ReturnType<typeof useStoreApi>): void {
  store.setState({ updateNodeInternals: () => {} });
}

const isGround = (target: EventTarget): boolean =>
  target instanceof Element && target.classList.contains('react-flow__pane');
