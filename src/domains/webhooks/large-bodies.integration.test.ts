import { once } from 'node:events';
import { createServer, type Server, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestPerson, type TestServer, testServer } from '../../testing/test-server.js';
import { nodes, workflow } from '../../testing/webhook-workflows.js';

/**
 * Milliseconds of processor time that the main thread may be held up in one go: 250 on a quiet machine. On a busy one
 * two threads share a core, and each takes twice the time for the same work.
 */
const MOST_MS = 500;
let server: TestServer;
let ada: TestPerson;
let upstream: Server;
let answer = '';

beforeAll(async () => {
  server = await testServer({ EGRESS_ALLOW: '127.0.0.1' });
  ada = await server.person('Ada');
  upstream = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(answer);
  }).listen(0, '127.0.0.1');
  await once(upstream, 'listening');
  const url = `http://127.0.0.1:${(upstream.address() as AddressInfo).port}/`;
  const get = { name: 'Get', type: 'httpRequest', version: 1, parameters: { method: 'GET', url } };
  const hook = (path: string) => nodes.webhook(path, { methods: ['POST'], responseMode: 'lastNode' });
  for (const document of [
    workflow('large', [hook('large'), nodes.fields({ done: true })]),
    workflow('asks', [hook('asks'), get, nodes.fields({ done: true })]),
  ]) {
    const { body } = await ada.call('POST', 'workflows', document);
    expect((await ada.call('POST', `workflows/${body.id}/activate`)).status).toBe(200);
  }
});
afterAll(async () => {
  await server.drop();
  upstream.close();
});

/** Calls, and gives the status, and the longest that the main thread was held up meanwhile. The server runs in it. */
async function slices(path: string, type: string, body: Buffer, headers: Record<string, string> = {}) {
  let longest = 0;
  let over = false;
  const spent = () => {
    const { user, system } = process.threadCpuUsage();
    return (user + system) / 1_000;
  };
  const watch = (async () => {
    for (let last = spent(); !over; ) {
      await sleep(1);
      const now = spent();
      longest = Math.max(longest, now - last);
      last = now;
    }
  })();
  const request = send(server.url + path, {
    method: 'POST',
    headers: { 'content-type': type, 'content-length': body.length, ...headers },
  });
  request.end(body);
  const [given] = await once(request, 'response');
  let text = '';
  for await (const chunk of given) text += chunk;
  await sleep(200); // what is written after the answer
  over = true;
  await watch;
  return {
    status: given.statusCode as number,
    code: given.statusCode < 400 ? undefined : JSON.parse(text).code,
    longest,
  };
}

const list = (count: number, part: (i: number) => string) =>
  `[${Array.from({ length: count }, (_, i) => part(i)).join()}]`;
const row = (i: number) =>
  `{${Array.from({ length: 10 }, (_, j) => `"field${j}":${j % 2 ? i : `"value ${i}"`}`).join()}}`;
const rows = () => list(76_000, row);
const names = () => `{${list(99_000, (i) => `"k${i}":1`).slice(1, -1)}}`;
const deep = () => list(1_900, () => '['.repeat(190) + ']'.repeat(190));
const form = '--B\r\nContent-Disposition: form-data; name="a"; filename="b"\r\n\r\n';

describe('the worst body that is taken', () => {
  it.each<[kind: string, type: string, body: () => string]>([
    ['rows', 'application/json', rows],
    ['short texts', 'application/json', () => list(1_100_000, (i) => `"${i}x"`)],
    ['names of fields', 'application/json', names],
    ['nested lists', 'application/json', deep],
    ['numbers', 'application/json', () => list(840_000, (i) => `${Math.abs(Math.sin(i)).toFixed(14)}`)],
    ['blanks', 'application/json', () => `${' '.repeat(15_000_000)}1`],
    ['entities', 'application/xml', () => `<r>${'&amp;'.repeat(190_000)}${'\n'.repeat(2_000_000)}</r>`],
    ['tags', 'application/xml', () => `<r>${Array.from({ length: 50_000 }, (_, i) => `<a${i}/>`).join('')}</r>`],
    ['plus signs', 'application/x-www-form-urlencoded', () => `a=${'+'.repeat(8_000_000)}`],
    ['escapes', 'application/x-www-form-urlencoded', () => `a=${'%2B'.repeat(5_000_000)}`],
    [
      'almost boundaries',
      'multipart/form-data; boundary=B',
      () => `${form}${'\r\n--A'.repeat(3_000_000)}\r\n--B--\r\n`,
    ],
    ['text', 'text/plain', () => 'ü'.repeat(7_500_000)],
  ])('of %s does not hold the server up', async (_, type, body) => {
    const { status, longest } = await slices('/webhook/large', type, Buffer.from(body()));
    expect(status).toBe(200);
    expect(longest).toBeLessThan(MOST_MS);
  });

  it.each<[kind: string, body: () => string]>([
    ['rows', () => `{"name":${rows()}}`],
    ['names of fields', names],
  ])('of %s does not hold the API up', async (_, body) => {
    const headers = { authorization: `Bearer ${ada.accessToken}` };
    const { status, longest } = await slices('/api/v1/workflows', 'application/json', Buffer.from(body()), headers);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(longest).toBeLessThan(MOST_MS);
  });
});

describe('the answer of a service', () => {
  it.each<[kind: string, status: number, body: () => string]>([
    ['rows', 200, rows],
    ['names of fields', 200, names],
    ['too many names of fields', 500, () => `{${list(1_000_000, (i) => `"k${i}":1`).slice(1, -1)}}`],
    ['too deep', 500, () => `${'['.repeat(200_000)}${']'.repeat(200_000)}`],
  ])('of %s does not hold the server up', async (_, status, body) => {
    answer = body();
    const given = await slices('/webhook/asks', 'text/plain', Buffer.from('go'));
    expect(given.status).toBe(status);
    expect(given.longest).toBeLessThan(MOST_MS);
  });
});
