import { afterAll, beforeAll, expect, it } from 'vitest';
import { memberOf } from '../../testing/member-of.js';
import { type TestPerson, type TestServer, testServer } from '../../testing/test-server.js';

/** The audit tells of people and things by name, what is gone too, and of other tenants nothing. */
let server: TestServer;
let ada: TestPerson;
beforeAll(async () => {
  server = await testServer();
  ada = await server.person('Ada');
});
afterAll(() => server?.drop());

const start = { id: 's', name: 'Start', type: 'manualTrigger', version: 1, position: [0, 0], parameters: {} };
const made = async (name: string) =>
  (await ada.call('POST', 'workflows', { name, nodes: [start], edges: [], settings: {} })).body.id as string;
const entries = async (query = '', by = ada) => (await by.call('GET', `audit?limit=100&${query}`)).body.items;
const newest = async (action: string) => (await entries(`action=${action}`))[0];

it('names who did it, what they did it to, and what it mentions', async () => {
  const id = await made('Orders');
  const folder = (await ada.call('POST', 'folders', { name: 'Shop' })).body.id;
  await ada.call('PATCH', `workflows/${id}`, { folderId: folder });
  expect(await newest('workflow.moved')).toMatchObject({
    actor: { name: 'Ada' },
    target: { id, name: 'Orders', isThere: true },
    names: { [folder]: 'Shop' },
  });
  await ada.call('DELETE', `folders/${folder}`);
  expect((await newest('workflow.moved')).names).toEqual({ [folder]: 'Shop' });
});

it('keeps the name of what was deleted, and of who has left', async () => {
  const id = await made('Short-lived');
  await ada.call('DELETE', `workflows/${id}`);
  for (const action of ['workflow.created', 'workflow.deleted']) {
    expect((await newest(action)).target).toMatchObject({ id, name: 'Short-lived', isThere: false });
  }
  const grace = await memberOf(server, ada, 'editor', 'Grace');
  await grace.call('POST', 'folders', { name: 'Of Grace' });
  await ada.call('DELETE', `tenants/current/members/${grace.userId}`);
  expect(await newest('member.removed')).toMatchObject({ target: { name: 'Grace', isThere: false } });
  expect((await newest('folder.created')).actor).toMatchObject({ userId: grace.userId, name: 'Grace' });
});

it('tells nothing of another tenant, whatever ids it is given', async () => {
  const bob = await server.person('Bob');
  const theirs = (await bob.call('POST', 'folders', { name: 'Secret folder' })).body.id;
  const id = await made('Curious');
  expect((await ada.call('PATCH', `workflows/${id}`, { folderId: theirs })).status).toBe(404);
  await ada.call('POST', 'views', { list: 'workflows', name: theirs, query: 'q=a', shared: true });
  expect(JSON.stringify(await entries())).not.toContain('Secret folder');
  expect(JSON.stringify(await entries())).not.toContain('Bob');
});

it('is narrowed by time', async () => {
  const before = new Date().toISOString();
  const id = await made('Timed');
  expect(await entries(`targetId=${id}&from=${before}`)).toHaveLength(1);
  expect(await entries(`targetId=${id}&to=${before}`)).toHaveLength(0);
  expect((await ada.call('GET', 'audit?from=yesterday')).status).toBe(400);
});
