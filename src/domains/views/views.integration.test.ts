import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TEST_PASSWORD, type TestPerson, type TestServer, testServer } from '../../testing/test-server.js';
import { MAX_VIEWS_OF_USER } from './views.service.js';

let server: TestServer;
let owner: TestPerson;
let editor: TestPerson;
let viewer: TestPerson;
let stranger: TestPerson;

async function member(role: string): Promise<TestPerson> {
  const guest = await server.person(role);
  const { token } = (await owner.call('POST', 'invitations', { role })).body;
  await guest.call('POST', 'invitations/accept', { token });
  const { accessToken } = (await guest.call('POST', 'auth/switch', { tenantId: owner.tenantId })).body;
  return { ...guest, tenantId: owner.tenantId, accessToken, call: server.as(accessToken) };
}

beforeAll(async () => {
  server = await testServer();
  [owner, stranger] = [await server.person('Olga'), await server.person('Stranger')];
  [editor, viewer] = [await member('editor'), await member('viewer')];
});
afterAll(() => server.drop());

let count = 0;
const bodyOf = (more: object = {}) => ({
  list: 'executions',
  name: `View ${++count}`,
  query: 'q=status%3Aerror',
  ...more,
});
const saved = async (person: TestPerson, more: object = {}) => {
  const { status, body } = await person.call('POST', 'views', bodyOf(more));
  expect([status, body.code]).toEqual([201, undefined]);
  return body;
};
const seen = async (person: TestPerson, list = 'executions'): Promise<string[]> =>
  (await person.call('GET', `views?list=${list}`)).body.items.map(({ id }: { id: string }) => id);
const outcome = async (person: TestPerson, method: string, id: string, body?: object) => {
  const answer = await person.call(method, `views/${id}`, body);
  return [answer.status, answer.body?.code];
};

describe('a view of one’s own', () => {
  it('is kept, renamed, changed and deleted', async () => {
    const view = await saved(owner, { name: '  Failed today ', query: 'q=status%3Aerror+from%3Atoday&folder=1' });
    expect(view).toMatchObject({
      list: 'executions',
      name: 'Failed today',
      query: 'q=status%3Aerror+from%3Atoday&folder=1',
      shared: false,
      mine: true,
      mayChange: true,
      ownerName: 'Olga',
    });
    expect((await owner.call('PATCH', `views/${view.id}`, { name: 'Failed' })).body).toMatchObject({
      name: 'Failed',
      query: view.query,
    });
    expect((await owner.call('PATCH', `views/${view.id}`, { query: '' })).body).toMatchObject({
      name: 'Failed',
      query: '',
    });
    expect(await seen(owner)).toContain(view.id);
    expect(await seen(owner, 'workflows')).not.toContain(view.id);
    expect((await owner.call('GET', 'views')).body.items.map(({ id }: { id: string }) => id)).toContain(view.id);
    expect(await outcome(owner, 'DELETE', view.id)).toEqual([204, undefined]);
    expect(await outcome(owner, 'DELETE', view.id)).toEqual([404, 'view.not_found']);
    expect(await seen(owner)).not.toContain(view.id);
  });

  it('is there for nobody else: not in the tenant, not for its owner', async () => {
    const view = await saved(viewer);
    for (const other of [owner, editor, stranger]) {
      expect(await seen(other)).not.toContain(view.id);
      expect(await outcome(other, 'PATCH', view.id, { name: 'Taken' })).toEqual([404, 'view.not_found']);
      expect(await outcome(other, 'DELETE', view.id)).toEqual([404, 'view.not_found']);
    }
    expect(await seen(viewer)).toContain(view.id);
  });

  it('is not in the person’s other tenants', async () => {
    const view = await saved(editor);
    const { body } = await editor.call('GET', 'tenants');
    const home = body.items.find(({ id }: { id: string }) => id !== owner.tenantId);
    const { accessToken } = (await editor.call('POST', 'auth/switch', { tenantId: home.id })).body;
    const answer = await server.as(accessToken)('GET', 'views');
    expect(answer.body.items).toEqual([]);
    expect((await server.as(accessToken)('DELETE', `views/${view.id}`)).status).toBe(404);
  });

  it('has a name of its own in its list', async () => {
    await saved(editor, { name: 'Mine' });
    const again = await editor.call('POST', 'views', bodyOf({ name: 'MINE' }));
    expect([again.status, again.body.code]).toEqual([409, 'view.name_taken']);
    await saved(editor, { name: 'Mine', list: 'workflows' });
    await saved(viewer, { name: 'Mine' });
    const other = await saved(editor);
    expect(await outcome(editor, 'PATCH', other.id, { name: 'mine' })).toEqual([409, 'view.name_taken']);
  });
});

describe('a shared view', () => {
  it('is seen by every member with its owner’s name, and by no other tenant', async () => {
    const view = await saved(editor, { shared: true });
    const { body } = await viewer.call('GET', 'views?list=executions');
    expect(body.items.find(({ id }: { id: string }) => id === view.id)).toMatchObject({
      mine: false,
      mayChange: false,
      shared: true,
      ownerName: 'editor',
    });
    expect(await seen(stranger)).not.toContain(view.id);
    expect(await outcome(stranger, 'PATCH', view.id, { name: 'Taken' })).toEqual([404, 'view.not_found']);
    expect(await outcome(stranger, 'DELETE', view.id)).toEqual([404, 'view.not_found']);
  });

  it('is shared by those who may edit workflows', async () => {
    const refused = await viewer.call('POST', 'views', bodyOf({ shared: true }));
    expect([refused.status, refused.body.code]).toEqual([403, 'view.sharing_forbidden']);
    const view = await saved(viewer);
    expect(await outcome(viewer, 'PATCH', view.id, { shared: true })).toEqual([403, 'view.sharing_forbidden']);
  });

  it('is changed by its owner and by admins alone', async () => {
    const view = await saved(editor, { shared: true });
    const other = await member('editor');
    for (const person of [other, viewer]) {
      expect(await outcome(person, 'PATCH', view.id, { name: 'Taken' })).toEqual([403, 'view.not_yours']);
      expect(await outcome(person, 'DELETE', view.id)).toEqual([403, 'view.not_yours']);
    }
    expect((await owner.call('PATCH', `views/${view.id}`, { name: 'By the admin' })).body).toMatchObject({
      name: 'By the admin',
      mine: false,
      mayChange: true,
      ownerName: 'editor',
    });
    expect(await outcome(owner, 'PATCH', view.id, { shared: false })).toEqual([403, 'view.not_yours']);
    expect(await outcome(owner, 'DELETE', view.id)).toEqual([204, undefined]);
  });

  it('is taken back by its owner', async () => {
    const view = await saved(editor, { shared: true });
    expect((await editor.call('PATCH', `views/${view.id}`, { shared: false })).body.shared).toBe(false);
    expect(await seen(owner)).not.toContain(view.id);
  });

  it('of somebody who may share no more: is taken back and deleted, not changed', async () => {
    const leaver = await member('editor');
    const view = await saved(leaver, { shared: true });
    await owner.call('PATCH', `tenants/current/members/${leaver.userId}`, { role: 'viewer' });
    expect(await outcome(leaver, 'PATCH', view.id, { name: 'New name' })).toEqual([403, 'view.sharing_forbidden']);
    expect(await outcome(leaver, 'PATCH', view.id, { shared: false })).toEqual([200, undefined]);
    expect(await outcome(leaver, 'DELETE', view.id)).toEqual([204, undefined]);
  });

  it('stays when its owner leaves; what was theirs alone goes', async () => {
    const leaver = await member('editor');
    const [shared, kept] = [await saved(leaver, { shared: true }), await saved(leaver)];
    expect((await owner.call('DELETE', `tenants/current/members/${leaver.userId}`)).status).toBe(204);
    const { items } = (await owner.call('GET', 'views')).body;
    expect(items.find(({ id }: { id: string }) => id === shared.id)).toMatchObject({
      ownerName: null,
      mayChange: true,
    });
    const { token } = (await owner.call('POST', 'invitations', { role: 'editor' })).body;
    const login = await server.call('POST', 'auth/login', { email: leaver.email, password: TEST_PASSWORD });
    const again = server.as(login.body.accessToken);
    await again('POST', 'invitations/accept', { token });
    const { body } = await again('POST', 'auth/switch', { tenantId: owner.tenantId });
    const back = (await server.as(body.accessToken)('GET', 'views')).body.items.map(({ id }: { id: string }) => id);
    expect([back.includes(shared.id), back.includes(kept.id)]).toEqual([true, false]);
    expect(await outcome(owner, 'DELETE', shared.id)).toEqual([204, undefined]);
  });
});

describe('bounds', () => {
  it.each([
    ['a list that there is not', { list: 'nodes' }, 'list'],
    ['no name', { name: '  ' }, 'name'],
    ['a name without end', { name: 'x'.repeat(101) }, 'name'],
    ['a search without end', { query: 'q'.repeat(2001) }, 'query'],
    ['a whole address', { query: 'https://example.com/?q=1' }, 'query'],
    ['control characters', { query: 'q=\u0000' }, 'query'],
    ['control characters in a name', { name: 'a\u0000b' }, 'name'],
    ['a search that is no text', { query: { q: 1 } }, 'query'],
    ['a word where yes or no belongs', { shared: 'yes' }, 'shared'],
    ['what a view has not', { userId: 'somebody' }, 'userId'],
  ])('%s', async (_, wrong, field) => {
    const { status, body } = await owner.call('POST', 'views', bodyOf(wrong));
    expect([status, body.code, body.errors.map((each: { field: string }) => each.field)]).toEqual([
      400,
      'request.invalid',
      [field],
    ]);
  });

  it('null changes nothing and is refused', async () => {
    const view = await saved(owner);
    expect((await owner.call('PATCH', `views/${view.id}`, { name: null })).status).toBe(400);
    expect((await owner.call('PATCH', `views/${view.id}`, { shared: null })).status).toBe(400);
    expect((await owner.call('PATCH', `views/${view.id}`, {})).body).toMatchObject({ name: view.name, shared: false });
  });

  it(`a person has ${MAX_VIEWS_OF_USER} views in a tenant, and no more when many are saved at once`, async () => {
    const keeper = await member('viewer');
    for (let i = 0; i < MAX_VIEWS_OF_USER - 2; i++) await saved(keeper);
    const last = await Promise.all(Array.from({ length: 6 }, () => keeper.call('POST', 'views', bodyOf())));
    expect(last.map(({ status }) => status).sort()).toEqual([201, 201, 422, 422, 422, 422]);
    expect(last.find(({ status }) => status === 422)?.body.code).toBe('view.too_many');
    await saved(viewer);
  });

  it('a list that there is not has no views', async () => {
    expect((await owner.call('GET', 'views?list=nodes')).status).toBe(400);
  });
});
