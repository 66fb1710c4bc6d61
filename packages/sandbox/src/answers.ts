import type { Evaluation } from '@orchestrator/expression';
import type { JsonObject, JsonValue } from '@orchestrator/workflow';
import type { CodeJobResult, StaticData } from './jobs.js';
import { SandboxFault } from './sandbox-fault.js';

// What comes out of an isolate was written by hostile code, whatever the bundle meant to answer: it is read as JSON,
// field by field, and only what has the right shape goes on.

const LEVELS = ['debug', 'info', 'warn', 'error'] as const;
/** Some more than the isolate's console keeps. */
const MAX_LINES = 1_000;

/** @param answer what its JSON gave. @throws SandboxFault when the answer has no sense in it */
export function readCodeResult(answer: JsonValue): CodeJobResult {
  if (!isObject(answer)) throw unreadable();
  if (!Array.isArray(answer.values)) throw unreadable();
  const result: CodeJobResult = {
    values: answer.values.map(readValue),
    logs: Array.isArray(answer.logs) ? answer.logs.slice(0, MAX_LINES).flatMap(readLine) : [],
  };
  const { staticData, customData } = answer;
  if (isObject(staticData)) {
    const kinds: StaticData = {};
    if (isObject(staticData.global)) kinds.global = staticData.global;
    if (isObject(staticData.node)) kinds.node = staticData.node;
    result.staticData = kinds;
  }
  if (isObject(customData)) {
    const written = Object.entries(customData).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    );
    if (written.length > 0) result.customData = Object.fromEntries(written);
  }
  return result;
}

/** @throws SandboxFault when the answer has no sense in it */
export function readEvaluation(text: string): Evaluation {
  const { kind, value, message, code } = readObject(text);
  if (kind === 'value') return value === undefined ? { kind: 'undefined' } : { kind, value };
  if (kind === 'undefined') return { kind };
  if (kind === 'error' && typeof message === 'string' && typeof code === 'string') return { kind, message, code };
  throw unreadable();
}

/** JSON of an isolate, without `__proto__` keys. */
export function readJson(text: string): JsonValue {
  let value: JsonValue;
  try {
    value = JSON.parse(text);
  } catch {
    throw unreadable();
  }
  // An escape may hide the name; the walk is for the rare text that could have it.
  if (MAY_NAME_PROTOTYPE.test(text)) dropProto(value);
  return value;
}

/** The name, or an escape of one of its letters. */
const MAY_NAME_PROTOTYPE = /__proto__|\\u00(?:5f|6f|7[024])/i;

function dropProto(root: JsonValue): void {
  const open: JsonValue[] = [root];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (typeof value !== 'object' || value === null) continue;
    if (!Array.isArray(value)) Reflect.deleteProperty(value, '__proto__');
    for (const inner of Object.values(value)) if (typeof inner === 'object' && inner !== null) open.push(inner);
  }
}

function readValue(value: JsonValue): CodeJobResult['values'][number] {
  if (!isObject(value)) throw unreadable();
  if (value.error === undefined) return { value: value.value };
  const { message, line } = isObject(value.error) ? value.error : {};
  const error = { message: typeof message === 'string' ? message : 'The code failed.' };
  return { error: typeof line === 'number' ? { ...error, line } : error };
}

function readObject(text: string): JsonObject {
  const value = readJson(text);
  if (!isObject(value)) throw unreadable();
  return value;
}
function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function readLine(line: JsonValue): CodeJobResult['logs'] {
  if (!isObject(line) || typeof line.text !== 'string') return [];
  const level = LEVELS.find((each) => each === line.level) ?? 'info';
  const { text, item } = line;
  return [typeof item === 'number' ? { level, text, item } : { level, text }];
}
function unreadable(): SandboxFault {
  return new SandboxFault('sandbox.crashed', 'The code gave an answer that could not be read.');
}
