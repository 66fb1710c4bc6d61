import type { ItemError } from '@orchestrator/workflow';
import { apply } from './apply.js';
import { childStarts } from './children.js';
import type { RunEvent } from './events.js';
import type { Plan } from './plan.js';
import type { LogLine } from './ports.js';
import { newRun, type RunState } from './run-state.js';

/** An attempt of a step that failed, and was followed by another one. */
export interface StepTry {
  /** When it failed, in epoch milliseconds. */
  at: number;
  /** Milliseconds that it took. */
  took: number;
  error: ItemError;
}

/** A sub-workflow's run, and the step that asked for it. */
export interface HistoricChild {
  executionId: string;
  /** Name of the node. */
  node: string;
  /** The step's place in the order of execution. */
  step: number;
  /** Whether the step waits, or waited, for its result. */
  wait: boolean;
}

/** Where a run stands, with what its journal tells beside it: what a fold alone forgets. */
export interface RunHistory {
  state: RunState;
  /** Attempts before the last one, by the step's place; a step that is still being tried is at `state.steps`. */
  tries: ReadonlyMap<number, readonly StepTry[]>;
  /** What steps wrote down, by the step's place, attempts that failed included. */
  logs: ReadonlyMap<number, readonly LogLine[]>;
  /** In the order in which they were asked for. One that was refused was never there. */
  children: readonly HistoricChild[];
}

/** Reads a journal as the history of its run. Takes the time of a fold. */
export function readHistory(plan: Plan, executionId: string, events: Iterable<RunEvent>): RunHistory {
  const state = newRun(plan);
  const tries = new Map<number, StepTry[]>();
  const logs = new Map<number, LogLine[]>();
  const children: HistoricChild[] = [];
  for (const event of events) {
    const place = state.steps;
    apply(state, event);
    if ('logs' in event && event.logs) logs.set(place, [...(logs.get(place) ?? []), ...event.logs]);
    switch (event.t) {
      case 'tried': {
        const { at, took, error } = event;
        const known = tries.get(state.steps);
        if (known) known.push({ at, took, error });
        else tries.set(state.steps, [{ at, took, error }]);
        break;
      }
      case 'vanished':
        // It leaves no step behind: its place is the next one's.
        tries.delete(state.steps);
        logs.delete(state.steps);
        break;
      case 'suspended': {
        const node = state.queue[0]?.node.name ?? '';
        for (const { executionId: id, wait } of childStarts(executionId, state)) {
          children.push({ executionId: id, node, step: state.steps, wait });
        }
      }
    }
  }
  return { state, tries, logs, children };
}
