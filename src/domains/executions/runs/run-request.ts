import type { DriveResult, Plan, RunMode, RunState, StartedEvent, WebhookResponse } from '@orchestrator/engine';
import type { Item } from '@orchestrator/workflow';
import type { AddressProof } from './address-proof.js';

/** A run to be started. */
export interface RunRequest extends Pick<StartedEvent, 'pins' | 'to' | 'seed' | 'kept' | 'only' | 'memory' | 'begun'> {
  tenantId: string;
  workflowId: string;
  workflowVersion: number;
  plan: Plan;
  mode: RunMode;
  /** Id of the node to start at. */
  node: string;
  /** What the start node is given; left out when `seed` says what its inputs are. */
  items?: readonly Item[];
  /** `items` were chosen for this run, and stand before the pinned data of the start node. */
  given?: boolean;
  /** A new one when left out. */
  executionId?: string;
  /** `executionId` was made for this run, so that no such run can be there yet. */
  isNew?: boolean;
  /** What led to the run was remembered, and is to be proven by its first commit. See `mayBeginUnproven`. */
  address?: AddressProof;
  parentId?: string;
  ancestors?: readonly string[];
  retryOf?: string;
  /** Somebody tries it; every run by hand is a test, and what it calls or what runs it again. */
  isTest?: boolean;
}

/** A run that is to be queued in a transaction of the caller's. */
export type QueuedRun = Pick<RunRequest, 'tenantId' | 'workflowId' | 'workflowVersion' | 'mode' | 'node' | 'items'>;

/** A run that this process drives. */
export interface LiveRun {
  executionId: string;
  /** Resolves with the answer to the webhook's caller once it is committed; `undefined` if the run ends without one. */
  response: Promise<WebhookResponse | undefined>;
  /** Resolves when this process lets go of the run: it has ended, or waits. Never rejects. */
  outcome: Promise<RunOutcome>;
}

/** How a run stands when its process lets go of it. */
export type RunOutcome =
  | { kind: DriveResult['kind']; state: RunState }
  /**
   * The journal could not be written, or this server is at fault: the run is taken up again when its lease runs out. With
   * `AddressesMovedError` nothing of it was written, and nothing is taken up.
   */
  | { kind: 'failed'; error: Error };
