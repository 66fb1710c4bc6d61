import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type ServerProcess, serverProcess } from './support/server-process.js';

/** Longer than a run that waits to try again is held in memory. */
const LONG_WAIT_MS = 6_000;
let folder: string;
let server: ServerProcess;
let token: string;
/** A service that counts the calls for each item, and fails as often as it is told to. */
let service: Server;
let calls: string[] = [];
let failures: Record<string, number> = {};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'retry-'));
  chmodSync(folder, 0o755);
  service = createServer((request, answer) => {
    const item = (request.url ?? '').slice(1);
    calls.push(item);
    const fails = calls.filter((each) => each === item).length <= (failures[item] ?? 0);
    answer.writeHead(fails ? 503 : 200, { 'content-type': 'application/json' }).end(JSON.stringify({ item, fails }));
  });
  await new Promise<void>((done) => service.listen(0, '127.0.0.1', done));
  await start();
  const person = { email: 'retry@example.com', password: 'correct horse battery 9', name: 'Retry' };
  token = (await call('POST', 'auth/register', person)).accessToken;
});
afterAll(async () => {
  await server?.stop();
  service?.closeAllConnections();
  service?.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  calls = [];
  failures = {};
});

async function start(): Promise<void> {
  server = await serverProcess({ DATA_DIR: join(folder, 'data'), EGRESS_ALLOW: '127.0.0.1/32' });
}

// biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
async function call(method: string, path: string, body?: unknown): Promise<any> {
  const answer = await fetch(`${server.url}/api/v1/${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
  return text ? JSON.parse(text) : undefined;
}

/** Starts: five items → a POST for each, one after the other. */
async function started(more: object): Promise<string> {
  const url = `=http://127.0.0.1:${(service.address() as AddressInfo).port}/{{ $json.n }}`;
  const options = { batchSize: 1, batchInterval: 1 };
  const nodes = [
    { id: 's', name: 'Start', type: 'manualTrigger', version: 1, parameters: {} },
    {
      id: 'l',
      name: 'List',
      type: 'code',
      version: 1,
      parameters: { code: 'return [0, 1, 2, 3, 4].map((n) => ({ n }));' },
    },
    { id: 'h', name: 'Send', type: 'httpRequest', version: 1, parameters: { method: 'POST', url, options }, ...more },
  ].map((node, at) => ({ ...node, position: [at * 200, 0] }));
  const edges = ['s', 'l'].map((from, at) => ({ kind: 'main', from: { node: from }, to: { node: ['l', 'h'][at] } }));
  const { id } = await call('POST', 'workflows', { formatVersion: 1, name: 'Retry', nodes, edges, settings: {} });
  return (await call('POST', `workflows/${id}/run`, {})).executionId;
}

async function becomes(id: string, ...statuses: string[]) {
  const end = Date.now() + 60_000;
  for (;;) {
    const execution = await call('GET', `executions/${id}`);
    if (statuses.includes(execution.status)) return execution;
    if (Date.now() > end) throw new Error(`it stayed ${execution.status}`);
    await new Promise((done) => setTimeout(done, 100));
  }
}
const countOf = (item: string) => calls.filter((each) => each === item).length;
const counts = () => ['0', '1', '2', '3', '4'].map(countOf);

it('sends again what failed, wherever it stands, and nothing that went well', async () => {
  failures = { 3: 2 };
  const { status, runs } = await becomes(await started({ retry: { maxTries: 3, waitMs: 20 } }), 'success', 'error');
  expect([status, counts()]).toEqual(['success', [1, 1, 1, 3, 1]]);
  const [given] = runs.Send[0].outputs;
  expect(given.map((item: { json: { item: string } }) => item.json.item)).toEqual(['0', '1', '2', '3', '4']);
  expect(given.map((item: { pairedItem: object }) => item.pairedItem)).toEqual(
    [0, 1, 2, 3, 4].map((item) => ({ item })),
  );
});

it('stops at what fails for good', async () => {
  failures = { 1: 9 };
  const { error } = await becomes(await started({ retry: { maxTries: 2, waitMs: 20 } }), 'success', 'error');
  expect(error).toMatchObject({ itemIndex: 1 });
  expect(countOf('1')).toBe(2);
  expect(Math.max(...counts().filter((_, item) => item !== 1))).toBe(1);
});

it('goes on after the last attempt, the failed ones by the error output', async () => {
  failures = { 1: 9, 4: 1 };
  const settings = { retry: { maxTries: 3, waitMs: 20 }, onError: 'errorOutput' };
  const { status, runs } = await becomes(await started(settings), 'success', 'error');
  expect([status, counts()]).toEqual(['success', [1, 3, 1, 1, 2]]);
  const [good, failed] = runs.Send[0].outputs;
  expect(good.map((item: { json: { item: string } }) => item.json.item)).toEqual(['0', '2', '3', '4']);
  expect(failed).toMatchObject([{ json: { n: 1 }, pairedItem: { item: 1 } }]);
});

it('sends nothing twice that was answered, when the process is killed between two attempts', async () => {
  failures = { 2: 1 };
  const id = await started({ retry: { maxTries: 2, waitMs: LONG_WAIT_MS }, onError: 'continue' });
  await becomes(id, 'waiting');
  expect(counts()).toEqual([1, 1, 1, 1, 1]);
  await server.kill();
  await start();
  const { status, runs } = await becomes(id, 'success', 'error', 'in_doubt');
  expect([status, counts()]).toEqual(['success', [1, 1, 2, 1, 1]]);
  expect(runs.Send[0].outputs[0].map((item: { json: object }) => item.json)).toEqual(
    [0, 1, 2, 3, 4].map((n) => ({ item: String(n), fails: false })),
  );
});
