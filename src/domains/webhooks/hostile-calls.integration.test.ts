import { once } from 'node:events';
import { Agent, request as send } from 'node:http';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type TestPerson, type TestServer, testServer } from '../../testing/test-server.js';
import { nodes, workflow } from '../../testing/webhook-workflows.js';

const LIMIT = 1024 * 1024;
/** Calls in progress at once, each on a connection that is used again. */
const LANES = 8;
const agent = new Agent({ keepAlive: true, maxSockets: LANES });
const faults: unknown[] = [];
const note = (fault: unknown) => void faults.push(fault);
let server: TestServer;
let ada: TestPerson;

beforeAll(async () => {
  process.on('uncaughtExceptionMonitor', note);
  server = await testServer({ BODY_LIMIT: String(LIMIT) });
  ada = await server.person('Ada');
  const file = { responseMode: 'lastNode', responseData: 'firstEntryBinary', responseBinary: 'up' };
  for (const document of [
    workflow('sync', [nodes.webhook('sync', { methods: ['POST'], responseMode: 'lastNode' })]),
    workflow('queued', [nodes.webhook('queued', { methods: ['POST'] })]),
    workflow('file', [nodes.webhook('file', { methods: ['POST'], ...file })]),
    workflow('slow', [
      nodes.webhook('slow', { methods: ['POST'], responseMode: 'lastNode' }),
      nodes.code('await new Promise((done) => setTimeout(done, 50)); return [{ json: {} }];'),
    ]),
  ]) {
    const { body } = await ada.call('POST', 'workflows', document);
    expect((await ada.call('POST', `workflows/${body.id}/activate`)).status).toBe(200);
  }
});
afterEach(async () => {
  // What an aborted call has begun ends first, and may throw only then.
  await sleep(300);
  expect((await server.call('GET', '/health/live')).status).toBe(200);
  expect(faults).toEqual([]);
});
afterAll(async () => {
  agent.destroy();
  await server.drop();
  process.off('uncaughtExceptionMonitor', note);
});

const part = (name: string, content: string, more = '') =>
  `--B\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${content}\r\n`;
const FORM = `${part('a', '1')}${part('up', 'b,c', '; filename="a.csv"')}--B--\r\n`;
const SOUND: [type: string, body: string][] = [
  ['application/json', '{"a":[1,"\\u00fc",{"b":null}],"__proto__":{"c":true}}'],
  ['application/x-www-form-urlencoded', 'a=1&a=2&b[c]=%C3%BC+x&__proto__=y&='],
  ['application/xml', '<?xml version="1.0"?><r a="1"><b>&#65;</b><!--c--><![CDATA[d]]></r>'],
  ['multipart/form-data; boundary=B', FORM],
  ['text/plain', 'plain ü 😀'],
  ['image/png', '\x89PNG\r\n'],
];

/** One call; its status. */
async function call(path: string, type: string, body: Buffer, headers: Record<string, string> = {}): Promise<number> {
  const options = {
    method: 'POST',
    agent,
    headers: { 'content-type': type, 'content-length': body.length, ...headers },
  };
  const request = send(server.url + path, options);
  request.end(body);
  const [answer] = await once(request, 'response');
  answer.resume();
  await once(answer, 'end');
  return answer.statusCode;
}

/** Does all of the work, some of it at once. */
async function inLanes<T>(all: readonly T[], work: (each: T) => Promise<void>): Promise<void> {
  const left = [...all];
  const lane = async () => {
    for (let each = left.pop(); each !== undefined; each = left.pop()) await work(each);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}

/** The body cut at every byte, changed in places, and others altogether. */
function variants(text: string): Buffer[] {
  const sound = Buffer.from(text);
  const cut = Array.from({ length: sound.length + 1 }, (_, end) => sound.subarray(0, end));
  const change = fc.tuple(fc.nat(sound.length - 1), fc.uint8Array({ maxLength: 4 }));
  const changed = fc.sample(fc.array(change, { minLength: 1, maxLength: 4 }), 120).map((changes) => {
    let bytes = sound;
    for (const [at, by] of changes) bytes = Buffer.concat([bytes.subarray(0, at), by, bytes.subarray(at + (at % 3))]);
    return bytes;
  });
  return [...cut, ...changed, ...fc.sample(fc.uint8Array({ maxLength: 100 }), 30).map((bytes) => Buffer.from(bytes))];
}

describe('a body of a webhook', () => {
  it.each(SOUND)('of %s, cut at any byte or changed anywhere, is answered', async (type, body) => {
    const statuses = new Set<number>();
    await inLanes(variants(body), async (each) => {
      statuses.add(await call('/webhook/sync', type, each));
    });
    expect([...statuses].filter((status) => ![200, 400, 413].includes(status))).toEqual([]);
    expect(statuses).toContain(200);
  });
});

describe('a body of the API', () => {
  it('cut at any byte or changed anywhere is answered', async () => {
    const body = JSON.stringify(workflow('w', [nodes.fields({ a: [1, 'ü'] })]));
    const authorization = `Bearer ${ada.accessToken}`;
    const statuses = new Set<number>();
    await inLanes(variants(body).slice(-400), async (each) => {
      statuses.add(await call('/api/v1/workflows/validate', 'application/json', each, { authorization }));
    });
    expect([...statuses].filter((status) => ![200, 400, 413, 422].includes(status))).toEqual([]);
  });
});

/** What a call says on its connection. */
const said = (path: string, type: string, body: string, ...headers: string[]) =>
  [`POST ${path} HTTP/1.1`, 'host: localhost', `content-type: ${type}`, ...headers, '', body].join('\r\n');
const whole = (path: string, type: string, body: string) =>
  said(path, type, body, `content-length: ${Buffer.byteLength(body)}`);

/** A connection that says something, and is cut a moment later, hard or softly. */
async function abort(text: string | Buffer, afterMs: number, how: 'reset' | 'end' | 'destroy'): Promise<void> {
  const { port } = new URL(server.url);
  const socket: Socket = connect(Number(port), '127.0.0.1');
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  socket.write(text);
  await sleep(afterMs);
  if (how === 'reset') socket.resetAndDestroy();
  else if (how === 'end') socket.end();
  else socket.destroy();
  if (how === 'end') setTimeout(() => socket.destroy(), 500);
}

describe('a call that is aborted', () => {
  const large = 'x'.repeat(200_000);
  const over = 'x'.repeat(LIMIT * 2);
  const form = `${FORM.slice(0, -40)}${large}`;
  const bearer = () => `authorization: Bearer ${ada.accessToken}`;
  const chunk = (text: string) => `${text.length.toString(16)}\r\n${text}\r\n`;
  it.each<[kind: string, text: () => string]>([
    ['in its first line', () => 'POST /webhook/sy'],
    ['in its headers', () => 'POST /webhook/sync HTTP/1.1\r\nhost: local'],
    ['before its body', () => said('/webhook/sync', 'application/json', '', 'content-length: 100')],
    ...SOUND.map(([type, body]): [string, () => string] => [
      `in a body of ${type}`,
      () => said('/webhook/sync', type, body, `content-length: ${body.length + 100}`),
    ]),
    ['in a large form', () => said('/webhook/sync', 'multipart/form-data; boundary=B', form, 'content-length: 999999')],
    ['in a body that is too large', () => said('/webhook/sync', 'text/plain', large, `content-length: ${LIMIT * 2}`)],
    ['in chunks', () => said('/webhook/sync', 'text/plain', `${chunk(large)}ff\r\nabc`, 'transfer-encoding: chunked')],
    [
      'in chunks that are too many',
      () => said('/webhook/sync', 'text/plain', chunk(over), 'transfer-encoding: chunked'),
    ],
    [
      'in chunks that are broken',
      () => said('/webhook/sync', 'text/plain', `${chunk(large)}zz`, 'transfer-encoding: chunked'),
    ],
    ['before it may go on', () => said('/webhook/sync', 'text/plain', '', 'content-length: 9', 'expect: 100-continue')],
    ['while it is answered', () => whole('/webhook/sync', 'application/json', '{"a":1}')],
    ['while a thread reads its body', () => whole('/webhook/sync', 'application/json', `["${'x'.repeat(500_000)}"]`)],
    ['while its run goes on', () => whole('/webhook/slow', 'application/json', '{"a":1}')],
    ['while its run is queued', () => whole('/webhook/queued', 'application/json', '{"a":1}')],
    [
      'while it is given a file',
      () => whole('/webhook/file', 'multipart/form-data; boundary=B', FORM.replace('b,c', large)),
    ],
    ['with others behind it', () => whole('/webhook/sync', 'text/plain', 'x').repeat(5)],
    [
      'in a body of the API',
      () => said('/api/v1/workflows', 'application/json', '{"na', bearer(), 'content-length: 100'),
    ],
    [
      'in a large body of the API',
      () => said('/api/v1/workflows', 'application/json', large, bearer(), 'content-length: 999999'),
    ],
    [
      'in a body of the API that is too large',
      () => said('/api/v1/workflows', 'application/json', large, bearer(), `content-length: ${LIMIT * 2}`),
    ],
    [
      'in chunks of the API that are too many',
      () => said('/api/v1/workflows', 'application/json', chunk(over), bearer(), 'transfer-encoding: chunked'),
    ],
    [
      'while the API answers',
      () => whole('/api/v1/auth/login', 'application/json', '{"email":"a@b.c","password":"x"}'),
    ],
    ['while it reads events', () => `GET /api/v1/workflows/events HTTP/1.1\r\nhost: localhost\r\n${bearer()}\r\n\r\n`],
    ['while it reads a page', () => 'GET / HTTP/1.1\r\nhost: localhost\r\n\r\n'],
    ['where nothing is', () => said('/nothing', 'text/plain', large, `content-length: ${LIMIT * 2}`)],
  ])('%s costs nobody else anything', async (_, text) => {
    const ways = (['reset', 'end', 'destroy'] as const).flatMap((how) => [0, 5, 40].map((ms) => [how, ms] as const));
    await Promise.all(ways.map(([how, ms]) => abort(text(), ms, how)));
  });
});
