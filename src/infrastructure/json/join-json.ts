import type { JsonValue } from '@orchestrator/workflow';
import { CLOSE, KEY, OPEN_ARRAY, OPEN_OBJECT, RUN, STEP_LENGTH } from './json-cuts.js';

import type { PreparedJson } from './prepare-json.js';

type Container = JsonValue[] | Record<string, JsonValue>;

/** Builds the value of a prepared JSON text from its pieces, one at each step. */
export function* joinJson(prepared: PreparedJson): Generator<void, JsonValue> {
  const { cuts } = prepared;
  const bytes = Buffer.from(prepared.bytes.buffer, prepared.bytes.byteOffset, prepared.bytes.byteLength);
  if (cuts.length === 0) return JSON.parse(bytes.toString('utf8')) as JsonValue;
  const open: Container[] = [];
  let root: JsonValue = null;
  let key = '';
  for (let at = 0; at < cuts.length; at += STEP_LENGTH) {
    const [step, start, end] = [cuts[at], cuts[at + 1], cuts[at + 2]];
    const container = open.at(-1);
    switch (step) {
      case OPEN_ARRAY:
      case OPEN_OBJECT: {
        const opened: Container = step === OPEN_ARRAY ? [] : {};
        if (!container) root = opened;
        else if (Array.isArray(container)) container.push(opened);
        else container[key] = opened;
        open.push(opened);
        break;
      }
      case KEY:
        key = JSON.parse(bytes.toString('utf8', start, end)) as string;
        break;
      case RUN:
        addMembers(container as Container, bytes.toString('utf8', start, end));
        yield;
        break;
      case CLOSE:
        open.pop();
        break;
    }
  }
  return root;
}

function addMembers(container: Container, members: string): void {
  if (Array.isArray(container)) {
    for (const member of JSON.parse(`[${members}]`) as JsonValue[]) container.push(member);
    return;
  }
  // `for in` would take numbers first; so does every object that has them, however it is filled.
  const given = JSON.parse(`{${members}}`) as Record<string, JsonValue>;
  for (const name of Object.keys(given)) container[name] = given[name] as JsonValue;
}
