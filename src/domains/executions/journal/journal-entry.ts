import type { RunMode, StateWrite } from '@orchestrator/engine';
import type { ItemError, JsonObject } from '@orchestrator/workflow';
import type { AddressProof } from '../runs/address-proof.js';

/** States of an execution, as the API shows them. */
export const EXECUTION_STATUSES = [
  'queued',
  'running',
  'waiting',
  'success',
  'error',
  'cancelled',
  'in_doubt',
] as const;
export type ExecutionStatus = (typeof EXECUTION_STATUSES)[number];

/** What other parts of the server are told in the commit of an entry, so that no crash comes between. */
export interface Telling {
  /** `execution.failed`: its error workflow may have to run. `execution.children_moved`: a parent may go on. */
  type: 'execution.failed' | 'execution.children_moved';
  executionId: string;
}

/** A new execution, with its first chunk of events. */
export interface CreateEntry {
  kind: 'create';
  id: string;
  tenantId: string;
  workflowId: string;
  workflowVersion: number;
  mode: RunMode;
  parentId?: string;
  retryOf?: string;
  /** Somebody tries it: it does not count among those in earnest. */
  isTest?: boolean;
  /** Epoch milliseconds. */
  queuedAt: number;
  /** Number of the lease that its maker holds; 0 for a queued run that nobody holds. */
  fence: number;
  /** To be proven by the commit, of a run that began by what was remembered of its address. */
  address?: AddressProof;
  change: StatusChange;
  chunk: Buffer;
  state?: readonly StateWrite[];
  tell?: readonly Telling[];
}

/** More events of an execution that is there already, by the one who holds its lease. */
export interface AppendEntry {
  kind: 'append';
  id: string;
  tenantId: string;
  workflowId: string;
  fence: number;
  /** Place in the journal of the first event of the chunk. */
  seq: number;
  chunk?: Buffer;
  change?: StatusChange;
  state?: readonly StateWrite[];
  tell?: readonly Telling[];
}
/** What a run that is not kept itself leaves behind. */
export interface StateEntry {
  kind: 'state';
  id: string;
  tenantId: string;
  workflowId: string;
  state: readonly StateWrite[];
}
export type JournalEntry = CreateEntry | AppendEntry | StateEntry;

/** What a commit makes of an execution's row. */
export interface StatusChange {
  status: ExecutionStatus;
  /** Epoch milliseconds, all of these. */
  startedAt?: number;
  finishedAt?: number;
  wakeAt?: number;
  leaseUntil?: number;
  /** When an ended run that is not to be kept is removed. */
  removeAt?: number;
  error?: ItemError;
  summary?: JsonObject;
}
