import type {
  Edge as DocumentEdge,
  NodeGroup,
  StickyNote,
  WorkflowDocument,
  WorkflowNode,
} from '@orchestrator/workflow';
import { type Edge, type Node, type NodeHandle, Position } from '@xyflow/react';
import { edgeId, portOf } from '../document/edges.ts';
import { frameOf } from '../document/groups.ts';
import { findNode } from '../document/lookup.ts';
import type { Box } from '../document/place.ts';
import type { NodeLooks } from '../node-types/node-types.queries.ts';
import { drawnGeometry } from './drawn-geometry.ts';
import { type Geometry, type Port, portId } from './geometry.ts';

export type CardNode = Node<{ geometry: Geometry }, 'card'>;
export type NoteNode = Node<{ note: StickyNote }, 'note'>;
/** Not `group`: React Flow has a look of its own for that name. */
export type GroupNode = Node<{ group: NodeGroup }, 'frame'>;
export type CanvasNode = CardNode | NoteNode | GroupNode;
export type CanvasEdge = Edge<{ kind: DocumentEdge['kind'] }, 'line'>;

/** Groups lie under notes, notes under the cards; React Flow would lift what is selected above all by a thousand. */
const DEPTHS = { group: -2, note: -1 };
const LIFT = 1_000;
/** A frame lets the pointer through to what lies in it; its title takes it. */
const THROUGH = { pointerEvents: 'none' } as const;

const PLACES = { left: Position.Left, right: Position.Right, top: Position.Top, bottom: Position.Bottom };

/** What React Flow draws, made from the document; whatever did not change stays the same object. */
export class FlowModel {
  nodes: CanvasNode[] = [];
  edges: CanvasEdge[] = [];
  private byId = new Map<string, CanvasNode>();
  private edgesById = new Map<string, CanvasEdge>();

  /** Takes over the document as it stands. @returns whether anything that is drawn changed */
  update(
    document: WorkflowDocument,
    looks: Readonly<Record<string, NodeLooks>>,
    selection: ReadonlySet<string>,
  ): boolean {
    const nodes: CanvasNode[] = [];
    // What lies under another comes before it.
    const cards = document.nodes.map((node) =>
      this.card(node, drawnGeometry(document, looks, node.id), selection.has(node.id)),
    );
    if (document.groups) {
      const boxes = new Map(cards.map((card) => [card.id, boxOf(card)]));
      for (const group of document.groups) {
        const frame = frameOf(group, (id) => boxes.get(id));
        if (frame) nodes.push(this.group(group, frame, selection.has(group.id)));
      }
    }
    for (const note of document.notes ?? []) nodes.push(this.note(note, selection.has(note.id)));
    nodes.push(...cards);
    const edges = document.edges.map((edge) => this.edge(edge, selection, document));
    const changed = !sameList(nodes, this.nodes) || !sameList(edges, this.edges);
    if (!changed) return false;
    if (!sameList(nodes, this.nodes)) {
      this.nodes = nodes;
      this.byId = new Map(nodes.map((node) => [node.id, node]));
    }
    if (!sameList(edges, this.edges)) {
      this.edges = edges;
      this.edgesById = new Map(edges.map((edge) => [edge.id, edge]));
    }
    return true;
  }

  /** Takes over what React Flow did to the nodes while they are dragged; the document follows at the end. */
  drag(nodes: CanvasNode[]): void {
    this.byId = new Map(nodes.map((node) => [node.id, node]));
    this.nodes = nodes.some(({ type }) => type === 'frame') ? nodes.map((node) => this.refit(node)) : nodes;
  }

  /** A group's frame follows the nodes in it. */
  private refit(node: CanvasNode): CanvasNode {
    if (node.type !== 'frame') return node;
    const { group } = node.data;
    const frame = frameOf(group, (id) => {
      const card = this.byId.get(id);
      return card && boxOf(card);
    });
    const next = frame ? this.group(group, frame, node.selected ?? false) : node;
    this.byId.set(next.id, next);
    return next;
  }

  find(id: string): CanvasNode | undefined {
    return this.byId.get(id);
  }

  private card(node: WorkflowNode, geometry: Geometry, selected: boolean): CardNode {
    const before = this.byId.get(node.id);
    const [x, y] = node.position;
    if (
      before?.type === 'card' &&
      before.data.geometry === geometry &&
      before.position.x === x &&
      before.position.y === y &&
      (before.selected ?? false) === selected &&
      !before.dragging
    ) {
      return before;
    }
    const { width, height, ports } = geometry;
    return {
      id: node.id,
      type: 'card',
      position: { x, y },
      // Sizes and ports are known, so that nothing has to be measured in the page.
      width,
      height,
      measured: { width, height },
      handles: ports.map(handleOf),
      data: { geometry },
      selected,
    };
  }

  private note(note: StickyNote, selected: boolean): NoteNode {
    const before = this.byId.get(note.id);
    if (
      before?.type === 'note' &&
      before.data.note === note &&
      (before.selected ?? false) === selected &&
      !before.dragging
    ) {
      return before;
    }
    const [width, height] = note.size;
    return {
      id: note.id,
      type: 'note',
      position: { x: note.position[0], y: note.position[1] },
      width,
      height,
      measured: { width, height },
      handles: [],
      data: { note },
      selected,
      zIndex: DEPTHS.note - (selected ? LIFT : 0),
    };
  }

  private group(group: NodeGroup, { x, y, width, height }: Box, selected: boolean): GroupNode {
    const before = this.byId.get(group.id);
    if (
      before?.type === 'frame' &&
      before.data.group === group &&
      before.position.x === x &&
      before.position.y === y &&
      before.width === width &&
      before.height === height &&
      (before.selected ?? false) === selected &&
      !before.dragging
    ) {
      return before;
    }
    return {
      id: group.id,
      type: 'frame',
      position: { x, y },
      width,
      height,
      measured: { width, height },
      handles: [],
      data: { group },
      selected,
      // It is selected together with its nodes, by its title alone: not by a band that touches it.
      selectable: false,
      style: THROUGH,
      zIndex: DEPTHS.group - (selected ? LIFT : 0),
    };
  }

  private edge(edge: DocumentEdge, selection: ReadonlySet<string>, document: WorkflowDocument): CanvasEdge {
    const id = edgeId(edge);
    const selected = selection.has(id);
    const before = this.edgesById.get(id);
    const nameOf = (node: string) => findNode(document, node)?.name ?? '';
    // React Flow has a sentence for it, in English and with ids.
    const ariaLabel = `${nameOf(edge.from.node)} → ${nameOf(edge.to.node)}`;
    if (before && (before.selected ?? false) === selected && before.ariaLabel === ariaLabel) return before;
    return {
      id,
      type: 'line',
      source: edge.from.node,
      target: edge.to.node,
      sourceHandle: portId('out', edge.kind, portOf(edge.from)),
      targetHandle: portId('in', edge.kind, portOf(edge.to)),
      data: { kind: edge.kind },
      ariaLabel,
      selected,
    };
  }
}

const boxOf = ({ position: { x, y }, width = 0, height = 0 }: CanvasNode): Box => ({ x, y, width, height });

/** A port as React Flow has it: a point, from which edges begin. */
function handleOf(port: Port): NodeHandle {
  return {
    id: port.id,
    type: port.side === 'in' ? 'target' : 'source',
    position: PLACES[port.place],
    x: port.x,
    y: port.y,
    width: 0,
    height: 0,
  };
}

const sameList = <T>(one: readonly T[], other: readonly T[]): boolean =>
  one.length === other.length && one.every((each, index) => each === other[index]);
