import { setImmediate as nextTurn } from 'node:timers/promises';
import type { JsonValue } from '@orchestrator/workflow';
import { joinJson } from './join-json.js';
import type { PreparedJson } from './prepare-json.js';

/** Milliseconds of the main thread after which others have their turn. */
const TURN_MS = 10;

/** Builds the value of a prepared JSON text, with pauses in which others have their turn. */
export async function joinInTurns({ bytes, cuts }: PreparedJson): Promise<JsonValue> {
  const steps = joinJson(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), cuts);
  let began = performance.now();
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    if (performance.now() - began < TURN_MS) continue;
    await nextTurn();
    began = performance.now();
  }
}
