import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestPerson, type TestServer, testServer } from '../../../testing/test-server.js';

const RUNS = 60;
const EXPRESSIONS = 25;
/**
 * Some milliseconds of the main thread, far below the 200 that one expression may take. Each is another text that reads the
 * item: what reads none is worked out once for all runs, and one text once for an item.
 */
const heavy = (at: number) =>
  `={{ Array.from({ length: 10000 }, (_, i) => i + ($json.body.n ?? ${at})).map(i => i * 2).filter(i => i % 3).length }}`;
/**
 * The part of all that the runs take within which another's call is answered: a few turns. First come, first served would
 * be nearly all of it.
 */
const MOST_PART = 1 / 4;

let server: TestServer;
let busy: TestPerson;
let quiet: TestPerson;

beforeAll(async () => {
  server = await testServer();
  busy = await server.person();
  quiet = await server.person();
});
afterAll(() => server?.drop());

async function hooked(person: TestPerson, path: string, fields: { name: string; type: string; value: string }[]) {
  const { status, body } = await person.call('POST', 'workflows', {
    name: path,
    nodes: [
      {
        id: 'w',
        name: 'Call',
        type: 'webhookTrigger',
        version: 1,
        position: [0, 0],
        parameters: { path, responseMode: 'lastNode', methods: ['POST'] },
      },
      {
        id: 'n',
        name: 'Fields',
        type: 'editFields',
        version: 1,
        position: [200, 0],
        parameters: { mode: 'fields', include: 'none', fields },
      },
    ],
    edges: [{ kind: 'main', from: { node: 'w' }, to: { node: 'n' } }],
  });
  expect([status, body.errors]).toEqual([201, undefined]);
  expect((await person.call('POST', `workflows/${body.id}/activate`)).status).toBe(200);
}

/** Milliseconds of processor time since `before`, of all threads of this process. */
function since(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

it('60 runs with heavy expressions delay the webhook of another tenant by a few turns, and all end', async () => {
  const fields = Array.from({ length: EXPRESSIONS }, (_, at) => ({ name: `f${at}`, type: 'number', value: heavy(at) }));
  await hooked(busy, 'busy-main-thread', fields);
  await hooked(quiet, 'quiet-main-thread', [{ name: 'a', type: 'string', value: '={{ "b" }}' }]);
  const call = (path: string) => server.call('POST', `/webhook/${path}`, {});
  expect((await call('quiet-main-thread')).status).toBe(200);

  const began = process.cpuUsage();
  let ended = 0;
  const flood = Promise.all(
    Array.from({ length: RUNS }, () =>
      call('busy-main-thread').then(({ status }) => {
        ended++;
        return status;
      }),
    ),
  );
  const times: number[] = [];
  while (ended < RUNS / 2) {
    const before = process.cpuUsage();
    const { status, body } = await call('quiet-main-thread');
    if (ended < RUNS) times.push(since(before));
    expect([status, body]).toEqual([200, { a: 'b' }]);
  }
  // One that is held up for 200 ms by other programs fails by its own bound; it has ended all the same.
  for (const status of await flood) expect([200, 500]).toContain(status);
  const all = since(began);
  expect(times.length).toBeGreaterThan(3);
  expect(Math.max(...times)).toBeLessThan(all * MOST_PART);
});
