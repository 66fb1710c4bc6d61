import {
  type HttpRequest,
  headerValue,
  type MultipartPart,
  NodeFault,
  type ParameterValues,
} from '@orchestrator/node-sdk';
import type { Item, JsonValue } from '@orchestrator/workflow';
import { parseNumbersAsTyped, parseTypedJson, type TypedJson } from '../value-types/exact-json.js';
import type { parameters } from './http-request.parameters.js';
import { type ArrayFormat, encodeQuery, withQuery } from './query-string.js';

export type Settings = ParameterValues<typeof parameters>;
export type Fields = Record<string, unknown>;

/** A request before it is encoded: paging changes one parameter of it and sends it again. */
export interface Draft {
  method: string;
  url: string;
  query: Fields;
  headers: Fields;
  /** `value` is an object of fields, or for `json` anything, for `raw` text, for `file` the name of a binary field. */
  body: {
    kind: Settings['bodyKind'];
    value: unknown;
    /** Of JSON that was typed: the value with its numbers as they were typed, to be written down. */
    exact?: unknown;
    contentType?: string;
  };
}

/** The request that the node's settings describe for one item. Throws for settings that describe none. */
export function draftOf(settings: Settings): Draft {
  const headers =
    settings.headersMode === 'fields'
      ? fieldsOf(settings.headers)
      : settings.headersMode === 'json'
        ? parsedObject(settings.headersJson, 'Headers', 'headersJson')
        : {};
  return {
    method: settings.method,
    url: settings.url,
    query:
      settings.queryMode === 'fields'
        ? fieldsOf(settings.query)
        : settings.queryMode === 'json'
          ? parsedObject(settings.queryJson, 'Query', 'queryJson')
          : {},
    headers: (settings.options.lowercaseHeaders ?? true) ? lowerCased(headers) : headers,
    body: { kind: settings.bodyKind, ...bodyOf(settings), contentType: settings.rawContentType },
  };
}

function bodyOf(settings: Settings): { value: unknown; exact?: unknown } {
  switch (settings.bodyKind) {
    case 'none':
      return { value: undefined };
    case 'raw':
      return { value: settings.rawBody };
    case 'file':
      return { value: settings.fileField };
    case 'multipart': {
      const parts = settings.bodyFields.map((f) => [f.name, f.file === '' ? f.value : new FileField(f.file)]);
      return { value: Object.fromEntries(parts) };
    }
    case 'form':
      return { value: settings.bodyMode === 'fields' ? fieldsOf(settings.bodyFields) : formText(settings.bodyText) };
    default:
      return settings.bodyMode === 'fields'
        ? { value: fieldsOf(settings.bodyFields) }
        : parsed(settings.bodyText, 'Body', 'bodyText', parseTypedJson);
  }
}

/** Stands for a file of the item in a multipart body. */
class FileField {
  constructor(readonly field: string) {}
}

function fieldsOf(list: readonly { name: string; value: unknown }[]): Fields {
  return Object.fromEntries(list.filter(({ name }) => name !== '').map(({ name, value }) => [name, value]));
}

function formText(text: JsonValue): Fields {
  if (typeof text === 'object' && text !== null) return text as Fields;
  return Object.fromEntries(new URLSearchParams(String(text ?? '')));
}

/** JSON as text, or a value that an expression gave. */
function parsed(given: JsonValue, what: string, parameter: string, parse: (text: string) => TypedJson): TypedJson {
  if (typeof given !== 'string') return { value: given };
  try {
    return parse(given);
  } catch (error) {
    throw new NodeFault(`${what}: this is not valid JSON: ${(error as Error).message}`, {
      code: 'http.json_parameter',
      parameter,
      description:
        'Text that expressions put into JSON needs quotes, and JSON.stringify where it may hold some itself.',
      retryable: false,
    });
  }
}

/** Query and headers are JSON text; an object from an expression is refused, as workflows made for n8n expect. */
function parsedObject(given: JsonValue, what: string, parameter: string): Fields {
  const read = (text: string) => ({ value: parseNumbersAsTyped(text) });
  const value = typeof given === 'string' ? parsed(given, what, parameter, read).value : undefined;
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields;
  throw new NodeFault(`${what}: this must be the text of a JSON object, such as {"limit": 10}`, {
    code: 'http.json_parameter',
    parameter,
    description: 'Wrap an expression that gives an object in JSON.stringify(...).',
    retryable: false,
  });
}

function lowerCased(headers: Fields): Fields {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

/** Encodes a draft into the request that is sent. */
export function toRequest(draft: Draft, item: Item, arrays: ArrayFormat = 'indices'): HttpRequest {
  const headers: Record<string, string> = {};
  const names = new Set<string>();
  for (const [name, value] of Object.entries(draft.headers)) {
    if (name === '' || value === undefined || value === null) continue;
    const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
    if (headerValue(name, text) === undefined) throw unsendable(name);
    headers[name] = text;
    names.add(name.toLowerCase());
  }
  const { body, contentType } = encodedBody(draft.body, item);
  if (contentType !== undefined && !names.has('content-type')) headers['content-type'] = contentType;
  const url = withQuery(draft.url.trim(), encodeQuery(draft.query, arrays));
  return { method: draft.method, url, headers, body };
}

function unsendable(name: string): NodeFault {
  return new NodeFault(`The header "${name}" can't be sent`, {
    code: 'http.header',
    description:
      'Names of headers are letters, digits and "-". Values have no line breaks, and no characters beyond Latin-1, such as "日" or an emoji: encode those, for instance with urlEncode().',
    retryable: false,
  });
}

function encodedBody(
  { kind, value, exact, contentType }: Draft['body'],
  item: Item,
): { body?: HttpRequest['body']; contentType?: string } {
  switch (kind) {
    case 'none':
      return {};
    case 'json':
      return { body: JSON.stringify(exact ?? value) ?? '', contentType: 'application/json' };
    case 'form':
      return { body: encodeQuery(value as Fields), contentType: 'application/x-www-form-urlencoded' };
    case 'multipart':
      return {
        body: { multipart: Object.entries(value as Fields).flatMap(([name, each]) => partsOf(name, each, item)) },
      };
    case 'file':
      return { body: { blob: fileOf(item, String(value)) } };
    default:
      return {
        body: typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? ''),
        contentType: contentType || undefined,
      };
  }
}

function partsOf(name: string, value: unknown, item: Item): MultipartPart[] {
  if (value instanceof FileField) return [{ name, value: { blob: fileOf(item, value.field) } }];
  if (Array.isArray(value)) return value.flatMap((each) => partsOf(name, each, item));
  if (typeof value === 'object' && value !== null) return [{ name, value: JSON.stringify(value) }];
  return [{ name, value: String(value ?? '') }];
}

function fileOf(item: Item, field: string) {
  const file = item.binary && Object.hasOwn(item.binary, field) ? item.binary[field] : undefined;
  if (file) return file;
  const there = Object.keys(item.binary ?? {});
  throw new NodeFault(`The item has no file in the field "${field}"`, {
    code: 'http.file_missing',
    description: there.length > 0 ? `It has files in: ${there.join(', ')}.` : 'It has no files at all.',
    retryable: false,
  });
}
