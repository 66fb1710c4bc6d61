import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestPerson, type TestServer, testServer } from '../testing/test-server.js';
import { openApiDocument } from './openapi.js';

/** Text that nothing of the other tenant may ever show. */
const SECRET = 'only-for-the-owner-of-it';

let server: TestServer;
let owner: TestPerson;
let stranger: TestPerson;
/** Ids of the owner's things, by the first word of the routes that take them. */
let ids: Record<string, string>;

beforeAll(async () => {
  server = await testServer();
  [owner, stranger] = [await server.person(SECRET), await server.person()];
  const make = async (path: string, body: object) => (await owner.call('POST', path, body)).body;
  const workflow = await make('workflows', {
    name: SECRET,
    nodes: [{ id: 'a', name: 'Start', type: 'manualTrigger', version: 1, position: [0, 0], parameters: {} }],
    edges: [],
  });
  const run = await make(`workflows/${workflow.id}/run`, { input: [{ secret: SECRET }], wait: true });
  ids = {
    workflows: workflow.id,
    executions: run.id,
    folders: (await make('folders', { name: SECRET })).id,
    credentials: (
      await make('credentials', { name: SECRET, type: 'httpHeaderAuth', data: { name: 'X', value: SECRET } })
    ).id,
    'api-keys': (await make('api-keys', { name: SECRET })).id,
    invitations: (await make('invitations', { role: 'viewer', email: `${SECRET}@example.com` })).id,
    users: owner.userId,
    tenants: owner.userId,
    views: (await make('views', { list: 'workflows', name: SECRET, query: `q=${SECRET}`, shared: true })).id,
    schedules: workflow.id,
    webhooks: workflow.id,
  };
  for (const [what, id] of Object.entries(ids))
    expect([what, id]).toEqual([what, expect.stringMatching(/^[0-9a-f-]{36}$/)]);
});
afterAll(() => server.drop());

interface Operation {
  method: string;
  path: string;
  /** The example of its body, with the owner's ids put in. */
  body?: unknown;
}

/** Every route of the document that takes an id, with the id of the owner's thing. */
function operations(): Operation[] {
  const document = JSON.parse(JSON.stringify(openApiDocument(server.app)));
  const found: Operation[] = [];
  for (const [path, methods] of Object.entries<Record<string, { requestBody?: unknown }>>(document.paths)) {
    if (!/\{(id|userId|workflowId)\}/.test(path)) continue;
    const thing = path.replace('/api/v1/', '').split('/')[0] as string;
    // A path with the owner's id in every place of an id; other places are numbers or names.
    const called = path.replace(/\{(id|userId|workflowId)\}/g, ids[thing] ?? 'unknown').replace(/\{[^}]+\}/g, '0');
    for (const [method, { requestBody }] of Object.entries(methods)) {
      found.push({ method: method.toUpperCase(), path: called, body: requestBody && bodyOf(document, requestBody) });
    }
  }
  return found;
}

// biome-ignore lint/suspicious/noExplicitAny: an OpenAPI document is looked into as it comes
function bodyOf(document: any, requestBody: any): unknown {
  const media = requestBody.content?.['application/json'];
  const example = Object.values<{ value: unknown }>(media?.examples ?? {})[0]?.value;
  if (example) return example;
  const schema = document.components.schemas[media?.schema?.$ref?.split('/').pop()] ?? {};
  const required: string[] = schema.required ?? [];
  return Object.fromEntries(required.map((name) => [name, schema.properties[name]?.example]));
}

const snapshot = async () => {
  const paths = [
    'workflows',
    'executions',
    'folders',
    'credentials',
    'api-keys',
    'invitations',
    'views',
    'tenants/current',
  ];
  const read = paths.map(async (path) => {
    const { status, body } = await owner.call('GET', path);
    return [path, status, JSON.stringify(body).replace(/"lastUsedAt":[^,}]*/g, '')];
  });
  return Promise.all(read);
};

it('no route shows or changes what is another tenant’s', async () => {
  const before = await snapshot();
  const all = operations();
  expect(all.length).toBeGreaterThan(20);
  for (const { method, path, body } of all) {
    const answer = await stranger.call(method, path, body);
    expect([method, path, answer.status, [400, 403, 404, 409, 422].includes(answer.status)]).toEqual([
      method,
      path,
      answer.status,
      true,
    ]);
    expect([method, path, JSON.stringify(answer.body).includes(SECRET)]).toEqual([method, path, false]);
  }
  expect(await snapshot()).toEqual(before);
});

it('a route that answers 400 or 422 to a stranger does so for the body alone: its id is looked up first or not at all', async () => {
  const unknown = '01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e';
  for (const { method, path, body } of operations()) {
    const [theirs, nobodys] = [
      await stranger.call(method, path, body),
      await stranger.call(method, path.replace(/[0-9a-f-]{36}/, unknown), body),
    ];
    expect([method, path, theirs.status, theirs.body.code]).toEqual([method, path, nobodys.status, nobodys.body.code]);
  }
});

it('no list shows anything of another tenant', async () => {
  const document = openApiDocument(server.app);
  const lists = Object.entries(document.paths).filter(([path, methods]) => !path.includes('{') && methods.get);
  for (const [path] of lists) {
    if (!path.startsWith('/api/')) continue;
    const { body } = await stranger.call('GET', path);
    expect([path, JSON.stringify(body).includes(SECRET)]).toEqual([path, false]);
  }
});
