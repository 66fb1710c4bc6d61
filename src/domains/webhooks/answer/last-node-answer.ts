import { lastItems, type RunState } from '@orchestrator/engine';
import { type Item, type JsonObject, type JsonValue, valueAt } from '@orchestrator/workflow';
import { Problem } from '../../../http/problem.js';
import type { AnswerSettings } from '../settings/call-settings.js';
import { type Answer, STARTED } from './answer.js';

/** The answer to a call that is answered before its run. */
export function answerAtOnce(settings: AnswerSettings): Answer {
  const { status, text, empty } = settings;
  const headers = ownHeaders(settings);
  if (empty) return { status, headers };
  return { status, headers, body: text === undefined ? STARTED : { text } };
}

/**
 * The answer with what the node that ran last gave.
 * @throws Problem 500 when the run failed, or there is nothing of what the settings ask for
 */
export function answerOfLastNode(settings: AnswerSettings, state: RunState): Answer {
  requireSuccess(state);
  const { status, data } = settings;
  const headers = ownHeaders(settings);
  if (data === 'noData' || settings.empty) return { status, headers };
  const items = lastItems(state);
  if (data === 'allEntries') return { status, headers, body: { json: items.map((item) => item.json) } };
  const first = items[0];
  if (!first) throw fault('webhook.no_items', 'The last node of the workflow gave no item to answer with.');
  if (data === 'firstEntryBinary') return { status, headers, body: { file: fileOf(first, settings.file) } };
  return { status, headers, body: bodyOf(first.json, settings, headers) };
}

/** @throws Problem 500 when the run did not end well */
export function requireSuccess(state: RunState): void {
  if (state.status === 'success') return;
  const { status } = state;
  if (status === 'cancelled') throw fault('webhook.run_cancelled', 'The run was cancelled.');
  if (status === 'in_doubt') {
    throw fault('webhook.run_in_doubt', 'A step of the run was interrupted and waits for a person.');
  }
  // What failed is the workflow owner's business, not the caller's: the execution tells it.
  throw fault('webhook.run_failed', 'Error in workflow');
}

/** Says nothing of which run it was: who calls a webhook is nobody in particular, and the id of a run is its tenant's. */
const fault = (code: string, detail: string) => new Problem(500, code, detail);

/** Headers that the node itself sets. */
export function ownHeaders(settings: AnswerSettings): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const { name, value } of settings.headers) headers[name.toLowerCase()] = value;
  return headers;
}

function bodyOf(json: JsonObject, settings: AnswerSettings, headers: Record<string, string>): Answer['body'] {
  const value = settings.property === undefined ? json : fieldOf(json, settings.property);
  if (value === undefined) return undefined;
  if (settings.contentType !== undefined) {
    headers['content-type'] = settings.contentType;
    return { text: typeof value === 'string' ? value : JSON.stringify(value) };
  }
  return typeof value === 'string' ? { text: value } : { json: value };
}

/** A field by its name, else by its path. */
const fieldOf = (json: JsonObject, path: string): JsonValue | undefined =>
  Object.hasOwn(json, path) ? json[path] : valueAt(json, path);

function fileOf(item: Item, name: string) {
  const file = item.binary && Object.hasOwn(item.binary, name) ? item.binary[name] : undefined;
  if (!file) throw fault('webhook.no_file', `The first item of the last node has no file '${name}'.`);
  return file;
}
