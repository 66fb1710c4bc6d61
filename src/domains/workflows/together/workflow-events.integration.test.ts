import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type EventReader, readEvents } from '../../../testing/event-reader.js';
import { memberOf } from '../../../testing/member-of.js';
import { type TestPerson, type TestServer, testServer } from '../../../testing/test-server.js';

let server: TestServer;
let ada: TestPerson;
let grace: TestPerson;
let viewer: TestPerson;
const open: EventReader[] = [];

beforeAll(async () => {
  server = await testServer();
  ada = await server.person('Ada');
  grace = await memberOf(server, ada, 'editor', 'Grace');
  viewer = await memberOf(server, ada, 'viewer', 'Vera');
});
afterEach(() => {
  for (const reader of open.splice(0)) reader.close();
});
afterAll(() => server.drop());

const DOCUMENT = {
  formatVersion: 1,
  name: 'Together',
  nodes: [
    {
      id: 'a',
      name: 'Every hour',
      type: 'scheduleTrigger',
      version: 1,
      position: [0, 0],
      parameters: { rules: [{ every: 'hours', count: 1 }] },
    },
  ],
  edges: [],
  settings: {},
};
const make = async () => (await ada.call('POST', 'workflows', DOCUMENT)).body.id as string;
const follow = async (id: string, as = ada, at: Pick<TestServer, 'url'> = server) => {
  const reader = await readEvents(at, as, `workflows/${id}/events`);
  open.push(reader);
  return reader;
};

describe('who has a workflow open', () => {
  it('is told how it stands, then what others do to it and who they are', async () => {
    const id = await make();
    const stream = await follow(id);
    expect(await stream.next('state')).toEqual({
      name: 'Together',
      version: 1,
      activeVersion: null,
      liveNumber: null,
      folderId: null,
    });
    const by = { id: grace.userId, name: 'Grace' };
    await grace.call('PUT', `workflows/${id}?autosave=true`, { ...DOCUMENT, version: 1 });
    expect(await stream.next('saved')).toMatchObject({ version: 2, activeVersion: null, by });
    await grace.call('POST', `workflows/${id}/activate`);
    expect(await stream.next('activated')).toMatchObject({ version: 2, by, at: expect.stringMatching(/Z$/) });
    await grace.call('PATCH', `workflows/${id}/versions/1`, { label: 'first' });
    await stream.next('versions');
    await grace.call('POST', `workflows/${id}/deactivate`);
    await stream.next('deactivated');
    const { executionId } = (await grace.call('POST', `workflows/${id}/run`, {})).body;
    expect(await stream.next('run-started')).toMatchObject({ executionId, mode: 'manual', by });
    await grace.call('PATCH', `workflows/${id}`, { tags: ['shop'] });
    expect(await stream.next('moved')).toMatchObject({ folderId: null });
    await grace.call('DELETE', `workflows/${id}`);
    expect(await stream.next('deleted')).toMatchObject({ by });
    await stream.ended;
  });

  it('hears nothing of what was refused, and nothing of other workflows', async () => {
    const [id, other] = [await make(), await make()];
    const stream = await follow(id);
    await stream.next('state');
    expect((await grace.call('PUT', `workflows/${id}`, { ...DOCUMENT, version: 9 })).status).toBe(409);
    await grace.call('PUT', `workflows/${other}`, { ...DOCUMENT, version: 1 });
    await grace.call('PUT', `workflows/${id}`, { ...DOCUMENT, version: 1 });
    await stream.next('saved');
    await grace.call('POST', `workflows/${id}/activate`);
    await stream.next('activated');
    expect(stream.events.filter(({ type }) => type !== 'present')).toEqual([]);
  });

  it('is seen by the others, each person once, until the last of their tabs is closed', async () => {
    const id = await make();
    const mine = await follow(id);
    const names = async () =>
      ((await mine.next('present')).people as { name: string; tabs: number }[]).map(({ name, tabs }) =>
        tabs > 1 ? `${name} ×${tabs}` : name,
      );
    expect(await names()).toEqual(['Ada']);
    const [one, two] = [await follow(id, viewer), await follow(id, viewer)];
    expect(await names()).toEqual(['Ada', 'Vera ×2']);
    one.close();
    expect(await names()).toEqual(['Ada', 'Vera']);
    two.close();
    expect(await names()).toEqual(['Ada']);
  });
});

describe('a stream', () => {
  it('is for those who may read the workflow: viewers, but nobody of another tenant', async () => {
    const id = await make();
    const stream = await follow(id, viewer);
    expect(await stream.next('state')).toMatchObject({ version: 1 });
    const eve = await server.person('Eve');
    expect((await eve.call('GET', `workflows/${id}/events`)).body).toMatchObject({ code: 'workflow.not_found' });
    expect((await server.call('GET', `workflows/${id}/events`)).status).toBe(401);
  });

  it('tells what happened by way of another process', async () => {
    const id = await make();
    const second = await testServer({}, server.databaseUrl);
    try {
      const stream = await follow(id, ada, second);
      await stream.next('state');
      await grace.call('PUT', `workflows/${id}`, { ...DOCUMENT, version: 1 });
      expect(await stream.next('saved')).toMatchObject({ version: 2, by: { name: 'Grace' } });
    } finally {
      await second.stop();
    }
  });

  it('is one of so many that a person may have open; a closed one makes room', async () => {
    const id = await make();
    const person = await memberOf(server, ada, 'viewer');
    const many = await Promise.all(Array.from({ length: 20 }, () => follow(id, person)));
    expect(many.map(({ status }) => status)).toEqual(many.map(() => 200));
    const refused = await person.call('GET', `workflows/${id}/events`);
    expect(refused).toMatchObject({ status: 429, body: { code: 'rate.limited' } });
    many[0]?.close();
    await expect.poll(async () => (await follow(id, person)).status).toBe(200);
  });

  it('ends when the server stops', async () => {
    const id = await make();
    const second = await testServer({}, server.databaseUrl);
    const stream = await follow(id, ada, second);
    await stream.next('state');
    await second.stop();
    await stream.ended;
  });
});
