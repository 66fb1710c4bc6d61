import { type Alignment, align, distribute } from '../document/arrange.ts';
import { findNode } from '../document/lookup.ts';
import { GRID, moveBy, type Point } from '../document/nodes.ts';
import type { EditorStore } from '../editor-store.ts';
import type { CanvasContext } from './canvas-context.ts';

/** Puts what is selected elsewhere. */
export class Arranging {
  constructor(
    private readonly canvas: CanvasContext,
    private readonly editor: EditorStore,
    private readonly tidied: string,
  ) {}

  /** @param steps of the grid */
  nudge([x, y]: Point): void {
    const { selection } = this.canvas;
    this.editor.getState().change((document) => moveBy(document, selection, [x * GRID, y * GRID]), { merge: 'nudge' });
    this.canvas.view.show(selection);
  }

  align(alignment: Alignment): void {
    const { selection, geometry } = this.canvas;
    this.editor.getState().change((document) => align(document, selection, geometry, alignment));
  }

  distribute(direction: 'across' | 'down'): void {
    const { selection, geometry } = this.canvas;
    this.editor.getState().change((document) => distribute(document, selection, geometry, direction));
  }

  /** Lays out the selected nodes when there are several, else all. */
  async tidy(): Promise<void> {
    const { canvas } = this;
    if (canvas.readOnly) return;
    const { tidy } = await import('./tidy/tidy.ts');
    const before = canvas.document;
    const chosen = [...canvas.selection].filter((id) => findNode(before, id));
    const whole = chosen.length < 2;
    const next = await tidy(before, canvas.geometry, whole ? undefined : new Set(chosen));
    // Somebody may have changed something meanwhile; then their change counts.
    if (canvas.document !== before || next === before) return;
    this.editor.getState().change(() => next);
    canvas.say(this.tidied);
    if (whole) requestAnimationFrame(() => canvas.view.fit());
  }
}
