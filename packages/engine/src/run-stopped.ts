import type { ItemError } from '@orchestrator/workflow';

/** The reason of a cancel signal by which a host ends a run as failed, with this error, rather than as cancelled. */
export class RunStopped extends Error {
  override readonly name = 'RunStopped';
  constructor(readonly error: ItemError) {
    super(error.message);
  }
}
