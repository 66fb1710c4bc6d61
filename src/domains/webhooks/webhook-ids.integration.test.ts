import type { WorkflowNode } from '@orchestrator/workflow';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestPerson, type TestServer, testServer } from '../../testing/test-server.js';
import { nodes, workflow } from '../../testing/webhook-workflows.js';

const NEW_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

let server: TestServer;
let ada: TestPerson;
let bob: TestPerson;

beforeAll(async () => {
  server = await testServer();
  [ada, bob] = [await server.person('Ada'), await server.person('Bob')];
});
afterAll(() => server.drop());

/** What n8n writes of a workflow with a webhook. */
const exported = (webhookId: string, path: string) => ({
  name: 'From n8n',
  nodes: [
    {
      id: 'a',
      name: 'Hook',
      type: 'n8n-nodes-base.webhook',
      typeVersion: 2,
      position: [0, 0],
      parameters: { httpMethod: 'GET', path, responseMode: 'lastNode' },
      webhookId,
    },
  ],
  connections: {},
});
const hookOf = ({ nodes }: { nodes: WorkflowNode[] }) => nodes[0] as WorkflowNode;

async function imported(person: TestPerson, document: object) {
  const { status, body } = await person.call('POST', 'workflows/import', document);
  expect(status).toBe(201);
  const published = await person.call('POST', `workflows/${body.workflow.id}/activate`);
  return { id: body.workflow.id, hook: hookOf(body.workflow), warnings: body.report.warnings as string[], published };
}

it('an import keeps the id of its webhook while that is free, and says when it could not', async () => {
  const first = await imported(ada, exported('moved-from-n8n', 'users/:id'));
  expect([first.hook.webhookId, first.warnings]).toEqual(['moved-from-n8n', []]);
  expect(first.published.body.webhooks[0].url).toBe(`${server.url}/webhook/moved-from-n8n/users/:id`);

  for (const id of ['moved-from-n8n', 'MOVED-from-n8n', 'moved%2Dfrom-n8n/deeper']) {
    const other = await imported(bob, exported(id, 'users/:id'));
    expect(other.hook.webhookId).toMatch(NEW_ID);
    expect(other.warnings).toEqual([expect.stringMatching(/"Hook" has a new id.*not free.*new address/)]);
    expect(JSON.stringify(other.warnings)).not.toMatch(/ada/i);
    expect(other.published.body.webhooks[0]).toMatchObject({
      url: `${server.url}/webhook/${other.hook.webhookId}/users/:id`,
      free: true,
    });
  }

  // Their own id is free to a tenant, whatever holds it; and what is a document of ours goes by the same rule.
  const again = await ada.call('POST', 'workflows/import', exported('moved-from-n8n', 'items/:id'));
  expect([hookOf(again.body.workflow).webhookId, again.body.report.warnings]).toEqual(['moved-from-n8n', []]);
  const native = await bob.call('POST', 'workflows/import', again.body.workflow);
  expect([hookOf(native.body.workflow).webhookId, native.body.report.warnings.length]).toEqual([
    expect.stringMatching(NEW_ID),
    1,
  ]);
});

it('a path that is the id goes along with it', async () => {
  const id = '7b0c5e9e-54b7-4f0f-9d0a-0f1c2d3e4f50';
  await imported(ada, exported(id, id));
  const other = await imported(bob, exported(id, id));
  expect(other.hook.parameters.path).toBe(other.hook.webhookId);
  expect(other.published.body.webhooks[0].free).toBe(true);
});

it('an id that was only written into a document is worth nothing: it is not free', async () => {
  await imported(ada, exported('written', 'users/:id'));
  const document = workflow('thief', [{ ...nodes.webhook('users/:name'), webhookId: 'written' }]);
  const { body } = await bob.call('POST', 'workflows', document);
  const { webhooks } = (await bob.call('POST', `workflows/${body.id}/activate`)).body;
  expect(webhooks[0]).toMatchObject({ free: false, note: expect.stringContaining('not free') });
});

it('copies have ids of their own', async () => {
  const { id } = await imported(ada, exported('original', 'users/:id'));
  const copy = (await ada.call('POST', `workflows/${id}/duplicate`, {})).body;
  expect(hookOf(copy).webhookId).toMatch(NEW_ID);
  expect((await ada.call('POST', `workflows/${copy.id}/activate`)).body.webhooks[0].free).toBe(true);
  const pasted = await bob.call('POST', 'workflows/translate', exported('original', 'original'));
  expect(hookOf(pasted.body.document).webhookId).toMatch(NEW_ID);
  expect(hookOf(pasted.body.document).parameters.path).toBe(hookOf(pasted.body.document).webhookId);
});
