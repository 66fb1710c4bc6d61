import { Injectable } from '@nestjs/common';
import type { JsonValue } from '@orchestrator/workflow';
import { MainThread } from '../fairness/main-thread.js';
import { ownMemory } from '../workers/hand-over.js';
import { WorkerPool } from '../workers/worker-pool.js';
import { workerTask } from '../workers/worker-task.js';
import { joinJson } from './join-json.js';
import type { JsonRefusal } from './json-bounds.js';
import type { PrototypeKeys } from './prepare-json.js';

const PREPARE = workerTask<typeof import('./prepare-json.task.js').default>(
  new URL('./prepare-json.task.js', import.meta.url),
);

/**
 * Reads large JSON texts: a thread checks them, and what they become is put together here in small pieces, so that
 * others have their turn meanwhile. (To take the values themselves over from a thread costs more than to read them.)
 */
@Injectable()
export class JsonReader {
  constructor(
    private readonly workers: WorkerPool,
    private readonly turns: MainThread,
  ) {}

  /**
   * @param bytes go over to the thread: they are gone afterwards
   * @param owner whose turn the thread's work takes: a tenant's id, or an address
   * @returns the value, `undefined` for nothing but blanks
   * @throws WorkerFault
   */
  async read(
    bytes: Buffer<ArrayBuffer>,
    keys: PrototypeKeys,
    owner: string,
  ): Promise<{ value: JsonValue | undefined } | { refusal: JsonRefusal }> {
    const prepared = await this.workers.run(PREPARE, { bytes, keys }, { owner, transfer: ownMemory([bytes]) });
    if ('refusal' in prepared) return prepared;
    return { value: 'isEmpty' in prepared ? undefined : await this.turns.inTurns(owner, joinJson(prepared)) };
  }
}
