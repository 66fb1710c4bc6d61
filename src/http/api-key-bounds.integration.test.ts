import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestCaller, type TestPerson, type TestServer, testServer } from '../testing/test-server.js';
import { PERMISSION_NAMES, PERSON_ONLY, type PermissionName } from './permissions.js';
import { routesOf } from './routes.js';

const DAY_MS = 24 * 60 * 60 * 1000;
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString();

let server: TestServer;
let owner: TestPerson;
let viewer: TestCaller;
beforeAll(async () => {
  server = await testServer({ TRUST_PROXY: 'loopback' });
  owner = await server.person();
  viewer = (await keyOf(owner.call, { name: 'reads', role: 'viewer' })).call;
});
afterAll(() => server.drop());

const make = (by: TestCaller, body: object) => by('POST', 'api-keys', { name: 'program', ...body });
async function keyOf(by: TestCaller, body: object) {
  const { status, body: made } = await make(by, body);
  expect([status, made.code]).toEqual([201, undefined]);
  return { ...made, call: server.as(made.key) } as { id: string; call: TestCaller; expiresAt: string };
}
/** Every route of the API, with made-up ids in its address. */
const routes = () =>
  routesOf(server.app).map((route) => ({
    ...route,
    address: `/api/v1${route.path.replace(/:[^/]+/g, '01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e')}`,
  }));

it.each([
  ['PATCH', 'users/me', { name: 'Mallory' }],
  ['POST', 'tenants', { name: 'Another' }],
  ['DELETE', 'tenants/current/members/me', undefined],
  ['POST', 'auth/switch', { tenantId: '01a20b60-3a5a-7271-bbb3-77bd582a621d' }],
])('an API key can not act for its person beyond its tenant: %s %s', async (method, path, body) => {
  const { status, body: problem } = await viewer(method, path, body);
  expect([status, problem.code]).toEqual([403, 'auth.person_required']);
});

it('an owner’s key is refused on every route that is for people only', async () => {
  const key = await keyOf(owner.call, {});
  const personal = routes().filter(({ permission }) => permission && PERSON_ONLY.has(permission));
  expect(personal.length).toBeGreaterThan(5);
  for (const { method, address } of personal) {
    const { status, body } = await key.call(method, address);
    expect([method, address, status, body.code]).toEqual([method, address, 403, 'auth.person_required']);
  }
});

it('an API key is not given what its person was answered under the same Idempotency-Key', async () => {
  const ask = (call: TestCaller) => call('POST', 'api-keys', { name: 'same body' }, { 'idempotency-key': 'shared' });
  const first = await ask(owner.call);
  const second = await ask(viewer);
  expect([first.body.role, second.body.role]).toEqual(['owner', 'viewer']);
  expect(second.body.key).not.toBe(first.body.key);
});

describe('a key with permissions of its own', () => {
  const scopes = PERMISSION_NAMES.filter((name) => !PERSON_ONLY.has(name));

  it('is refused on every route that needs another, and on none that needs it', async () => {
    const keys = new Map<PermissionName, TestCaller>();
    for (const name of scopes) keys.set(name, (await keyOf(owner.call, { permissions: [name] })).call);
    // Every route is tried with the key that has its permission, and with one that has any other.
    const reader = keys.get('nodes.read') as TestCaller;
    const other = keys.get('webhooks.read') as TestCaller;
    const removesThings = new Set(['DELETE /tenants/current']);
    for (const { method, path, address, permission } of routes().filter((route) => route.permission)) {
      const wrong = permission === 'nodes.read' ? other : reader;
      const refused = await wrong(method, address);
      expect([method, path, refused.status]).toEqual([method, path, 403]);
      const right = permission && keys.get(permission);
      if (!right || removesThings.has(`${method} ${path}`) || address.endsWith('/events')) continue;
      const { body } = await right(method, address);
      expect([method, path, body?.code]).not.toEqual([method, path, 'auth.forbidden']);
    }
  }, 120_000);

  it('meets it inside a route too: switching on and off, and sharing', async () => {
    const { call } = await keyOf(owner.call, { permissions: ['workflows.write', 'views.write'] });
    const ids = ['01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e'];
    expect((await call('POST', 'workflows/bulk', { action: 'activate', ids })).status).toBe(403);
    const { call: views } = await keyOf(owner.call, { permissions: ['views.write'] });
    const view = { list: 'workflows', name: 'Ours', query: 'q=a', shared: true };
    expect((await views('POST', 'views', view)).status).toBe(403);
  });

  it('meets it where a question reads along what another permission is for', async () => {
    const { call } = await keyOf(owner.call, { permissions: ['expressions.evaluate'] });
    const id = '01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e';
    const ask = (path: string, body: object) => call('POST', `expressions/${path}`, body);
    for (const context of [{ executionId: id }, { workflowId: id }, { executionId: id, document: {} }]) {
      const one = await ask('evaluate', { ...context, expression: '={{ $json }}' });
      const many = await ask('evaluate-many', { ...context, expressions: ['={{ $json }}'] });
      expect([one.status, one.body.code, many.body.code]).toEqual([403, 'auth.forbidden', 'auth.forbidden']);
    }
    expect((await ask('evaluate', { items: [{ a: 1 }], expression: '={{ $json.a }}' })).body.result).toBe(1);
  });

  it('is not given what it may not see by an Idempotency-Key', async () => {
    const wide = await keyOf(owner.call, {});
    const narrow = await keyOf(owner.call, { permissions: ['nodes.read'] });
    const ask = (call: TestCaller) => call('POST', 'folders', { name: 'Once' }, { 'idempotency-key': 'folder' });
    expect((await ask(wide.call)).status).toBe(201);
    expect((await ask(narrow.call)).status).toBe(403);
  });

  it.each([
    [{ role: 'viewer', permissions: ['workflows.write'] }, 422, 'apiKey.invalid_permissions'],
    [{ permissions: ['self.write'] }, 422, 'apiKey.invalid_permissions'],
    [{ permissions: ['everything'] }, 400, 'request.invalid'],
    [{ permissions: [] }, 400, 'request.invalid'],
    [{ addresses: ['nonsense'] }, 422, 'apiKey.invalid_addresses'],
    [{ addresses: ['10.0.0.0/99'] }, 422, 'apiKey.invalid_addresses'],
    [{ expiresAt: inDays(400) }, 422, 'apiKey.too_long'],
    [{ expiresAt: inDays(-1) }, 422, 'apiKey.expired'],
  ])('is not made of %j', async (body, status, code) => {
    const answer = await make(owner.call, body);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.body.errors.length).toBeGreaterThan(0);
  });

  it('can be picked from a list, which leaves out what is for people', async () => {
    const { items } = (await owner.call('GET', 'api-keys/permissions')).body;
    expect(items.map(({ name }: { name: string }) => name)).toEqual(scopes);
    expect(items).toContainEqual({ name: 'workflows.run', role: 'editor' });
  });
});

describe('a key with addresses', () => {
  const from = (ip: string) => ({ 'x-forwarded-for': ip });

  it('works from those alone, as a trusted proxy tells them', async () => {
    const { call } = await keyOf(owner.call, { addresses: ['192.0.2.0/24', '2001:db8::/32'] });
    const status = async (ip: string) => (await call('GET', 'users/me', undefined, from(ip))).status;
    expect([await status('192.0.2.7'), await status('::ffff:192.0.2.7'), await status('2001:db8:9::1')]).toEqual([
      200, 200, 200,
    ]);
    expect([await status('198.51.100.1'), await status('2001:db9::1')]).toEqual([403, 403]);
    const { body } = await call('GET', 'users/me', undefined, from('198.51.100.1'));
    expect(body).toMatchObject({ code: 'apiKey.address_not_allowed' });
    expect(body.detail).toContain('198.51.100.1');
  });

  it('says who may use it from where in the list', async () => {
    const { id } = await keyOf(owner.call, { addresses: ['192.0.2.1'], permissions: ['nodes.read'] });
    const { items } = (await owner.call('GET', 'api-keys')).body;
    expect(items.find((each: { id: string }) => each.id === id)).toMatchObject({
      addresses: ['192.0.2.1'],
      permissions: ['nodes.read'],
      parentId: null,
    });
  });
});

describe('a key that a key makes', () => {
  it('ends within a season when nobody says when', async () => {
    const { expiresAt } = await keyOf(owner.call, {});
    expect(Math.round((Date.parse(expiresAt) - Date.now()) / DAY_MS)).toBe(90);
  });

  it('may do no more, ends no later, and comes from no further', async () => {
    const parent = await keyOf(owner.call, {
      role: 'editor',
      expiresAt: inDays(10),
      permissions: ['apiKeys.write', 'nodes.read', 'self.read'],
      addresses: ['127.0.0.1', '10.0.0.0/8'],
    });
    const codes = async (body: object) => (await make(parent.call, body)).body.code;
    expect(await codes({ role: 'admin' })).toBe('apiKey.role_too_high');
    expect(await codes({ expiresAt: inDays(11) })).toBe('apiKey.outlives_its_key');
    expect(await codes({ permissions: ['workflows.read'] })).toBe('apiKey.invalid_permissions');
    expect(await codes({ addresses: ['192.0.2.1'] })).toBe('apiKey.invalid_addresses');
    const {
      key: _,
      call,
      ...child
    } = (await keyOf(parent.call, {})) as Awaited<ReturnType<typeof keyOf>> & { key: string };
    expect(child).toMatchObject({
      role: 'editor',
      expiresAt: parent.expiresAt,
      permissions: ['apiKeys.write', 'nodes.read', 'self.read'],
      addresses: ['127.0.0.1', '10.0.0.0/8'],
      parentId: parent.id,
    });
    expect((await call('GET', 'workflows')).status).toBe(403);
  });

  it('removes no key that may do more, and itself and what it made', async () => {
    const strong = await keyOf(owner.call, {});
    const reads = await keyOf(owner.call, { role: 'viewer' });
    const narrow = await keyOf(owner.call, { permissions: ['apiKeys.write', 'nodes.read'] });
    for (const weak of [reads, narrow]) {
      const { status, body } = await weak.call('DELETE', `api-keys/${strong.id}`);
      expect([status, body.code]).toEqual([403, 'apiKey.reaches_further']);
    }
    expect((await strong.call('GET', 'users/me')).status).toBe(200);
    const child = await keyOf(narrow.call, {});
    expect((await narrow.call('DELETE', `api-keys/${child.id}`)).status).toBe(204);
    expect((await narrow.call('DELETE', `api-keys/${narrow.id}`)).status).toBe(204);
    expect((await strong.call('DELETE', `api-keys/${reads.id}`)).status).toBe(204);
  });

  it('goes with it, and so does what that one made', async () => {
    const parent = await keyOf(owner.call, {});
    const child = await keyOf(parent.call, {});
    const grandchild = await keyOf(child.call, {});
    expect((await grandchild.call('GET', 'users/me')).status).toBe(200);
    await owner.call('DELETE', `api-keys/${parent.id}`);
    expect((await child.call('GET', 'users/me')).status).toBe(401);
    expect((await grandchild.call('GET', 'users/me')).status).toBe(401);
  });
});
