import type { Item, ItemError, WorkflowDocument } from '@orchestrator/workflow';
import { createContext, useContext } from 'react';
import { createStore, type StoreApi, useStore } from 'zustand';
import type { components } from '../../api/schema.d.ts';
import { type NewNames, renamedRun } from './renamed-run.ts';

export type ExecutionStatus = 'queued' | 'running' | 'waiting' | 'success' | 'error' | 'cancelled' | 'in_doubt';

/** One run of one node within the execution that is shown. Times are epoch milliseconds. */
export interface NodeRun {
  /** Its place in the order of execution; 0 is the trigger. Names the step in the API. */
  index: number;
  status: 'running' | 'waiting' | 'success' | 'error';
  startedAt: number;
  finishedAt?: number;
  /** Attempts made, the first included. */
  attempts: number;
  /** Items per output. */
  itemCounts: readonly number[];
  error?: ItemError;
  /** Attempts that failed before the last one. */
  tries?: readonly StepTry[];
  /** What it wrote down, in all its attempts. */
  logs?: readonly LogLine[];
  /** Taken over from the run before: it did not run again. */
  kept?: boolean;
  /** Taken over although it does not fit any more. */
  stale?: boolean;
  /** Where its input came from: one entry an input. */
  sources: readonly ({ node: string; output: number; run: number } | null)[];
}

export type LogLine = components['schemas']['StepLogLine'];

/** An attempt of a step that was followed by another one. Epoch milliseconds, and milliseconds. */
export interface StepTry {
  at: number;
  took: number;
  error: ItemError;
}

/** The execution whose data the editor shows: the one that is running here, or the one that was opened. */
export interface ShownRun {
  executionId: string;
  /** The version of the workflow that it runs; a draft's version counts too. */
  version: number;
  status: ExecutionStatus;
  startedAt?: number;
  finishedAt?: number;
  /** Runs of nodes by the node's name, in order. */
  nodes: Readonly<Record<string, readonly NodeRun[]>>;
  /** Runs of sub-workflows that its steps started, once that is known. */
  called?: readonly CalledRun[];
  /** Why the whole of it failed. */
  error?: { message: string; node?: string } | null;
}

export type CalledRun = components['schemas']['ChildExecution'];

export interface RunState {
  shown?: ShownRun;
  /** The same by the names that its nodes had when it ran. */
  told?: ShownRun;
  /** What those of them are called now that were renamed since. */
  names: NewNames;
  /** The step that is looked at in drawer and panes, by index; the last run of the selected node when left out. */
  step?: number;
  /** An execution on which no run up to a node builds any more: another beginning was chosen since. */
  spent?: string;
  /** A run that was asked to stop. */
  stopping?: string;
  /** A version of the workflow that a run here was of, so that it need not be asked for. */
  ran?: RanVersion;
  /** Names of the nodes whose output in the shown run may not be what they would give now. */
  outdated: ReadonlySet<string>;
  show(run: ShownRun | undefined): void;
  look(step: number | undefined): void;
  /** No run up to a node builds on the one that is shown. */
  spend(): void;
  stop(executionId: string | undefined): void;
  remember(ran: RanVersion): void;
  markOutdated(names: ReadonlySet<string>): void;
  /** Tells the run by these names from now on. */
  rename(names: NewNames): void;
}

/** A version of the workflow that ran. */
export interface RanVersion {
  version: number;
  document: WorkflowDocument;
}

export type RunStore = StoreApi<RunState>;

export const createRunStore = (): RunStore =>
  createStore<RunState>((set, get) => ({
    names: new Map(),
    show: (told) => set({ told, shown: told && renamedRun(told, get().names), step: undefined }),
    rename: (names) => {
      const { told, names: known } = get();
      const isSame = known.size === names.size && [...names].every(([name, next]) => known.get(name) === next);
      if (!isSame) set({ names, shown: told && renamedRun(told, names) });
    },
    look: (step) => set({ step }),
    spend: () => set({ spent: get().shown?.executionId }),
    stop: (stopping) => set({ stopping }),
    outdated: new Set(),
    remember: (ran) => set({ ran }),
    markOutdated: (outdated) => {
      const known = get().outdated;
      if (known.size !== outdated.size || [...outdated].some((name) => !known.has(name))) set({ outdated });
    },
  }));

const RunContext = createContext<RunStore | undefined>(undefined);
export const RunProvider = RunContext.Provider;

export function useRunStore(): RunStore {
  const store = useContext(RunContext);
  if (!store) throw new Error('there is no run store around');
  return store;
}

export function useRun<T>(select: (state: RunState) => T): T {
  return useStore(useRunStore(), select);
}

const NO_RUNS: readonly NodeRun[] = [];

/** The runs of a node in the shown execution. */
export const useNodeRuns = (name: string): readonly NodeRun[] => useRun(({ shown }) => shown?.nodes[name] ?? NO_RUNS);

/** Whether what a node gave in the shown run is from before a change of it, or of what leads to it. */
export const isOutdated = ({ shown, outdated }: Pick<RunState, 'shown' | 'outdated'>, name: string): boolean => {
  const runs = shown?.nodes[name];
  return runs !== undefined && runs.length > 0 && (outdated.has(name) || runs.some(({ stale }) => stale));
};

/** Items on one side of a step, with the port they were at. */
export interface StepItem {
  port: number;
  item: Item;
}
