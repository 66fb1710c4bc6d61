import { decodeEvents, type RunEvent } from '@orchestrator/engine';
import type { EntityManager } from 'typeorm';
import { unpackChunk } from './chunk-codec.js';

/**
 * All events of an execution, in order; empty when there is none.
 * @param tx of the tenant, or the engine's
 */
export async function readJournal(tx: EntityManager, executionId: string): Promise<RunEvent[]> {
  const chunks: { seq: number; events: Buffer }[] = await tx.query(
    'select seq, events from execution_journal where execution_id = $1 order by seq',
    [executionId],
  );
  const events: RunEvent[] = [];
  for (const chunk of chunks) {
    if (chunk.seq !== events.length)
      throw new Error(`the journal of execution ${executionId} has a gap before event ${events.length}`);
    events.push(...decodeEvents(unpackChunk(chunk.events)));
  }
  return events;
}
