import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { programOf } from '../../testing/program-of.js';
import { type TestPerson, type TestServer, testServer } from '../../testing/test-server.js';

let server: TestServer;
let ada: TestPerson;
let bob: TestPerson;
beforeAll(async () => {
  server = await testServer();
  [ada, bob] = [await server.person('Ada'), await server.person('Bob')];
});
afterAll(() => server?.drop());

const trigger = (type: string, parameters: object = {}) => ({
  id: type,
  name: type,
  type,
  version: 1,
  position: [0, 0],
  parameters,
});
const MANUAL = trigger('manualTrigger');
const hook = (path: string) => trigger('webhookTrigger', { path, methods: ['POST'] });
const STOP = { ...trigger('stopAndError', { message: 'No.' }), id: 'stop' };

async function made(person: TestPerson, name: string, nodes: object[] = [MANUAL], more: object = {}, query = '') {
  const edges = nodes.includes(STOP) ? [{ kind: 'main', from: { node: MANUAL.id }, to: { node: STOP.id } }] : [];
  const { status, body } = await person.call('POST', `workflows${query}`, {
    name,
    nodes,
    edges,
    settings: {},
    ...more,
  });
  expect(status, JSON.stringify(body)).toBe(201);
  return body;
}
/** Runs the draft in earnest. */
const ran = async (person: TestPerson, id: string) => {
  const program = await programOf(server, person);
  return (await program('POST', `workflows/${id}/run`, { wait: true, version: 'draft' })).body;
};
type Listed = { id: string; name: string };
const list = async (person: TestPerson, query: string) => {
  const { status, body } = await person.call('GET', `workflows?${query}`);
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
};
const names = async (person: TestPerson, query: string) =>
  (await list(person, query)).items.map(({ name }: Listed) => name);
/** All pages of a list, so many at a time. */
async function paged(person: TestPerson, query: string, limit: number): Promise<string[]> {
  const all: string[] = [];
  let cursor = '';
  do {
    const page = await list(person, `${query}&limit=${limit}${cursor && `&cursor=${cursor}`}`);
    all.push(...page.items.map(({ name }: Listed) => name));
    cursor = page.nextCursor ?? '';
  } while (cursor);
  return all;
}

describe('the list', () => {
  it('says of each what starts it, how large it is, how it last ran and whose it is', async () => {
    const person = await server.person('Grace');
    const fails = await made(person, 'Fails', [MANUAL, STOP]);
    await made(person, 'Rests', [hook('rests'), { ...trigger('scheduleTrigger'), disabled: true }]);
    const run = await ran(person, fails.id);
    const { items } = await list(person, 'sort=name');
    expect(items).toMatchObject([
      {
        name: 'Fails',
        triggers: ['manual'],
        nodeCount: 2,
        lastExecution: { id: run.id, status: 'error', startedAt: run.startedAt, finishedAt: run.finishedAt },
        createdBy: { id: person.userId, name: 'Grace' },
        updatedBy: { id: person.userId, name: 'Grace' },
      },
      { name: 'Rests', triggers: ['webhook'], nodeCount: 2, lastExecution: null },
    ]);
  });

  it('keeps tests by hand apart from runs in earnest', async () => {
    const person = await server.person();
    const { id } = await made(person, 'Tried', [MANUAL, STOP]);
    const test = (await person.call('POST', `workflows/${id}/run`, { wait: true })).body;
    const [row] = (await list(person, '')).items;
    expect(row).toMatchObject({ lastExecution: null, lastTest: { id: test.id, status: 'error' } });
    expect(await names(person, 'status=error')).toEqual([]);
    expect(await names(person, 'status=never')).toEqual(['Tried']);
    expect((await person.call('GET', 'workflows/stats')).body).toMatchObject({ failing: 0, neverRan: 1 });
    const run = await ran(person, id);
    const [after] = (await list(person, 'sort=lastRun')).items;
    expect(after).toMatchObject({ lastExecution: { id: run.id }, lastTest: { id: test.id } });
  });

  it('tells what starts the version that is live, not the draft', async () => {
    const person = await server.person();
    const first = await made(person, 'Changes', [hook('changes-1')]);
    await person.call('POST', `workflows/${first.id}/activate`, {});
    await person.call('PUT', `workflows/${first.id}`, { ...first, nodes: [MANUAL], edges: [] });
    expect((await list(person, '')).items[0].triggers).toEqual(['webhook']);
    await person.call('POST', `workflows/${first.id}/deactivate`);
    expect((await list(person, '')).items[0].triggers).toEqual(['manual']);
  });

  it('comes whole, page by page, in every order', async () => {
    const person = await server.person();
    const wanted = ['beta', 'Ärger', 'alpha', 'Alpha', 'Zoo', 'alpha'];
    const ids: string[] = [];
    for (const name of wanted) ids.push((await made(person, name)).id);
    for (const index of [4, 1]) await ran(person, ids[index] as string);
    await person.call('PATCH', `workflows/${ids[2]}`, { tags: ['moved'] });
    const byName = ['alpha', 'alpha', 'Alpha', 'Ärger', 'beta', 'Zoo'];
    const inOrder = (asked: string) => paged(person, asked, 2);
    const sameName = (all: string[]) => all.map((name) => name.toLowerCase());
    expect(sameName(await inOrder('sort=name'))).toEqual(sameName(byName));
    expect(sameName(await inOrder('sort=name&order=desc'))).toEqual(sameName([...byName].reverse()));
    expect(await inOrder('sort=createdAt')).toEqual([...wanted].reverse());
    expect(await inOrder('sort=createdAt&order=asc')).toEqual(wanted);
    expect((await inOrder('sort=updatedAt'))[0]).toBe('alpha');
    expect((await inOrder('sort=updatedAt&order=asc')).at(-1)).toBe('alpha');
    // What never ran is last either way.
    expect((await inOrder('sort=lastRun')).slice(0, 2)).toEqual(['Ärger', 'Zoo']);
    expect((await inOrder('sort=lastRun&order=asc')).slice(0, 2)).toEqual(['Zoo', 'Ärger']);
    expect(await inOrder('sort=lastRun&order=asc')).toHaveLength(6);
  });

  it('a cursor of another order is refused', async () => {
    const person = await server.person();
    for (const name of ['a', 'b']) await made(person, name);
    const { nextCursor } = await list(person, 'sort=name&limit=1');
    const other = await person.call('GET', `workflows?sort=updatedAt&limit=1&cursor=${nextCursor}`);
    expect(other).toMatchObject({ status: 400, body: { code: 'request.bad_cursor' } });
  });

  it('is narrowed by folder, trigger, tag, text and the last run; the figures follow', async () => {
    const person = await server.person();
    const folder = (await person.call('POST', 'folders', { name: 'Shop' })).body;
    await made(person, 'In the shop', [hook('in-the-shop')], { tags: ['shop'] }, `?folderId=${folder.id}`);
    const bad = await made(person, 'Bad', [MANUAL, STOP]);
    const good = await made(person, 'Good', [hook('good'), MANUAL]);
    await ran(person, bad.id);
    await ran(person, good.id);
    await person.call('POST', `workflows/${good.id}/activate`, {});
    const found = (query: string) => names(person, `${query}&sort=name`);
    expect(await found(`folderId=${folder.id}`)).toEqual(['In the shop']);
    expect(await found('folderId=none')).toEqual(['Bad', 'Good']);
    expect(await found('trigger=webhook')).toEqual(['Good', 'In the shop']);
    expect(await found('trigger=schedule,manual')).toEqual(['Bad', 'Good']);
    expect(await found('status=error')).toEqual(['Bad']);
    expect(await found('status=never,success')).toEqual(['Good', 'In the shop']);
    expect(await found('q=SHOP')).toEqual(['In the shop']);
    expect(await found('tag=shop&active=false')).toEqual(['In the shop']);
    const stats = async (query = '') => (await person.call('GET', `workflows/stats?${query}`)).body;
    expect(await stats()).toEqual({ total: 3, live: 1, changed: 0, failing: 1, neverRan: 1 });
    expect(await stats('trigger=manual')).toEqual({ total: 2, live: 1, changed: 0, failing: 1, neverRan: 0 });
    expect((await person.call('GET', 'workflows/tags')).body.items).toEqual([{ tag: 'shop', count: 1 }]);
    for (const wrong of ['folderId=top', 'trigger=mail', 'status=bad', 'sort=size', 'order=up']) {
      expect([wrong, (await person.call('GET', `workflows?${wrong}`)).status]).toEqual([wrong, 400]);
    }
  });
});

describe('one act on several', () => {
  it('tells of each what became of it', async () => {
    const [ready, unready] = [await made(ada, 'Ready', [hook('ready')]), await made(ada, 'Unready')];
    const gone = '01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e';
    const act = async (body: object) => (await ada.call('POST', 'workflows/bulk', body)).body.items;
    const all = [ready.id, unready.id, gone];
    expect(await act({ action: 'activate', ids: [...all, ready.id] })).toEqual([
      { id: ready.id, ok: true },
      { id: unready.id, ok: false, code: 'workflow.no_trigger', message: expect.stringMatching(/trigger/) },
      { id: gone, ok: false, code: 'workflow.not_found', message: expect.any(String) },
    ]);
    const state = async (id: string) => (await ada.call('GET', `workflows/${id}`)).body;
    expect((await state(ready.id)).active).toBe(true);
    await act({ action: 'deactivate', ids: all });
    expect((await state(ready.id)).active).toBe(false);

    const folder = (await ada.call('POST', 'folders', { name: 'Bulk' })).body;
    await act({ action: 'move', ids: all, folderId: folder.id });
    await act({ action: 'tag', ids: all, tags: ['a', 'b'] });
    await act({ action: 'untag', ids: [ready.id], tags: ['a'] });
    expect(await state(ready.id)).toMatchObject({ folderId: folder.id, tags: ['b'] });
    expect(await state(unready.id)).toMatchObject({ folderId: folder.id, tags: ['a', 'b'] });
    await act({ action: 'move', ids: [ready.id], folderId: null });
    expect((await state(ready.id)).folderId).toBeNull();
    expect((await act({ action: 'move', ids: [ready.id], folderId: gone }))[0].code).toBe('folder.not_found');

    expect((await act({ action: 'delete', ids: [unready.id] }))[0].ok).toBe(true);
    expect((await ada.call('GET', `workflows/${unready.id}`)).status).toBe(404);
    const { items } = (await ada.call('GET', 'audit?limit=50')).body;
    const actions = items.map(({ action }: { action: string }) => action);
    for (const action of ['activated', 'deactivated', 'moved', 'deleted'])
      expect(actions).toContain(`workflow.${action}`);
  });

  it('reaches nothing of another tenant, and is refused to viewers and beyond its bounds', async () => {
    const theirs = await made(ada, 'Hers', [hook('hers')], { tags: ['x'] });
    for (const body of [
      { action: 'activate' },
      { action: 'delete' },
      { action: 'move', folderId: null },
      { action: 'tag', tags: ['stolen'] },
    ]) {
      const { body: answer } = await bob.call('POST', 'workflows/bulk', { ...body, ids: [theirs.id] });
      expect(answer.items).toMatchObject([{ ok: false, code: 'workflow.not_found' }]);
    }
    expect((await ada.call('GET', `workflows/${theirs.id}`)).body).toMatchObject({ active: false, tags: ['x'] });
    const folder = (await bob.call('POST', 'folders', { name: 'Mine' })).body;
    expect(
      (await ada.call('POST', `workflows?folderId=${folder.id}`, { name: 'n', nodes: [MANUAL], edges: [] })).body,
    ).toMatchObject({
      code: 'folder.not_found',
    });
    const key = (await ada.call('POST', 'api-keys', { name: 'viewer', role: 'viewer' })).body;
    const viewer = server.as(key.key);
    expect((await viewer('POST', 'workflows/bulk', { action: 'delete', ids: [theirs.id] })).status).toBe(403);
    for (const wrong of [
      { action: 'delete', ids: [] },
      { action: 'delete', ids: Array.from({ length: 201 }, () => theirs.id) },
      { action: 'move', ids: [theirs.id] },
      { action: 'tag', ids: [theirs.id] },
      { action: 'publish', ids: [theirs.id] },
    ]) {
      expect([wrong.action, (await ada.call('POST', 'workflows/bulk', wrong)).status]).toEqual([wrong.action, 400]);
    }
  });

  it('never gives a workflow more tags than it may have', async () => {
    const { id } = await made(ada, 'Tagged', [MANUAL], { tags: ['first'] });
    const tags = Array.from({ length: 50 }, (_, i) => `t${i}`);
    const { body } = await ada.call('POST', 'workflows/bulk', { action: 'tag', ids: [id], tags });
    expect(body.items).toMatchObject([{ ok: false, code: 'workflow.too_many_tags' }]);
    for (const many of [[...tags, 'one more'], ['x'.repeat(101)]]) {
      const document = { formatVersion: 1, name: 'Tagged', settings: {}, nodes: [], edges: [], tags: many };
      const saved = [
        await ada.call('POST', 'workflows', document),
        await ada.call('PUT', `workflows/${id}`, { ...document, version: 1 }),
        await ada.call('POST', 'workflows/import', document),
      ];
      for (const each of saved) expect(each.body.code).toBe('workflow.too_many_tags');
    }
    const long = { formatVersion: 1, name: 'x'.repeat(1_001), settings: {}, nodes: [], edges: [] };
    expect((await ada.call('POST', 'workflows', long)).body.code).toBe('workflow.name_too_long');
    expect((await ada.call('PUT', `workflows/${id}`, { ...long, version: 1 })).body.code).toBe(
      'workflow.name_too_long',
    );
  });
});

describe('copies', () => {
  it('a duplicate is the newest version in the same folder, switched off', async () => {
    const folder = (await ada.call('POST', 'folders', { name: 'Copies' })).body;
    const original = await made(ada, 'Original', [hook('original')], { tags: ['t'] }, `?folderId=${folder.id}`);
    await ada.call('POST', `workflows/${original.id}/activate`, {});
    const copy = await ada.call('POST', `workflows/${original.id}/duplicate`);
    expect(copy).toMatchObject({
      status: 201,
      body: {
        name: 'Original (copy)',
        folderId: folder.id,
        tags: ['t'],
        active: false,
        version: 1,
        nodes: original.nodes,
      },
    });
    const top = await ada.call('POST', `workflows/${original.id}/duplicate`, { name: 'Other', folderId: null });
    expect(top.body).toMatchObject({ name: 'Other', folderId: null });
    expect((await bob.call('POST', `workflows/${original.id}/duplicate`)).status).toBe(404);
  });

  it('an export of one is its document, of several a list or lines; all can be imported again', async () => {
    const person = await server.person();
    const [one, two] = [await made(person, 'Übersicht / Eins', [MANUAL], { tags: ['t'] }), await made(person, 'Two')];
    const single = await person.call('GET', `workflows/export?ids=${one.id}`);
    expect(single.headers.get('content-disposition')).toBe(
      `attachment; filename="_bersicht-eins.json"; filename*=UTF-8''%C3%BCbersicht-eins.json`,
    );
    expect(single.body).toMatchObject({ formatVersion: 1, name: 'Übersicht / Eins', tags: ['t'] });
    for (const name of ['id', 'version', 'active', 'folderId', 'createdAt'])
      expect(single.body).not.toHaveProperty(name);
    const both = (await person.call('GET', `workflows/export?ids=${one.id},${two.id}`)).body;
    expect(both.map(({ name }: Listed) => name)).toEqual(['Two', 'Übersicht / Eins']);
    expect((await person.call('GET', 'workflows/export?tag=none')).body).toEqual([]);
    const lines = await fetch(`${server.url}/api/v1/workflows/export?format=ndjson`, {
      headers: { authorization: `Bearer ${person.accessToken}` },
    }).then((answer) => answer.text());
    expect(
      lines
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).name),
    ).toEqual(['Two', 'Übersicht / Eins']);
    const again = await person.call('POST', 'workflows/import', both[1]);
    expect(again).toMatchObject({ status: 201, body: { workflow: { name: 'Übersicht / Eins', tags: ['t'] } } });
    expect((await bob.call('GET', `workflows/export?ids=${one.id},${two.id}`)).status).toBe(404);
  });
});
