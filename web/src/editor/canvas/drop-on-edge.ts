import type { WorkflowDocument } from '@orchestrator/workflow';
import { findNode } from '../document/lookup.ts';
import type { Point } from '../document/nodes.ts';
import type { EditorStore } from '../editor-store.ts';
import { dropIntoEdge, fitsIntoEdge } from './add-node/into-edge.ts';
import type { CanvasUiStore } from './canvas-ui.ts';
import { edgeNear } from './edge-route.ts';
import type { Geometry } from './geometry.ts';

/** The middle of a node that is as near to an edge as this, in pixels, goes into it: half a card's height. */
const REACH = 28;

/** What a node that is dragged over an edge does: the edge is marked, and takes it when it is let go. */
export class DropOnEdge {
  private node?: string;
  private moving?: ReadonlyMap<string, Point>;

  constructor(
    private readonly editor: EditorStore,
    private readonly ui: CanvasUiStore,
    private readonly geometry: (id: string) => Geometry,
  ) {}

  /**
   * Follows what is dragged, once a frame: the pointer moves more often, and of a thousand edges the nearest is looked for.
   * @param moving ids of nodes and notes with the places that they are at now
   */
  follow(moving: ReadonlyMap<string, Point>): void {
    if (!this.moving) requestAnimationFrame(() => this.look());
    this.moving = moving;
  }

  private look(): void {
    const { moving } = this;
    if (!moving) return;
    this.moving = undefined;
    const [only] = moving;
    const edge = moving.size === 1 && only ? this.edgeUnder(...only) : undefined;
    this.node = only?.[0];
    if (this.ui.getState().dropEdge !== edge) this.ui.setState({ dropEdge: edge });
  }

  /** @returns what is to be done to the document when it is let go here; nothing when it is over no edge */
  take(): ((document: WorkflowDocument) => WorkflowDocument) | undefined {
    this.look();
    const { node } = this;
    const { dropEdge } = this.ui.getState();
    this.node = undefined;
    if (dropEdge === undefined) return undefined;
    this.ui.setState({ dropEdge: undefined });
    return node === undefined ? undefined : (document) => dropIntoEdge(document, node, dropEdge, this.geometry);
  }

  private edgeUnder(id: string, [x, y]: Point): string | undefined {
    const { document } = this.editor.getState();
    if (!findNode(document, id)) return undefined;
    const own = this.geometry(id);
    const middle: Point = [x + own.width / 2, y + own.height / 2];
    return edgeNear(document, middle, REACH, this.geometry, (edge) => fitsIntoEdge(document, id, edge, own));
  }
}
