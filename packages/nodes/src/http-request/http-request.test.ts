import { type HttpRequest, type HttpResponse, nodeTypeLookup } from '@orchestrator/node-sdk';
import { jsonOf, runNode } from '@orchestrator/node-sdk/test-kit';
import { describe, expect, it } from 'vitest';
import { httpRequest } from './http-request.node.js';
import { encodeQuery, withQuery } from './query-string.js';

const json = (value: unknown, more: Partial<HttpResponse> = {}): Partial<HttpResponse> => ({
  headers: { 'content-type': 'application/json' },
  text: JSON.stringify(value),
  ...more,
});
const run = (
  parameters: object,
  http: (request: HttpRequest) => Partial<HttpResponse> = () => json({ ok: true }),
  more: object = {},
) => runNode(httpRequest, { parameters: { url: 'http://x.test/a', ...parameters }, http, ...more });

describe('query', () => {
  it.each([
    ['indices', 'a%5B0%5D=1&a%5B1%5D=2'],
    ['brackets', 'a%5B%5D=1&a%5B%5D=2'],
    ['repeat', 'a=1&a=2'],
  ] as const)('writes lists by %s', (format, text) => expect(encodeQuery({ a: [1, 2] }, format)).toBe(text));
  it('nests objects, leaves out what is undefined and encodes all that is reserved', () => {
    expect(encodeQuery({ a: { b: null }, c: undefined, d: "x y'(!)*~" })).toBe('a%5Bb%5D=&d=x%20y%27%28%21%29%2A~');
  });
  it('comes behind what the URL has, before its fragment', () => {
    expect(withQuery('http://x/?q=1#top', 'a=2')).toBe('http://x/?q=1&a=2#top');
  });
});

describe('requests', () => {
  it('are made of fields', async () => {
    const { requests } = await run({
      method: 'POST',
      queryMode: 'fields',
      query: [{ name: 'q', value: '1' }],
      headersMode: 'fields',
      headers: [{ name: 'X-Up', value: 5 }],
      bodyKind: 'json',
      bodyFields: [{ name: 'n', value: [1] }],
    });
    expect(requests[0]).toMatchObject({
      method: 'POST',
      url: 'http://x.test/a?q=1',
      headers: { 'x-up': '5', 'content-type': 'application/json' },
      body: '{"n":[1]}',
    });
  });
  it('send numbers as they were typed', async () => {
    const typed = '{"id":9007199254740993,"v":[1.0,1e400,-0],"t":"1.0"}';
    const post = { method: 'POST', bodyKind: 'json', bodyMode: 'text', bodyText: typed };
    expect((await run(post)).requests[0]?.body).toBe(typed);
    const filledIn = { ...post, bodyText: '={ "id": 12345678901234567890, "n": {{ 1 }} }' };
    const expression = (text: string) => text.slice(1).replace('{{ 1 }}', '1');
    expect((await run(filledIn, undefined, { expression })).requests[0]?.body).toBe(
      '{"id":12345678901234567890,"n":1}',
    );
    const query = { queryMode: 'json', queryJson: '{"id":9007199254740993,"v":1.50,"n":[1]}' };
    expect((await run(query)).requests[0]?.url).toBe('http://x.test/a?id=9007199254740993&v=1.50&n%5B0%5D=1');
  });
  it('refuse headers that can not be sent, and send the others', async () => {
    const header = (value: string) => ({ headersMode: 'fields', headers: [{ name: 'X-Name', value }] });
    expect((await run(header('Zoë'))).requests[0]?.headers).toMatchObject({ 'x-name': 'Zoë' });
    for (const value of ['日本', 'a\nb']) {
      await expect(run(header(value))).rejects.toMatchObject({
        code: 'http.header',
        message: expect.stringContaining('x-name'),
      });
    }
  });
  it('refuse JSON that is none', async () => {
    await expect(run({ method: 'POST', bodyKind: 'json', bodyMode: 'text', bodyText: '{bad' })).rejects.toMatchObject({
      code: 'http.json_parameter',
      itemIndex: 0,
    });
  });
  it('send files of the item', async () => {
    const file = { data: 'YQ==', mimeType: 'text/plain' };
    const items = [{ json: {}, binary: { doc: file } }];
    const multipart = { bodyKind: 'multipart', bodyFields: [{ name: 'f', file: 'doc' }] };
    expect((await run(multipart, undefined, { items })).requests[0]?.body).toEqual({
      multipart: [{ name: 'f', value: { blob: file } }],
    });
    await expect(run({ bodyKind: 'file', fileField: 'no' }, undefined, { items })).rejects.toThrow('"no"');
  });
  it('keep the order of items, and say which failed', async () => {
    const result = await runNode(httpRequest, {
      parameters: { url: '=' },
      items: [{ id: 1 }, { id: 2 }, { id: 3 }],
      expression: (_text, { items, itemIndex }) => `http://x.test/${items[itemIndex]?.json.id}`,
      continueOnFail: true,
      http: async ({ url }) => {
        const id = Number(url.at(-1));
        await new Promise((done) => setTimeout(done, (4 - id) * 10));
        return id === 2 ? { status: 404, statusText: 'Not Found' } : json({ id });
      },
    });
    expect(jsonOf(result)).toEqual([{ id: 1 }, { error: 'The service answered 404 Not Found' }, { id: 3 }]);
    expect(result.outputs[0]?.map((item) => item.pairedItem)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
  });
});

describe('answers', () => {
  const text = (body: string) => () => ({ headers: { 'content-type': 'text/plain' }, text: body });
  it('become items by their content type', async () => {
    expect(jsonOf(await run({}, () => json([{ a: 1 }, { a: 2 }])))).toEqual([{ a: 1 }, { a: 2 }]);
    expect(jsonOf(await run({}, text('hi')))).toEqual([{ data: 'hi' }]);
    expect(jsonOf(await run({}, text('')))).toEqual([{}]);
    const items = [{ json: { keep: 1 } }];
    const file = await run({}, () => ({ blob: { id: 'b', mimeType: 'image/png' } }), { items });
    expect(file.outputs[0]).toEqual([
      { json: { keep: 1 }, binary: { data: { id: 'b', mimeType: 'image/png' } }, pairedItem: { item: 0 } },
    ]);
  });
  it('take the format that was chosen', async () => {
    expect(jsonOf(await run({ options: { responseFormat: 'json' } }, text('{"a":1}')))).toEqual([{ a: 1 }]);
    await expect(run({ options: { responseFormat: 'json' } }, text('x'))).rejects.toMatchObject({
      code: 'http.json_response',
    });
    const options = { fullResponse: true, neverError: true };
    expect(jsonOf(await run({ options }, () => json({ e: 1 }, { status: 500, statusText: 'Oh' })))).toEqual([
      { body: { e: 1 }, headers: { 'content-type': 'application/json' }, statusCode: 500, statusMessage: 'Oh' },
    ]);
  });
});

describe('an empty answer', () => {
  const empty = { headers: { 'content-type': 'application/json' }, text: '' };
  it.each([
    ['of JSON', {}, empty],
    ['of blanks', {}, { ...empty, text: ' \n' }],
    ['without content', {}, { ...empty, status: 204 }],
    ['where JSON was chosen', { responseFormat: 'json' }, { headers: {}, text: '', status: 204 }],
  ])('%s is an item without fields', async (_, options, answer) => {
    expect(jsonOf(await run({ options }, () => answer))).toEqual([{}]);
  });
  it('ends paging', async () => {
    const pagination = { mode: 'parameter', parameters: [{ in: 'query', name: 'page', value: '1' }] };
    expect((await run({ pagination }, () => empty)).requests).toHaveLength(1);
  });
});

describe('paging', () => {
  const expression = (text: string, { extra }: { extra: Readonly<Record<string, unknown>> }) =>
    new Function(...Object.keys(extra), `return ${text.slice(4, -3)}`)(...Object.values(extra));
  const pages = ({ url }: HttpRequest) => json(url.endsWith('page=3') ? [] : [{ url }]);
  const parameters = [{ in: 'query', name: 'page', value: '={{ $pageCount + 1 }}' }];

  it('updates a parameter until the answer is empty, or enough was asked', async () => {
    const pagination = { mode: 'parameter', parameters };
    expect(jsonOf(await run({ pagination }, pages, { expression }))).toEqual([
      { url: 'http://x.test/a?page=1' },
      { url: 'http://x.test/a?page=2' },
    ]);
    const few = { pagination: { ...pagination, maxRequests: 1 } };
    expect((await run(few, pages, { expression })).requests).toHaveLength(1);
  });
  it('sets a field of the body by its path, and keeps numbers as they were typed', async () => {
    const body = (name: string) => ({
      mode: 'parameter',
      maxRequests: 2,
      parameters: [{ ...parameters[0], in: 'body', name }],
    });
    const sent = async (name: string, bodyText: string) => {
      const post = { method: 'POST', bodyKind: 'json', bodyMode: 'text', bodyText, pagination: body(name) };
      return (await run(post, () => json([1]), { expression })).requests.map((request) => request.body);
    };
    expect(await sent('page.next', '{"page":{"size":9007199254740993}}')).toEqual([
      '{"page":{"size":9007199254740993,"next":1}}',
      '{"page":{"size":9007199254740993,"next":2}}',
    ]);
    expect(await sent('items[0].id', '{"items":[{"a":1}]}')).toEqual([
      '{"items":[{"a":1,"id":1}]}',
      '{"items":[{"a":1,"id":2}]}',
    ]);
    expect(await sent('a.b', '{"a.b":0}')).toEqual(['{"a.b":1}', '{"a.b":2}']);
    const none = await run({ method: 'POST', pagination: body('page.next') }, () => json([1]), { expression });
    expect(none.requests[0]?.body).toBe('{"page":{"next":1}}');
    await expect(sent('__proto__.x', '{}')).rejects.toMatchObject({ code: 'field.forbidden' });
  });
  it('sets a field of a query by its path where the query has it, else by its name', async () => {
    const by = (name: string, queryJson: string) => ({
      queryMode: 'json',
      queryJson,
      pagination: { mode: 'parameter', maxRequests: 1, parameters: [{ ...parameters[0], name }] },
    });
    const url = async (name: string, query: string) =>
      decodeURIComponent((await run(by(name, query), pages, { expression })).requests[0]?.url ?? '');
    expect(await url('page[offset]', '{"page":{"limit":2,"offset":0}}')).toBe(
      'http://x.test/a?page[limit]=2&page[offset]=1',
    );
    expect(await url('page[offset]', '{}')).toBe('http://x.test/a?page[offset]=1');
    expect(await url('page.token', '{}')).toBe('http://x.test/a?page.token=1');
  });
  it('follows the next address until there is none', async () => {
    const pagination = { mode: 'nextUrl', nextUrl: '={{ $response.body.next }}' };
    const answer = ({ url }: HttpRequest) => json({ next: url.endsWith('2') ? null : 'http://x.test/2' });
    expect((await run({ pagination }, answer, { expression })).requests.map(({ url }) => url)).toEqual([
      'http://x.test/a',
      'http://x.test/2',
    ]);
  });
  it('ends at a status that was named, and fails at others', async () => {
    const pagination = { mode: 'parameter', parameters, completeWhen: 'status', statusCodes: '404' };
    const ends = (status: number) => (request: HttpRequest) =>
      request.url.endsWith('=2') ? json({ end: 1 }, { status }) : json({});
    expect(jsonOf(await run({ pagination }, ends(404), { expression }))).toHaveLength(2);
    await expect(run({ pagination }, ends(500), { expression })).rejects.toMatchObject({ code: 'http.status' });
  });
  it('reads settings that were once saved as their JSON text', async () => {
    const pagination = JSON.stringify({ mode: 'parameter', parameters });
    expect((await run({ pagination }, pages, { expression })).requests).toHaveLength(3);
    const lookup = nodeTypeLookup([httpRequest]).find('httpRequest', 1);
    expect(lookup?.checkParameters({ url: 'http://x.test/a', pagination })).toEqual([]);
    expect(lookup?.checkParameters({ url: 'http://x.test/a', pagination: '{"mode": "parameter",' })).toMatchObject([
      { path: 'pagination', rule: 'parameter.type' },
    ]);
  });
  it('stops when the service never moves on', async () => {
    const pagination = { mode: 'parameter', parameters, completeWhen: 'expression', completeExpression: false };
    await expect(run({ pagination }, () => json({ same: 1 }), { expression })).rejects.toMatchObject({
      code: 'http.pagination_endless',
    });
  });
});
