import { afterAll, beforeAll, expect, it } from 'vitest';
import { memberOf } from '../../testing/member-of.js';
import { type TestPerson, type TestServer, testServer } from '../../testing/test-server.js';

let server: TestServer;
let ada: TestPerson;
beforeAll(async () => {
  server = await testServer();
  ada = await server.person('Ada');
});
afterAll(() => server.drop());

const DOCUMENT = {
  formatVersion: 1,
  nodes: [{ id: 'a', name: 'Start', type: 'manualTrigger', version: 1, position: [0, 0], parameters: {} }],
  edges: [],
  settings: {},
};
const make = async () => (await ada.call('POST', 'workflows', { ...DOCUMENT, name: 'Drafts' })).body.id as string;
const save = (id: string, version: number, autosave: boolean, by = ada) =>
  by.call('PUT', `workflows/${id}?autosave=${autosave}`, { ...DOCUMENT, name: `from ${version}`, version });
const versions = async (id: string): Promise<{ version: number; label: string | null; autosaved: boolean }[]> =>
  (await ada.call('GET', `workflows/${id}/versions`)).body.items;
const numbers = async (id: string) => (await versions(id)).map(({ version }) => version);

it('a row of automatic saves becomes one version; its numbers go on, and what was saved on purpose stays', async () => {
  const id = await make();
  for (let version = 1; version <= 4; version++) expect((await save(id, version, true)).body.version).toBe(version + 1);
  expect(await numbers(id)).toEqual([5, 1]);
  await save(id, 5, false);
  await save(id, 6, true);
  await save(id, 7, true);
  expect(await numbers(id)).toEqual([8, 6, 5, 1]);
  expect((await versions(id)).map(({ autosaved }) => autosaved)).toEqual([true, false, true, false]);
});

it('nobody overwrites what they have not seen, automatically or not', async () => {
  const id = await make();
  await save(id, 1, true);
  await save(id, 2, true);
  for (const seen of [1, 2]) {
    expect((await save(id, seen, true)).body).toMatchObject({ code: 'workflow.stale', version: 3 });
  }
});

it('what is live, was run, is listened with or has a name stays', async () => {
  const id = await make();
  await save(id, 1, true);
  const run = await ada.call('POST', `workflows/${id}/run`, { wait: true });
  expect(run.body).toMatchObject({ status: 'success', version: 2 });
  await save(id, 2, true);
  expect((await ada.call('PATCH', `workflows/${id}/versions/3`, { label: 'before the sale' })).status).toBe(204);
  await save(id, 3, true);
  expect(await numbers(id)).toEqual([4, 3, 2, 1]);
  expect((await versions(id))[1]).toMatchObject({ label: 'before the sale' });
  expect((await ada.call('GET', `workflows/${id}?version=2`)).status).toBe(200);
  expect((await ada.call('PATCH', `workflows/${id}/versions/3`, { label: null })).status).toBe(204);
  expect((await versions(id))[1]).toMatchObject({ label: null });
});

it('a name has bounds, and a version has to be there', async () => {
  const id = await make();
  expect((await ada.call('PATCH', `workflows/${id}/versions/1`, { label: 'x'.repeat(201) })).status).toBe(400);
  expect((await ada.call('PATCH', `workflows/${id}/versions/9`, { label: 'x' })).status).toBe(404);
  const bob = await server.person();
  expect((await bob.call('PATCH', `workflows/${id}/versions/1`, { label: 'mine' })).status).toBe(404);
});

it('each version tells who saved it, and is given with the name that the workflow had', async () => {
  const grace = await memberOf(server, ada, 'editor', 'Grace');
  const id = await make();
  await save(id, 1, false, grace);
  const { items } = (await ada.call('GET', `workflows/${id}/versions`)).body;
  expect(items.map(({ author }: { author: { name: string } }) => author.name)).toEqual(['Grace', 'Ada']);
  expect((await ada.call('GET', `workflows/${id}?version=1`)).body.name).toBe('Drafts');
  await ada.call('DELETE', `tenants/current/members/${grace.userId}`);
  expect((await ada.call('GET', `workflows/${id}/versions`)).body.items[0].author).toBeNull();
});

it('lists those alone that have a name', async () => {
  const id = await make();
  await save(id, 1, false);
  await ada.call('PATCH', `workflows/${id}/versions/1`, { label: 'first' });
  expect((await ada.call('GET', `workflows/${id}/versions?named=true`)).body.items).toMatchObject([{ version: 1 }]);
  expect((await ada.call('GET', `workflows/${id}/versions?named=maybe`)).status).toBe(400);
});

it('versions that go live have numbers of their own, which automatic saves do not use up', async () => {
  const hook = { ...DOCUMENT.nodes[0], id: 'h', name: 'Hook', type: 'webhookTrigger', parameters: { path: 'numbers' } };
  const nodes = [...DOCUMENT.nodes, hook];
  const { id } = (await ada.call('POST', 'workflows', { ...DOCUMENT, name: 'Live', nodes })).body;
  const saveBoth = (version: number, autosave: boolean) =>
    ada.call('PUT', `workflows/${id}?autosave=${autosave}`, { ...DOCUMENT, name: `from ${version}`, nodes, version });
  const activate = async (version?: number) => (await ada.call('POST', `workflows/${id}/activate`, { version })).body;
  expect((await ada.call('GET', `workflows/${id}`)).body.liveNumber).toBeNull();
  expect(await activate()).toMatchObject({ activeVersion: 1, liveNumber: 1 });
  for (let version = 1; version <= 3; version++) await saveBoth(version, true);
  expect(await activate()).toMatchObject({ activeVersion: 4, liveNumber: 2 });
  expect(await activate(1)).toMatchObject({ activeVersion: 1, liveNumber: 1 });
  await saveBoth(4, false);
  expect((await ada.call('POST', `workflows/${id}/deactivate`)).body).toMatchObject({ liveNumber: null });
  expect(await activate()).toMatchObject({ activeVersion: 5, liveNumber: 3 });
  expect(await versions(id)).toMatchObject([{ liveNumber: 3 }, { liveNumber: 2 }, { liveNumber: 1 }]);
  const [listed] = (await ada.call('GET', 'workflows?sort=updatedAt&limit=1')).body.items;
  expect(listed).toMatchObject({ id, activeVersion: 5, liveNumber: 3 });
  const { body: document } = await ada.call('GET', `workflows/${id}`);
  await saveBoth(5, false);
  const old = (await ada.call('POST', `workflows/${id}/run`, { wait: true, version: 4, startNode: 'Start' })).body;
  expect(old).toMatchObject({ version: 4, liveNumber: 2, attempts: [{ version: 4, liveNumber: 2 }] });
  const draft = (await ada.call('POST', `workflows/${id}/run`, { wait: true, startNode: 'Start' })).body;
  expect(draft).toMatchObject({ version: 6, liveNumber: null });
  const { items } = (await ada.call('GET', `executions?workflowId=${id}`)).body;
  expect(items).toMatchObject([{ liveNumber: null }, { liveNumber: 2 }]);
  // The number is no part of the document that is sent back.
  expect((await ada.call('PUT', `workflows/${id}`, { ...document, version: 6 })).status).toBe(200);
});
