import { defineNode, NodeFault, type NodeWebhookResponse, param, type Say } from '@orchestrator/node-sdk';
import type { BinaryRef, Item, JsonObject, JsonValue } from '@orchestrator/workflow';
import { setField } from '../field-path/field-path.js';
import { shownValue } from '../subtitle/shown-value.js';
import { parseTypedJson, type TypedJson } from '../value-types/exact-json.js';
import { toJsonValue } from '../value-types/json-value.js';
import { de } from './respond-to-webhook.de.js';
import { docs } from './respond-to-webhook.docs.js';
import { sendable } from './sendable-header.js';
import { signToken } from './sign-token.js';

export const respondToWebhook = defineNode({
  type: 'respondToWebhook',
  flow: { responds: true },
  version: 1,
  label: 'Respond to webhook',
  summary: 'Answers the call that started the workflow, and goes on.',
  keywords: ['answer', 'reply', 'return', 'response', 'redirect', 'http'],
  actions: [
    { label: 'Answer a webhook with JSON', parameters: { respondWith: 'json' } },
    { label: 'Answer a webhook with the first item', parameters: { respondWith: 'firstItem' } },
    { label: 'Answer a webhook with a page or text', parameters: { respondWith: 'text' } },
    { label: 'Answer a webhook with a file', parameters: { respondWith: 'file' } },
    { label: 'Redirect the caller', parameters: { respondWith: 'redirect' } },
  ],
  docs,
  translations: { de },
  group: 'network',
  icon: 'reply',
  // The answer is kept with the step and sent when that is committed: running the step again sends nothing twice.
  effect: 'pure',
  subtitle: respondLine,
  credentials: [{ type: 'jwtAuth', required: true, show: { respondWith: ['jwt'] } }],
  outputs: (raw) => (raw.responseOutput === true ? [{ name: 'input' }, { name: 'response' }] : [{}]),
  parameters: {
    respondWith: param.options({
      label: 'Answer with',
      literal: true,
      choices: [
        { value: 'firstItem', label: 'The first item' },
        { value: 'allItems', label: 'All items' },
        { value: 'json', label: 'JSON' },
        { value: 'text', label: 'Text' },
        { value: 'file', label: 'A file' },
        { value: 'jwt', label: 'A signed token', description: 'A JSON web token.' },
        { value: 'redirect', label: 'A redirect' },
        { value: 'nothing', label: 'Nothing' },
      ],
    }),
    json: param.json({ label: 'JSON', default: '{}', show: { respondWith: ['json'] } }),
    text: param.string({ label: 'Text', multiline: true, language: 'html', show: { respondWith: ['text'] } }),
    url: param.string({ label: 'Address to go to', required: true, show: { respondWith: ['redirect'] } }),
    payload: param.json({ label: 'Content of the token', default: '{}', show: { respondWith: ['jwt'] } }),
    file: param.string({
      label: 'Name of the file',
      description: 'Left empty: the first file of the first item.',
      show: { respondWith: ['file'] },
    }),
    responseOutput: param.boolean({
      label: 'Second output with the answer',
      description: 'To go on with what was answered: its status code, headers and body.',
      literal: true,
    }),
    options: param.collection({
      label: 'Options',
      fields: {
        status: param.number({ label: 'Status code', integer: true, min: 200, max: 599, default: 200 }),
        headers: param.list({
          label: 'Headers',
          itemLabel: 'header',
          fields: { name: param.string({ label: 'Name' }), value: param.string({ label: 'Value' }) },
        }),
        field: param.string({
          label: 'Put the data in a field',
          description: 'Path of the field of the answer that holds the item or items.',
          placeholder: 'data.rows',
        }),
      },
    }),
  },
  async run(ctx) {
    const p = await ctx.parameters(0);
    const { status, field } = p.options;
    const headers: Record<string, string> = {};
    for (const { name, value } of p.options.headers ?? [])
      if (name) headers[name.toLowerCase()] = sendable(name, value);
    const response: JsonObject = {};
    const answer = (code: number, body?: NodeWebhookResponse['body']) => {
      const statusCode = status ?? code;
      Object.assign(response, { statusCode, headers, ...(body ? { body: Object.values(body)[0] } : {}) });
      return ctx.respond({ status: statusCode, headers, ...(body ? { body } : {}) });
    };
    switch (p.respondWith) {
      case 'firstItem':
        await answer(200, { json: within(field, ctx.items[0]?.json ?? {}) });
        break;
      case 'allItems': {
        const all = ctx.items.map((item) => item.json);
        await answer(200, { json: within(field, all) });
        break;
      }
      case 'json': {
        const { value: json, exact } = parsed(p.json, 'The answer');
        if (exact !== undefined) {
          headers['content-type'] ??= 'application/json; charset=utf-8';
          await answer(200, { text: JSON.stringify(exact) }); // numbers as they were typed
        } else await answer(200, typeof json === 'string' ? { text: json } : { json }); // a text as it is, as n8n has it
        break;
      }
      case 'text':
        headers['content-type'] ??= 'text/html; charset=utf-8'; // as n8n sends text
        await answer(200, { text: p.text });
        break;
      case 'file':
        await answer(200, { file: fileOf(ctx.items[0], p.file) });
        break;
      case 'jwt': {
        const token = await signToken(
          objectIn(parsed(p.payload, 'The content of the token').value),
          await ctx.credential('jwtAuth'),
          ctx.now(),
        );
        await answer(200, { json: { token } });
        break;
      }
      case 'redirect':
        headers.location = sendable('location', p.url);
        await answer(307);
        break;
      case 'nothing':
        await answer(200);
    }
    return p.responseOutput ? [ctx.items, [{ json: { response } }]] : [ctx.items];
  },
});

function within(field: string | undefined, value: JsonValue): JsonValue {
  if (!field) return value;
  const out: JsonObject = {};
  setField(out, field, value);
  return out;
}

/** JSON as text or as a value that an expression gave. */
function parsed(given: JsonValue, what: string): TypedJson {
  if (typeof given !== 'string') return { value: toJsonValue(given) };
  try {
    return parseTypedJson(given);
  } catch (error) {
    throw new NodeFault(`${what} is not valid JSON`, {
      code: 'json.syntax',
      description: `${(error as Error).message}. Text from expressions needs quotes around it: "{{ $json.name }}".`,
      retryable: false,
    });
  }
}

function objectIn(value: JsonValue): JsonObject {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  throw new NodeFault('The content of a token is a JSON object', { code: 'json.object', retryable: false });
}

function fileOf(item: Item | undefined, name: string): BinaryRef {
  const files = item?.binary ?? {};
  const wanted = name || Object.keys(files)[0];
  const file = wanted !== undefined && Object.hasOwn(files, wanted) ? files[wanted] : undefined;
  if (file) return file;
  throw new NodeFault(name ? `The first item has no file "${name}"` : 'The first item has no file', {
    code: 'webhook.file',
    retryable: false,
  });
}

const ANSWERS: Readonly<Record<string, (say: Say) => string>> = {
  firstItem: (say) => say('the first item'),
  allItems: (say) => say('all items'),
  json: () => 'JSON',
  text: (say) => say('text'),
  file: (say) => say('a file'),
  jwt: (say) => say('a signed token'),
  redirect: (say) => say('redirect'),
  nothing: (say) => say('nothing'),
};

function respondLine(raw: JsonObject, say: Say): string {
  const options =
    typeof raw.options === 'object' && raw.options !== null && !Array.isArray(raw.options) ? raw.options : {};
  const status = shownValue(options.status);
  const kind = String(raw.respondWith);
  const answer = Object.hasOwn(ANSWERS, kind) ? ANSWERS[kind]?.(say) : '';
  const to = raw.respondWith === 'redirect' ? shownValue(raw.url) : '';
  return [status, answer, to].filter((part) => part !== '').join(' ');
}
