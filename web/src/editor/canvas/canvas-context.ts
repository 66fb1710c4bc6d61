import type { WorkflowDocument } from '@orchestrator/workflow';
import type { CanvasUiStore } from './canvas-ui.ts';
import type { CanvasView } from './canvas-view.ts';
import type { Geometry } from './geometry.ts';

/** What the parts of a canvas' commands work with: the workflow as it stands, what is selected, what is seen. */
export interface CanvasContext {
  readonly document: WorkflowDocument;
  readonly selection: ReadonlySet<string>;
  readonly readOnly: boolean;
  /** The node that keys are about: the one selected last. */
  readonly current: string | undefined;
  readonly view: CanvasView;
  readonly ui: CanvasUiStore;
  readonly geometry: (id: string) => Geometry;
  /** Tells screen readers what happened. */
  say(text: string): void;
  select(ids: Iterable<string>, options?: { show?: boolean }): void;
}
