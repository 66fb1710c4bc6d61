import type { WorkflowDocument } from '@orchestrator/workflow';

/** Steps that can be taken back; documents share what did not change, so each costs little. */
const MOST_STEPS = 200;

/** What a document was before each change, for undo and redo. */
export class History {
  private past: WorkflowDocument[] = [];
  private future: WorkflowDocument[] = [];
  private lastMerge?: string;

  constructor(private present: WorkflowDocument) {}

  get canUndo(): boolean {
    return this.past.length > 0;
  }

  get canRedo(): boolean {
    return this.future.length > 0;
  }

  /** Takes a changed document; one with the same `merge` key as the change before is part of that step. */
  push(next: WorkflowDocument, merge?: string): WorkflowDocument {
    if (merge === undefined || merge !== this.lastMerge) this.past = [...this.past, this.present].slice(-MOST_STEPS);
    this.lastMerge = merge;
    this.future = [];
    this.present = next;
    return next;
  }

  undo(): WorkflowDocument {
    const before = this.past.at(-1);
    if (!before) return this.present;
    this.past = this.past.slice(0, -1);
    this.future = [this.present, ...this.future];
    this.lastMerge = undefined;
    this.present = before;
    return before;
  }

  redo(): WorkflowDocument {
    const [next, ...rest] = this.future;
    if (!next) return this.present;
    this.future = rest;
    this.past = [...this.past, this.present];
    this.lastMerge = undefined;
    this.present = next;
    return next;
  }
}
