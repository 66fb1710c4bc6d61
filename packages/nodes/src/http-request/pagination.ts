import { createHash } from 'node:crypto';
import { type HttpResponse, type NodeContext, NodeFault } from '@orchestrator/node-sdk';
import type { JsonObject, JsonValue } from '@orchestrator/workflow';
import { fieldSteps, setField } from '../field-path/field-path.js';
import type { Draft, Fields, Settings } from './draft.js';
import { pause } from './pause.js';
import { bodyForPaging, requireSuccess } from './read-response.js';

/** The same answer this often in a row means that the paging never moves on. */
const SAME_ANSWERS = 5;
/** A guard against paging without end; services with more pages are read in several runs. */
const MOST_REQUESTS = 10_000;

/** How further pages are asked for, as it stands in the document; texts may be expressions. */
type Pagination = Settings['pagination'];

/**
 * Asks for pages until the last. A page whose status is no success is only good when it is the last one and that status
 * was named as the end.
 */
export async function allPages(
  ctx: Pick<NodeContext, 'evaluate' | 'signal'>,
  pagination: Pagination,
  first: Draft,
  index: number,
  send: (draft: Draft) => Promise<HttpResponse>,
): Promise<HttpResponse[]> {
  const pages: HttpResponse[] = [];
  const extra: { $request: unknown; $response: unknown; $pageCount: number } = {
    $request: shown(first),
    $response: {},
    $pageCount: 0,
  };
  const read = (value: JsonValue | undefined) =>
    value === undefined ? Promise.resolve(undefined) : ctx.evaluate(value, index, extra);
  let same = 0;
  let previous = '';
  for (;;) {
    const draft = await nextDraft(pagination, first, pages.length, read);
    if (!draft) return pages;
    extra.$request = shown(draft);
    const response = await send(draft);
    pages.push(response);
    const hash = createHash('sha256')
      .update(response.text ?? response.headers.etag?.toString() ?? '')
      .digest('base64');
    same = hash === previous && !response.blob ? same + 1 : 1;
    previous = hash;
    extra.$response = { body: bodyForPaging(response), headers: response.headers, statusCode: response.status };
    extra.$pageCount = pages.length;
    const most = Number((await read(pagination.maxRequests)) ?? 0);
    if (most > 0 && pages.length >= most) return pages;
    if (await isComplete(pagination, response, extra.$response as { body: JsonValue }, read)) return pages;
    requireSuccess(response);
    if (same >= SAME_ANSWERS) throw endless(`The service gave the same answer ${SAME_ANSWERS} times in a row`);
    if (pages.length >= MOST_REQUESTS) throw endless(`There were still more pages after ${MOST_REQUESTS} requests`);
    await pause(Number((await read(pagination.interval)) ?? 0), ctx.signal);
  }
}

type Read = (value: JsonValue | undefined) => Promise<JsonValue | undefined>;

async function nextDraft(pagination: Pagination, first: Draft, sent: number, read: Read): Promise<Draft | undefined> {
  if (pagination.mode === 'nextUrl') {
    const url = sent === 0 ? undefined : await read(pagination.nextUrl);
    if (sent === 0) return first;
    // No next address is an end too, whatever else was to say so.
    return typeof url === 'string' && url !== '' ? { ...first, url, query: {} } : undefined;
  }
  const draft: Draft = { ...first, query: { ...first.query }, headers: { ...first.headers }, body: { ...first.body } };
  for (const { in: place, name, value } of pagination.parameters) {
    if (name === '') throw incomplete('A parameter that paging updates has no name');
    const current = await read(value);
    if (place === 'query') setIn(draft.query, name, current, false);
    else if (place === 'headers') draft.headers[name.toLowerCase()] = current;
    else draft.body = withField(draft.body, name, current);
  }
  return draft;
}

function withField(body: Draft['body'], name: string, value: unknown): Draft['body'] {
  if (body.kind === 'none') return withField({ kind: 'json', value: {} }, name, value);
  if (body.kind === 'raw' || body.kind === 'file')
    throw incomplete('Paging can update fields of a body, but it has none');
  const { exact, ...rest } = body;
  const changed = (fields: unknown) => setIn({ ...(fields as Fields) }, name, value, body.kind === 'json');
  return { ...rest, value: changed(body.value), ...(exact === undefined ? {} : { exact: changed(exact) }) };
}

/**
 * Sets a field by its name or path (`page.next`, `items[0].id`). What makes up a query or a form has names with dots and
 * brackets of its own: there it is a path only through a field that has parts already.
 */
function setIn(fields: Fields, name: string, value: unknown, isPath: boolean): Fields {
  const [first = name, ...rest] = Object.hasOwn(fields, name) ? [name] : fieldSteps(name);
  const part = Object.hasOwn(fields, first) ? fields[first] : undefined;
  const hasParts = typeof part === 'object' && part !== null;
  if (rest.length === 0 || !(isPath || hasParts)) fields[name] = value;
  else {
    // The first page's own is left as it is.
    if (hasParts) fields[first] = copied(part);
    setField(fields as JsonObject, name, value as JsonValue);
  }
  return fields;
}

/** A copy of lists and plain objects; numbers as they were typed and other things stay what they are. */
function copied(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copied);
  const isPlain = typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
  return isPlain ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, copied(each)])) : value;
}

async function isComplete(
  pagination: Pagination,
  response: HttpResponse,
  seen: { body: JsonValue },
  read: Read,
): Promise<boolean> {
  switch (pagination.completeWhen) {
    case 'status': {
      const codes = String((await read(pagination.statusCodes)) ?? '').split(',');
      return codes.some((code) => Number(code) === response.status && code.trim() !== '');
    }
    case 'expression': {
      const complete = await read(pagination.completeExpression);
      return complete === true || (typeof complete !== 'boolean' && Boolean(complete) && complete !== 'false');
    }
    default:
      return Array.isArray(seen.body) ? seen.body.length === 0 : !seen.body;
  }
}

/** The request as expressions see it (`$request`). */
function shown({ method, url, query, headers, body }: Draft): JsonObject {
  return { method, url, uri: url, qs: query, headers, body: body.value } as JsonObject;
}

function incomplete(message: string): NodeFault {
  return new NodeFault(message, { code: 'http.pagination', retryable: false });
}

function endless(message: string): NodeFault {
  return new NodeFault(`${message}, so paging was stopped`, {
    code: 'http.pagination_endless',
    description: 'Check the parameter that is updated and the condition that says when it is complete.',
    retryable: false,
  });
}
