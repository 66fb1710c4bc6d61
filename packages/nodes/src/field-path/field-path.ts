import { NodeFault } from '@orchestrator/node-sdk';
import type { JsonObject, JsonValue } from '@orchestrator/workflow';

/**
 * Reads and writes fields by path, as people write them in a node's form: `a.b[0].c`, `a["key with.dot"]`. A field whose
 * whole name is the path wins over the path (`{"a.b": 1}` has `a.b`), as in n8n. Only own fields are seen, and a path
 * through `__proto__`, `constructor` or `prototype` is never followed nor written.
 */
export interface FieldPathOptions {
  /** `false`: the path is one name, dots included. Default `true`. */
  dotNotation?: boolean;
}

/** Names that lead out of plain data, towards objects that everyone shares. */
const FORBIDDEN: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Lists are not made longer than this by naming an entry: `a[999999999]` would fill the memory with nothing. */
const MAX_LIST_INDEX = 100_000;

/** Characters of a path: many times what a person writes, and few enough to read at once. */
const MAX_PATH = 2_000;

/** Names in one list: each is looked for in each item. */
const MAX_NAMES = 1_000;

/** One step of a path: `[0]`, `["quoted"]`, `['quoted']`, or a bare name. */
const STEP = /\[(?:(["'])((?:\\.|(?!\1)[^\\])*)\1|([^\]"']*))\]|([^.[\]]+)|\.(?=\.|\[\]|$)/g;

/** Whether a text can be a path of more than one step; nearly all names of fields are not. */
const hasSteps = (path: string) => path.includes('.') || path.includes('[') || path.includes(']');

/** The steps of a path. `a.b[0]['c']` is `a`, `b`, `0`, `c`; an empty step between two dots is an empty name. */
export function fieldSteps(path: string): string[] {
  if (path.length > MAX_PATH) {
    throw new NodeFault(`The path of a field is longer than ${MAX_PATH} characters`, {
      code: 'field.path',
      retryable: false,
    });
  }
  if (path !== '' && !hasSteps(path)) return [path];
  const steps: string[] = path.startsWith('.') ? [''] : [];
  for (const [, quote, quoted, bracket, name] of path.matchAll(STEP)) {
    steps.push(quote ? (quoted ?? '').replace(/\\(.)/g, '$1') : (bracket?.trim() ?? name ?? ''));
  }
  return steps;
}

/** Whether a path may be written: none of its steps leads out of plain data. */
export function isSafeFieldPath(path: string, options: FieldPathOptions = {}): boolean {
  return (
    !FORBIDDEN.has(path) && (options.dotNotation === false || !fieldSteps(path).some((step) => FORBIDDEN.has(step)))
  );
}

/** The value at a path; `undefined` when there is none. */
export function getField(json: JsonObject, path: string, options: FieldPathOptions = {}): JsonValue | undefined {
  let value: JsonValue | undefined = json;
  for (const step of stepsIn(json, path, options)) {
    if (!isContainer(value) || FORBIDDEN.has(step) || !Object.hasOwn(value, step)) return undefined;
    value = (value as JsonObject)[step];
  }
  return value;
}

/** Whether there is a field at the path, be its value `null`. */
export function hasField(json: JsonObject, path: string, options: FieldPathOptions = {}): boolean {
  return getField(json, path, options) !== undefined;
}

/**
 * Writes a value at a path, in place. Objects on the way are made where there are none, and lists where the next step is
 * an index. Throws a `NodeFault` for a path that leads out of plain data.
 */
export function setField(json: JsonObject, path: string, value: JsonValue, options: FieldPathOptions = {}): void {
  if (!isSafeFieldPath(path, options)) {
    throw new NodeFault(`The field name "${path}" can't be used`, {
      code: 'field.forbidden',
      description: 'Fields called "__proto__", "constructor" or "prototype" are refused. Choose another name.',
      retryable: false,
    });
  }
  const steps = stepsIn(json, path, options);
  let target: JsonObject = json;
  for (const [index, step] of steps.entries()) {
    if (Array.isArray(target)) requireIndex(path, step);
    if (index === steps.length - 1) {
      target[step] = value;
      return;
    }
    const next = Object.hasOwn(target, step) ? target[step] : undefined;
    const container: JsonValue = isContainer(next) ? next : /^\d+$/.test(steps[index + 1] ?? '') ? [] : {};
    target[step] = container;
    target = container as JsonObject;
  }
}

/** Removes the field at a path, in place. Says whether there was one. An entry of a list leaves `null` behind. */
export function deleteField(json: JsonObject, path: string, options: FieldPathOptions = {}): boolean {
  const steps = stepsIn(json, path, options);
  const last = steps.pop();
  let target: JsonValue | undefined = json;
  for (const step of steps) {
    if (!isContainer(target) || FORBIDDEN.has(step) || !Object.hasOwn(target, step)) return false;
    target = (target as JsonObject)[step];
  }
  if (last === undefined || !isContainer(target) || !Object.hasOwn(target, last)) return false;
  if (!Array.isArray(target)) delete target[last];
  else if (/^\d+$/.test(last)) target[Number(last)] = null;
  else return false;
  return true;
}

/**
 * The names in a list that people write with commas: `a, b.c` is `a` and `b.c`. A list of names, as an expression may
 * give it (`["a", "b.c"]`, also as text), is taken as it is. Throws a `NodeFault` when there are too many.
 */
export function fieldNames(list: JsonValue | undefined): string[] {
  const names = Array.isArray(list) ? list.map(String) : typeof list === 'string' ? namesInText(list) : [];
  if (names.length > MAX_NAMES) {
    throw new NodeFault(`${names.length} fields are named; ${MAX_NAMES} is the most`, {
      code: 'field.too_many',
      description: 'Name fewer, or take all fields and leave out those that are not wanted.',
      retryable: false,
    });
  }
  return names.map((name) => name.trim()).filter((name) => name !== '');
}

function namesInText(text: string): string[] {
  if (text.trim().startsWith('["')) {
    try {
      const list: unknown = JSON.parse(text);
      if (Array.isArray(list)) return list.map(String);
    } catch {
      // Not a list after all: a path may begin with a bracket too.
    }
  }
  return text.split(',');
}

function stepsIn(json: JsonObject, path: string, options: FieldPathOptions): string[] {
  if (options.dotNotation === false || !/[.[]/.test(path) || Object.hasOwn(json, path)) return [path];
  return fieldSteps(path);
}

function requireIndex(path: string, step: string): void {
  if (/^\d+$/.test(step) && Number(step) <= MAX_LIST_INDEX) return;
  throw new NodeFault(`"${step}" in "${path}" is not an entry of a list`, {
    code: 'field.index',
    description: `Entries of a list are named by numbers from 0 to ${MAX_LIST_INDEX}.`,
    retryable: false,
  });
}

function isContainer(value: JsonValue | undefined): value is JsonObject | JsonValue[] {
  return typeof value === 'object' && value !== null;
}
