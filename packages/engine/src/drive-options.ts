import type { Cancel } from './cancel.js';
import type { Children } from './children.js';
import type { RunEvent } from './events.js';
import type { Journal } from './journal.js';
import type { RunLimits } from './limits.js';
import type { Clock, NodeCall, NodeRunner, RunInfo, Suspension } from './ports.js';
import type { RunState } from './run-state.js';

export interface ExecutorPorts {
  runner: NodeRunner;
  clock: Clock;
  journal: Journal;
  children?: Children;
}

export interface DriveOptions {
  run: RunInfo;
  /** The fold of what the journal holds; `newRun(plan)` when it is empty. Changed in place. */
  state: RunState;
  /** Number of the lease. */
  fence?: number;
  /**
   * The first event, when the journal is still empty, or what has come since: `resumed`, `answered`. Not committed by the
   * caller: they are written with what follows.
   */
  events?: readonly RunEvent[];
  /** The caller has written `events` already. */
  eventsCommitted?: boolean;
  /** Ends the run as cancelled, or as failed when the reason is a `RunStopped`. */
  cancel?: AbortSignal | Cancel;
  /** Ends the drive after the step that is running, leaving the run to be taken up again (a server that stops). */
  drain?: AbortSignal;
  /** Told of each event as it happens, before it is committed: for live views only. */
  onEvent?: (event: RunEvent, state: RunState) => void;
  /** Told of the answer to the webhook, once it is committed. */
  onResponse?: (state: RunState) => void;
  /** Writes what happened before each step: the run was left behind, and where it gets to is to be known for sure. */
  careful?: boolean;
  onProgress?: NodeCall['onProgress'];
  limits?: Partial<RunLimits>;
}

/** How a drive ended. The run itself may go on later. */
export type DriveResult =
  | { kind: 'ended' }
  | { kind: 'waiting'; suspension: Suspension /** Steps' place, for resume addresses. */; step: number }
  /** A retry is due at `until` (epoch milliseconds). */
  | { kind: 'retry'; until: number }
  | { kind: 'inDoubt' }
  | { kind: 'drained' }
  /** Another worker has the run: nothing more was written. */
  | { kind: 'leaseLost' };
