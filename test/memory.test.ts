import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { emptyDatabase, TEST_SECRET } from '../src/testing/test-database.js';
import { type ServerProcess, serverProcess } from './support/server-process.js';

/** Runs at once that double what they hold without end. */
const RUNS = 50;
/** Of the server's heap, which `scripts/node-flags.mjs` bounds; V8 ends a process that comes to its end. */
const HEAP_BYTES = 1536 * 1024 * 1024;
/** A run of a few steps, while the machine is busy with encoding and collecting what the others held. */
const QUIET_MS = 5_000;

let database: Awaited<ReturnType<typeof emptyDatabase>>;
let server: ServerProcess;
beforeAll(async () => {
  database = await emptyDatabase();
  server = await serverProcess({ DATABASE_URL: database.url, ENCRYPTION_KEY: TEST_SECRET });
});
afterAll(async () => {
  await server?.stop();
  await database?.drop();
});

// biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
type Caller = (method: string, path: string, body?: unknown) => Promise<any>;

async function person(name: string): Promise<Caller> {
  const call =
    (token?: string): Caller =>
    async (method, path, body) => {
      const answer = await fetch(`${server.url}/api/v1/${path}`, {
        method,
        headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
        body: body === undefined ? undefined : JSON.stringify(body),
      });
      if (!answer.ok) throw new Error(`${method} ${path}: ${await answer.text()}`);
      return answer.json();
    };
  const account = { email: `${name}@example.com`, password: 'a password for tests only', name };
  return call((await call()('POST', 'auth/register', account)).accessToken);
}

const place = (id: string, type: string, parameters: object = {}) => ({
  id,
  name: id,
  type,
  version: 1,
  position: [0, 0],
  parameters,
});
const edge = (from: string, to: string, input = 0) => ({
  kind: 'main',
  from: { node: from },
  to: { node: to, port: input },
});
const fields = { mode: 'json', json: '={{ { "text": $json.text, "more": $json.text } }}' };

/** What comes in is joined to itself, made anew, and comes in again. */
const doubling = {
  formatVersion: 1,
  name: 'Doubling',
  nodes: [
    place('Start', 'manualTrigger'),
    place('Twice', 'merge', { mode: 'append' }),
    place('Anew', 'editFields', fields),
  ],
  edges: [
    edge('Start', 'Twice'),
    edge('Start', 'Twice', 1),
    edge('Twice', 'Anew'),
    edge('Anew', 'Twice'),
    edge('Anew', 'Twice', 1),
  ],
  settings: {},
};
const plain = {
  ...doubling,
  name: 'Plain',
  nodes: [place('Start', 'manualTrigger'), place('Edit', 'editFields', { mode: 'json', json: '{"done": true}' })],
  edges: [edge('Start', 'Edit')],
};

async function heapUsed(): Promise<number> {
  const metrics = await (await fetch(`${server.url}/metrics`)).text();
  return Number(/^nodejs_heap_size_used_bytes (\S+)/m.exec(metrics)?.[1]);
}

it('runs that hold ever more end one by one, and another tenant and the server go on', async () => {
  const [flooder, quiet] = [await person('flooder'), await person('quiet')];
  const { id } = await flooder('POST', 'workflows', doubling);
  const { id: plainId } = await quiet('POST', 'workflows', plain);
  const input = [...Array(200)].map((_, n) => ({ text: `${n}`.padEnd(200, 'x') }));
  await Promise.all([...Array(RUNS)].map(() => flooder('POST', `workflows/${id}/run`, { input })));
  let peak = 0;
  let left = RUNS;
  const statuses = new Set<string>();
  const times: number[] = [];
  for (const end = Date.now() + 50_000; left > 0 && Date.now() < end; ) {
    const began = performance.now();
    statuses.add((await quiet('POST', `workflows/${plainId}/run`, { wait: true })).status);
    times.push(performance.now() - began);
    peak = Math.max(peak, await heapUsed());
    left = (await flooder('GET', 'executions?status=queued,running&limit=100')).items.length;
    await sleep(50);
  }
  const { items } = await flooder('GET', 'executions?limit=100');
  const codes = new Set(items.map((each: { error: { code: string } | null }) => each.error?.code));
  expect(left).toBe(0);
  expect(items).toHaveLength(RUNS);
  expect([...codes].every((code) => code === 'run.memoryFull' || code === 'run.tooMuchData')).toBe(true);
  expect([...statuses]).toEqual(['success']);
  expect(Math.max(...times)).toBeLessThan(QUIET_MS);
  expect(peak).toBeLessThan(HEAP_BYTES);
});
