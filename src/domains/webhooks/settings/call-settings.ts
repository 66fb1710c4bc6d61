import { headerValue } from '@orchestrator/node-sdk';
import type { WorkflowNode } from '@orchestrator/workflow';
import type { BodyRules } from '../request/body-reader.js';
import { type CallRules, callRules } from './call-rules.js';
import { list, record, text } from './raw-values.js';

/** When the caller is answered: before the run, with its result, or by a node of it. */
export type ResponseMode = 'onReceived' | 'lastNode' | 'responseNode';
/** What of the last node's items is answered. */
export type ResponseData = 'firstEntryJson' | 'allEntries' | 'firstEntryBinary' | 'noData';

/** Whether a person who opens the address of a wait is asked before the run goes on; `automatic` asks all but programs. */
export type AskSetting = 'automatic' | 'never' | 'always';

/** How a call is answered, for the modes in which no node says so. */
export interface AnswerSettings {
  mode: ResponseMode;
  status: number;
  data: ResponseData;
  /** Answer with this field of the first item (a path such as `a.b`) instead of the whole. */
  property?: string;
  contentType?: string;
  /** Name of the file for `firstEntryBinary`. */
  file: string;
  /** Text of an answer at once. */
  text?: string;
  /** Nothing but the status. */
  empty: boolean;
  headers: readonly { name: string; value: string }[];
}

/** Everything that a node says of the calls it takes. */
export interface CallSettings {
  methods: readonly string[];
  answer: AnswerSettings;
  rules: CallRules;
  body: BodyRules;
  /** Of a wait for a call that is opened (GET). */
  ask: AskSetting;
}

const MODES: readonly string[] = ['onReceived', 'lastNode', 'responseNode'];
const ASKS: readonly string[] = ['automatic', 'never', 'always'];
const DATA: readonly string[] = ['firstEntryJson', 'allEntries', 'firstEntryBinary', 'noData'];
const known = new WeakMap<WorkflowNode, CallSettings>();

/**
 * The settings of a webhook, form or wait node, from its parameters as they stand in the document. Worked out once for
 * each node of a version, because a version never changes.
 */
export function callSettings(node: WorkflowNode): CallSettings {
  let settings = known.get(node);
  if (!settings) {
    settings = read(node);
    known.set(node, settings);
  }
  return settings;
}

function read(node: WorkflowNode): CallSettings {
  const p = node.parameters;
  const options = record(p.options);
  const methods = list(p.methods ?? p.method)
    .map((method) => text(method)?.toUpperCase())
    .filter((method) => method !== undefined);
  const mode = text(p.responseMode) ?? 'onReceived';
  const data = text(p.responseData) ?? 'firstEntryJson';
  return {
    methods: methods.length > 0 ? [...new Set(methods)] : ['GET'],
    answer: {
      mode: (MODES.includes(mode) ? mode : 'onReceived') as ResponseMode,
      status: statusOf(p.responseCode ?? options.responseCode),
      data: (DATA.includes(data) ? data : 'firstEntryJson') as ResponseData,
      property: text(options.responseProperty),
      contentType: text(options.responseContentType),
      file: text(p.responseBinary) ?? 'data',
      text: text(options.responseText),
      empty: options.noResponseBody === true,
      headers: list(options.responseHeaders).flatMap((each) => {
        const { name, value } = record(each);
        return typeof name === 'string' && name !== '' ? [{ name, value: sendable(name, String(value ?? '')) }] : [];
      }),
    },
    rules: callRules(node),
    ask: (ASKS.includes(String(options.ask)) ? options.ask : 'automatic') as AskSetting,
    body: {
      raw: options.rawBody === true,
      asFile: options.binaryData === true ? (text(options.binaryField) ?? 'data') : undefined,
      fileProperty: text(options.binaryField) ?? 'data',
      filePrefix: text(options.binaryField),
      suffixedJsonAsFile: options.suffixedJsonAsFile === true,
    },
  };
}

/** What can't be sent stays as it is, for whoever checks the settings to find. */
const sendable = (name: string, value: string) => headerValue(name, value) ?? value;

/** A header of the node's own that can't be sent, as its name or value has characters that no header carries. */
export function unsendableHeader({ answer }: CallSettings): string | undefined {
  return answer.headers.find(({ name, value }) => headerValue(name, value) === undefined)?.name;
}

function statusOf(value: unknown): number {
  const status = Number(value);
  return Number.isInteger(status) && status >= 200 && status <= 599 ? status : 200;
}
