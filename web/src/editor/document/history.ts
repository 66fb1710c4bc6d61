import type { WorkflowDocument } from '@orchestrator/workflow';
import { merge } from './merge.ts';

/** Steps that can be taken back; documents share what did not change, so each costs little. */
const MOST_STEPS = 200;
/** Changes of others that steps are brought past; steps from before older ones are forgotten. */
const MOST_SHIFTS = 100;

/** A document as it was, and how many of the others' changes it has in it. */
interface Step {
  document: WorkflowDocument;
  shifts: number;
}

/** What a document was before each change, for undo and redo of what was done here: what others did stays. */
export class History {
  private past: Step[] = [];
  private future: Step[] = [];
  private lastMerge?: string;
  /** What others changed, each as what it was and what it became. */
  private shifts: { from: WorkflowDocument; to: WorkflowDocument }[] = [];

  constructor(private present: WorkflowDocument) {}

  get canUndo(): boolean {
    return this.past.length > 0;
  }

  get canRedo(): boolean {
    return this.future.length > 0;
  }

  /** Takes a changed document; one with the same `merge` key as the change before is part of that step. */
  push(next: WorkflowDocument, merge?: string): WorkflowDocument {
    if (merge === undefined || merge !== this.lastMerge) this.past = [...this.past, this.step()].slice(-MOST_STEPS);
    this.lastMerge = merge;
    this.future = [];
    this.present = next;
    return next;
  }

  /** Takes what somebody else made of the document. It is no step: undo goes past it, and leaves it as it is. */
  takeIn(next: WorkflowDocument): WorkflowDocument {
    if (this.canUndo || this.canRedo) this.shifts.push({ from: this.present, to: next });
    else this.shifts = [];
    if (this.shifts.length > MOST_SHIFTS) this.forget(MOST_SHIFTS / 2);
    this.lastMerge = undefined;
    this.present = next;
    return next;
  }

  undo(): WorkflowDocument {
    const before = this.past.at(-1);
    if (!before) return this.present;
    this.past = this.past.slice(0, -1);
    this.future = [this.step(), ...this.future];
    return this.goTo(before);
  }

  redo(): WorkflowDocument {
    const [next, ...rest] = this.future;
    if (!next) return this.present;
    this.future = rest;
    this.past = [...this.past, this.step()];
    return this.goTo(next);
  }

  private step(): Step {
    return { document: this.present, shifts: this.shifts.length };
  }

  /** Brings a step past what others changed since: only when it is asked for, as it costs a merge each. */
  private goTo({ document, shifts }: Step): WorkflowDocument {
    this.lastMerge = undefined;
    this.present = this.shifts
      .slice(shifts)
      .reduce((before, { from, to }) => merge(from, before, to).document, document);
    return this.present;
  }

  private forget(count: number): void {
    const later = (steps: Step[]) =>
      steps.filter(({ shifts }) => shifts >= count).map((step) => ({ ...step, shifts: step.shifts - count }));
    this.past = later(this.past);
    this.future = later(this.future);
    this.shifts = this.shifts.slice(count);
  }
}
