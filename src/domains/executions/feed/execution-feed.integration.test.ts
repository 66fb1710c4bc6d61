import { once } from 'node:events';
import { connect } from 'node:net';
import { type RunEvent, textOfEvents } from '@orchestrator/engine';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { EventStreams } from '../../../http/event-streams.js';
import { UnitOfWork } from '../../../infrastructure/database/unit-of-work.js';
import { newId } from '../../../infrastructure/database/uuid.js';
import { type EventReader, readEvents } from '../../../testing/event-reader.js';
import { memberOf } from '../../../testing/member-of.js';
import { type TestPerson, type TestServer, testServer } from '../../../testing/test-server.js';
import { packChunk } from '../journal/chunk-codec.js';
import { JournalWriter } from '../journal/journal-writer.js';
import { RunEvents } from '../runs/run-events.js';

let server: TestServer;
let ada: TestPerson;
let workflowId: string;
const open: EventReader[] = [];

beforeAll(async () => {
  server = await testServer();
  Object.assign(server.app.get(EventStreams), {
    pace: { heartbeatMs: 500, lookMs: 200, stalledMs: 1_000, mostUnread: 256 * 1024 },
  });
  ada = await server.person('Ada');
  const { body } = await ada.call('POST', 'workflows', {
    formatVersion: 1,
    name: 'Followed',
    nodes: [{ id: 'a', name: 'Start', type: 'manualTrigger', version: 1, position: [0, 0], parameters: {} }],
    edges: [],
    settings: {},
  });
  workflowId = body.id;
});
afterEach(() => {
  for (const reader of open.splice(0)) reader.close();
});
afterAll(() => server?.drop());

const START: RunEvent = { t: 'started', at: 1, mode: 'manual', node: 'a', items: [{ json: {} }] };
const END: RunEvent = { t: 'finished', at: 9, status: 'success' };
const note = (at: number, text = ''): RunEvent => ({
  t: 'tried',
  at,
  node: 'a',
  took: 1,
  error: { message: text },
  retryAt: at,
});

/** A run that another process drives, for all that this one knows. */
async function elsewhere(
  ...chunks: RunEvent[][]
): Promise<{ id: string; append(...events: RunEvent[]): Promise<void> }> {
  const id = newId();
  const writer = server.app.get(JournalWriter);
  const of = { id, tenantId: ada.tenantId, workflowId, fence: 1 };
  let seq = 0;
  const append = async (...events: RunEvent[]) => {
    const last = events.at(-1);
    const change =
      last?.t === 'finished'
        ? { status: last.status, finishedAt: Date.now() }
        : { status: 'running' as const, leaseUntil: Date.now() + 600_000 };
    const chunk = packChunk(textOfEvents(events));
    if (seq === 0) {
      await writer.write({ kind: 'create', ...of, workflowVersion: 1, mode: 'manual', queuedAt: 1, change, chunk });
    } else await writer.write({ kind: 'append', ...of, seq, change, chunk });
    seq += events.length;
  };
  for (const chunk of chunks) await append(...chunk);
  return { id, append };
}
const follow = async (id: string, as = ada, headers: Record<string, string> = {}) => {
  const reader = await readEvents(server, as, `executions/${id}/events`, headers);
  open.push(reader);
  return reader;
};
const kinds = ({ events }: EventReader) => events.map(({ type }) => type).join(' ');

describe('the stream of a run', () => {
  it('tells what has been written, then what is, and ends with the run', async () => {
    const run = await elsewhere([START], [note(2), note(3)]);
    const stream = await follow(run.id);
    await expect.poll(() => kinds(stream)).toBe('started tried tried');
    await run.append(note(4));
    await expect.poll(() => kinds(stream), { timeout: 5_000 }).toBe('started tried tried tried');
    await run.append(END);
    await stream.ended;
    expect(kinds(stream)).toBe('started tried tried tried finished');
    expect(stream.events.map(({ id }) => id)).toEqual(['0', '1', '2', '3', '4']);
  });

  it('goes on behind the event that its reader had last, though it was written together with others', async () => {
    const run = await elsewhere([START, note(2), note(3)], [note(4), END]);
    for (const [last, ids] of [
      ['1', ['2', '3', '4']],
      ['2', ['3', '4']],
      ['4', []],
      ['70', []],
      ['x', ['0', '1', '2', '3', '4']],
    ] as const) {
      const stream = await follow(run.id, ada, { 'last-event-id': last });
      await stream.ended;
      expect([last, stream.events.map(({ id }) => id)]).toEqual([last, ids]);
    }
  });

  it('tells what this process drives as it happens', async () => {
    const { body } = await ada.call('POST', `workflows/${workflowId}/run`, {});
    const stream = await follow(body.executionId);
    await stream.ended;
    expect(kinds(stream)).toBe('started ran finished');
  });

  it('of a long run comes in slices, which leave others their turn', async () => {
    const large = 'x'.repeat(20_000);
    const run = await elsewhere([START], ...Array.from({ length: 150 }, (_, n) => [note(n, `${n}${large}`)]), [END]);
    const stream = await follow(run.id);
    await stream.ended;
    expect(stream.events.map(({ id }) => Number(id))).toEqual(Array.from({ length: 152 }, (_, n) => n));
  });

  it('is nobody’s but its tenant’s', async () => {
    const run = await elsewhere([START]);
    const eve = await server.person('Eve');
    expect((await follow(run.id, eve)).status).toBe(404);
    expect((await server.call('GET', `executions/${run.id}/events`)).status).toBe(401);
  });
});

describe('many streams', () => {
  it('of one run cost one reader of what is new, and a person has so many of them', async () => {
    const run = await elsewhere([START], [note(2)]);
    const bob = await memberOf(server, ada, 'viewer', 'Bob');
    const many = await Promise.all([ada, bob].flatMap((as) => Array.from({ length: 100 }, () => follow(run.id, as))));
    expect(many.map(({ status }) => status)).toEqual(many.map(() => 200));
    expect(await bob.call('GET', `executions/${run.id}/events`)).toMatchObject({
      status: 429,
      body: { code: 'rate.limited', retryAfter: 30 },
    });
    await expect
      .poll(() => many.filter((each) => kinds(each) === 'started tried').length, { timeout: 20_000 })
      .toBe(200);
    const asked = vi.spyOn(server.app.get(UnitOfWork), 'inTenant');
    await run.append(note(3));
    await expect.poll(() => many.filter(({ events }) => events.length === 3).length, { timeout: 10_000 }).toBe(200);
    await run.append(END);
    await Promise.all(many.map(({ ended }) => ended));
    expect(many.every((each) => kinds(each).endsWith('tried finished'))).toBe(true);
    // One a second, and one or two to know that the end is the end; each stream by itself would have asked 200 times.
    expect(asked.mock.calls.length).toBeLessThan(30);
    asked.mockRestore();
    await expect.poll(async () => (await follow(run.id, bob)).status).toBe(200);
  });
});

describe('a stream ends', () => {
  it.each([
    [
      'session',
      async (person: TestPerson) =>
        void (await person.call('POST', 'auth/logout', { refreshToken: person.refreshToken })),
    ],
    [
      'membership',
      async (person: TestPerson) => void (await ada.call('DELETE', `tenants/current/members/${person.userId}`)),
    ],
  ])('with the %s of its reader', async (_what, revoke) => {
    const run = await elsewhere([START]);
    const person = await memberOf(server, ada, 'viewer');
    const [own, workflow] = [
      await follow(run.id, person),
      await readEvents(server, person, `workflows/${workflowId}/events`),
    ];
    open.push(workflow);
    const mine = await follow(run.id);
    await own.next('started');
    await revoke(person);
    await Promise.all([own.ended, workflow.ended]);
    let isOver = false;
    void mine.ended.then(() => {
      isOver = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(isOver).toBe(false);
  });

  it('with the API key that opened it', async () => {
    const run = await elsewhere([START]);
    const { body: key } = await ada.call('POST', 'api-keys', { name: 'follows', role: 'viewer' });
    const stream = await follow(run.id, { ...ada, accessToken: key.key });
    await stream.next('started');
    await ada.call('DELETE', `api-keys/${key.id}`);
    await stream.ended;
  });

  it('when nobody reads it, and lets go of the run', async () => {
    const run = await elsewhere([START]);
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    socket.pause();
    const { accessToken } = ada;
    socket.write(
      `GET /api/v1/executions/${run.id}/events HTTP/1.1\r\nhost: ${hostname}:${port}\r\nauthorization: Bearer ${accessToken}\r\n\r\n`,
    );
    const live = server.app.get(RunEvents);
    const listeners = () =>
      (live as unknown as { listeners: Map<string, Set<unknown>> }).listeners.get(run.id)?.size ?? 0;
    await expect.poll(listeners).toBe(1);
    let isCut = false;
    socket
      .on('close', () => {
        isCut = true;
      })
      .on('error', () => {});
    for (let n = 0; n < 10; n++) await run.append(...Array.from({ length: 20 }, () => note(2, 'x'.repeat(100_000))));
    await expect.poll(listeners, { timeout: 15_000 }).toBe(0);
    socket.resume();
    await expect.poll(() => isCut, { timeout: 5_000 }).toBe(true);
  });

  it('when its reader goes, and gives its place back', async () => {
    const run = await elsewhere([START]);
    const person = await memberOf(server, ada, 'viewer');
    for (let n = 0; n < 3; n++) {
      const all = await Promise.all(Array.from({ length: 100 }, () => follow(run.id, person)));
      expect(all.filter(({ status }) => status === 200).length).toBeGreaterThan(95);
      for (const each of all) each.close();
      await expect.poll(async () => (await follow(run.id, person)).status, { timeout: 5_000 }).toBe(200);
      for (const each of open.splice(0)) each.close();
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  });
});
