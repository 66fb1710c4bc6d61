import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestPerson, type TestServer, testServer } from '../../testing/test-server.js';

let server: TestServer;
let person: TestPerson;

beforeAll(async () => {
  server = await testServer();
  person = await server.person();
});
afterAll(() => server?.drop());

const hook = (path: string) => ({
  id: 'hook',
  name: 'Webhook',
  type: 'webhookTrigger',
  version: 1,
  position: [0, 0],
  parameters: { path, methods: ['POST'], responseMode: 'lastNode' },
});
const edit = (value: string) => ({
  id: 'edit',
  name: 'Edit',
  type: 'editFields',
  version: 1,
  position: [200, 0],
  parameters: { fields: [{ name: 'x', value, type: 'string' }] },
});
const documentOf = (path: string, value: string) => ({
  name: `At ${path}`,
  nodes: [hook(path), edit(value)],
  edges: [{ kind: 'main', from: { node: 'hook' }, to: { node: 'edit' } }],
  settings: {},
});
const created = async (path: string, value = '1') => {
  const { status, body } = await person.call('POST', 'workflows', documentOf(path, value));
  expect(status, JSON.stringify(body)).toBe(201);
  return body;
};

describe('versions', () => {
  it('a save is a new draft, and never changes what is live', async () => {
    const first = await created('versions', 'one');
    expect(first).toMatchObject({ version: 1, active: false, activeVersion: null });
    expect((await person.call('POST', `workflows/${first.id}/activate`, {})).body).toMatchObject({
      active: true,
      activeVersion: 1,
    });
    const saved = await person.call('PUT', `workflows/${first.id}`, { ...first, ...documentOf('versions', 'two') });
    expect(saved).toMatchObject({ status: 200, body: { version: 2, activeVersion: 1 } });
    expect((await server.call('POST', '/webhook/versions', {})).body).toEqual({ x: 'one' });
    await person.call('POST', `workflows/${first.id}/activate`, { version: 2 });
    expect((await server.call('POST', '/webhook/versions', {})).body).toEqual({ x: 'two' });
    await person.call('POST', `workflows/${first.id}/activate`, { version: 1 });
    expect((await server.call('POST', '/webhook/versions', {})).body).toEqual({ x: 'one' });
    expect((await person.call('GET', `workflows/${first.id}?version=1`)).body.nodes[1].parameters.fields[0].value).toBe(
      'one',
    );
    const { items } = (await person.call('GET', `workflows/${first.id}/versions`)).body;
    expect(items.map((item: { version: number; live: boolean }) => [item.version, item.live])).toEqual([
      [2, false],
      [1, true],
    ]);
    await person.call('POST', `workflows/${first.id}/deactivate`);
    expect((await server.call('POST', '/webhook/versions', {})).status).toBe(404);
  });

  it('a save that is based on an older version is refused, and says which is the newest', async () => {
    const first = await created('stale');
    expect((await person.call('PUT', `workflows/${first.id}`, first)).status).toBe(200);
    expect(await person.call('PUT', `workflows/${first.id}`, first)).toMatchObject({
      status: 409,
      body: { code: 'workflow.stale', version: 2 },
    });
    const { version: _, ...without } = first;
    expect(await person.call('PUT', `workflows/${first.id}`, without)).toMatchObject({ status: 422 });
  });

  it('of two saves at the same time one wins', async () => {
    const first = await created('race');
    const answers = await Promise.all([1, 2, 3, 4].map(() => person.call('PUT', `workflows/${first.id}`, first)));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409, 409, 409]);
  });
});

describe('a draft', () => {
  it('is saved and runs with an edge at an output that its node has no more, and can not go live', async () => {
    const draft = {
      name: 'Fewer outputs',
      nodes: [
        { ...hook('outputs'), id: 'start', name: 'Start', type: 'manualTrigger', parameters: {} },
        {
          ...hook('outputs'),
          id: 'switch',
          type: 'switch',
          name: 'Switch',
          parameters: { mode: 'expression', outputs: 3, output: 0 },
        },
        edit('taken'),
      ],
      edges: [
        { kind: 'main', from: { node: 'start' }, to: { node: 'switch' } },
        { kind: 'main', from: { node: 'switch', port: 2 }, to: { node: 'edit' } },
      ],
      settings: {},
    };
    const { body: first } = await person.call('POST', 'workflows', draft);
    const nodes = first.nodes.map((node: { id: string; parameters: object }) =>
      node.id === 'switch' ? { ...node, parameters: { ...node.parameters, outputs: 2 } } : node,
    );
    const { status, body: fewer } = await person.call('PUT', `workflows/${first.id}`, { ...first, nodes });
    expect([status, fewer.edges]).toEqual([200, first.edges]);
    const { body: execution } = await person.call('POST', `workflows/${first.id}/run`, {
      version: 'draft',
      wait: true,
    });
    expect([execution.status, Object.keys(execution.runs)]).toEqual(['success', ['Start', 'Switch']]);
    expect(await person.call('POST', `workflows/${first.id}/activate`, {})).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'Switch: edges[1].from' }] },
    });
  });
});

describe('order', () => {
  it('workflows lie in folders, carry tags, and are found by both', async () => {
    const folder = (await person.call('POST', 'folders', { name: 'Shop' })).body;
    const inner = (await person.call('POST', 'folders', { name: 'Nightly', parentId: folder.id })).body;
    const { id } = await created('order');
    expect(
      (await person.call('PATCH', `workflows/${id}`, { folderId: inner.id, tags: ['night', 'night', 'shop'] })).body,
    ).toMatchObject({ folderId: inner.id, tags: ['night', 'shop'] });
    const found = async (query: string) =>
      (await person.call('GET', `workflows?${query}`)).body.items.map((item: { id: string }) => item.id);
    expect(await found(`folderId=${inner.id}`)).toEqual([id]);
    expect(await found('tag=night')).toEqual([id]);
    expect(await found('search=AT%20ORDER')).toEqual([id]);
    expect(await found('active=true&tag=night')).toEqual([]);
    expect(await person.call('POST', 'folders', { name: 'shop' })).toMatchObject({
      status: 409,
      body: { code: 'folder.name_taken' },
    });
    expect(await person.call('PUT', `folders/${folder.id}`, { name: 'Shop', parentId: inner.id })).toMatchObject({
      status: 422,
      body: { code: 'folder.cycle' },
    });
    expect((await person.call('DELETE', `folders/${folder.id}`)).status).toBe(204);
    expect((await person.call('GET', `workflows/${id}`)).body.folderId).toBeNull();
  });

  it('a deleted workflow is gone with its versions and its addresses', async () => {
    const { id } = await created('deleted');
    await person.call('POST', `workflows/${id}/activate`, {});
    expect((await person.call('DELETE', `workflows/${id}`)).status).toBe(204);
    expect((await server.call('POST', '/webhook/deleted', {})).status).toBe(404);
    expect((await person.call('GET', `workflows/${id}`)).status).toBe(404);
  });

  it('every change is in the audit, by whom', async () => {
    const { id } = await created('audited');
    await person.call('POST', `workflows/${id}/activate`, {});
    const { items } = (await person.call('GET', 'audit?limit=20')).body;
    const actions = items
      .filter((item: { target: { id: string } }) => item.target?.id === id)
      .map((item: { action: string }) => item.action);
    expect(actions).toEqual(expect.arrayContaining(['workflow.created', 'workflow.activated']));
  });
});

describe('import', () => {
  it('keeps what it does not know, and says so', async () => {
    const n8n = {
      name: 'Imported',
      nodes: [
        {
          id: 'a',
          name: 'Start',
          type: 'n8n-nodes-base.manualTrigger',
          typeVersion: 1,
          position: [0, 0],
          parameters: {},
        },
        {
          id: 'b',
          name: 'Slack',
          type: 'n8n-nodes-base.slack',
          typeVersion: 2,
          position: [200, 0],
          parameters: { text: 'hi' },
        },
      ],
      connections: { Start: { main: [[{ node: 'Slack', type: 'main', index: 0 }]] } },
    };
    const { status, body } = await person.call('POST', 'workflows/import', n8n);
    expect(status).toBe(201);
    expect(body.report).toMatchObject({ nodes: 2, unsupported: [{ node: 'Slack', type: 'n8n-nodes-base.slack' }] });
    const execution = (await person.call('POST', `workflows/${body.workflow.id}/run`, { wait: true })).body;
    expect(execution).toMatchObject({ status: 'error', error: { message: expect.stringContaining('Slack') } });
  });

  it('keeps the keys of pinned items and of parameters in the order in which they were written', async () => {
    const item = { zeta: 1, alpha: { b: 1, a: 2 }, 'long name': 2, m: 3 };
    const odd = { ...edit('1'), parameters: { ...edit('1').parameters, odd: item } };
    const given = { ...documentOf('ordered', '1'), nodes: [hook('ordered'), odd], pins: { hook: [{ json: item }] } };
    const { body: first } = await person.call('POST', 'workflows', given);
    for (const version of [1, 2]) {
      const { body } = await person.call('GET', `workflows/${first.id}`);
      expect(JSON.stringify(body.pins.hook)).toBe(JSON.stringify([{ json: item }]));
      expect(JSON.stringify(body.nodes[1].parameters.odd)).toBe(JSON.stringify(item));
      expect(body.version).toBe(version);
      await person.call('PUT', `workflows/${first.id}`, { ...body, name: `Ordered ${version}` });
    }
  });

  it.each(['\0', '\ud800'])('refuses a text that no question could read: %j', async (text) => {
    const { status } = await person.call('POST', 'workflows', documentOf('unreadable', `a${text}`));
    expect(status).toBe(400);
  });

  it('translates what was copied in n8n without saving anything', async () => {
    const copied = {
      nodes: [
        { name: 'Set', type: 'n8n-nodes-base.set', typeVersion: 3.4, position: [200, 0], parameters: {} },
        { name: 'Slack', type: 'n8n-nodes-base.slack', typeVersion: 2, position: [400, 0], parameters: {} },
      ],
      connections: { Set: { main: [[{ node: 'Slack', type: 'main', index: 0 }]] } },
      meta: { instanceId: 'x' },
    };
    const before = (await person.call('GET', 'workflows')).body.items.length;
    const { status, body } = await person.call('POST', 'workflows/translate', copied);
    expect(status).toBe(200);
    expect(body.document.nodes.map((node: { type: string }) => node.type)).toEqual(['editFields', 'placeholder']);
    expect(body.document.edges).toHaveLength(1);
    expect(body.report.unsupported).toMatchObject([{ node: 'Slack' }]);
    expect((await person.call('GET', 'workflows')).body.items).toHaveLength(before);
    expect((await person.call('POST', 'workflows/translate', { no: 'nodes' })).status).toBe(422);
  });

  it('refuses what is no workflow', async () => {
    for (const body of [[], 'text', { nodes: 'x' }, {}]) {
      const answer = await person.call('POST', 'workflows/import', body);
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
    }
  });
});

describe('a document on trial', () => {
  const validate = (document: unknown) => person.call('POST', 'workflows/validate', { document });

  it('names node, field and rule of every fault', async () => {
    const document = documentOf('trial', '={{ 1 + }}');
    const { status, body } = await validate({
      ...document,
      nodes: [...document.nodes, { ...edit('x'), id: 'odd', name: 'Odd', type: 'nonsense' }],
    });
    expect([status, body.ready]).toEqual([200, false]);
    const rules = body.items.map(({ node, rule }: { node: string; rule: string }) => `${node} ${rule}`);
    expect(rules).toEqual(
      expect.arrayContaining([expect.stringMatching(/^Edit expression\./), expect.stringMatching(/^Odd /)]),
    );
    expect(body.items[0]).toMatchObject({ field: expect.any(String), message: expect.any(String) });
  });

  it('is ready when nothing stands in the way of going live', async () => {
    expect((await validate(documentOf('trial', 'x'))).body).toMatchObject({ ready: true });
    const { nodes, ...document } = documentOf('trial', 'x');
    const idle = await validate({ ...document, nodes: nodes.slice(1), edges: [] });
    expect(idle.body.items).toContainEqual(expect.objectContaining({ rule: 'workflow.no_trigger' }));
  });

  it('may be anything, and is taken as it is when it was saved before', async () => {
    const saved = await created('trial-saved');
    expect((await validate(saved)).body.ready).toBe(true);
    expect((await validate({ nodes: 7 })).body.ready).toBe(false);
    expect((await validate([])).status).toBe(400);
    expect((await person.call('POST', 'workflows/validate', {})).status).toBe(400);
  });
});
