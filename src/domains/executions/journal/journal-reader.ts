import { decodeEvents, type RunEvent } from '@orchestrator/engine';
import type { EntityManager } from 'typeorm';
import { unpackChunk } from './chunk-codec.js';

/**
 * All events of an execution, in order; empty when there is none.
 * @param tx of the tenant, or the engine's
 * @param asFar leave out what can't be read, and all behind it: for looking at a run that has ended
 * @throws what unpacking and decoding throw, when the journal is damaged or of a newer version
 */
export async function readJournal(tx: EntityManager, executionId: string, asFar = false): Promise<RunEvent[]> {
  const chunks: { seq: number; events: Buffer }[] = await tx.query(
    'select seq, events from execution_journal where execution_id = $1 order by seq',
    [executionId],
  );
  const events: RunEvent[] = [];
  try {
    for (const chunk of chunks) {
      if (chunk.seq !== events.length)
        throw new Error(`the journal of execution ${executionId} has a gap before event ${events.length}`);
      for (const event of decodeEvents(unpackChunk(chunk.events))) events.push(event);
    }
  } catch (error) {
    if (!asFar) throw error;
  }
  return events;
}
