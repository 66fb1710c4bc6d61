import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestPerson, type TestServer, testServer } from '../../../testing/test-server.js';

/** Longer than a run is held in memory: the child, and the parent with it, are let go of and taken up again. */
const LONG_WAIT_SECONDS = 6;
let server: TestServer;
let person: TestPerson;
beforeAll(async () => {
  server = await testServer();
  person = await server.person();
});
afterAll(() => server?.drop());

const node = (name: string, type: string, typeVersion: number, parameters: object) => ({
  id: name.toLowerCase(),
  name,
  type: `n8n-nodes-base.${type}`,
  typeVersion,
  position: [0, 0],
  parameters,
});
const set = (name: string, field: string, value: string) =>
  node(name, 'set', 3.4, {
    assignments: { assignments: [{ id: field, name: field, type: 'string', value }] },
    includeOtherFields: true,
  });

/** n8n's document of nodes that follow one another. */
function chain(name: string, nodes: ReturnType<typeof node>[]) {
  const connections: Record<string, object> = {};
  for (const [i, each] of nodes.entries()) {
    const next = nodes[i + 1];
    if (next) connections[each.name] = { main: [[{ node: next.name, type: 'main', index: 0 }]] };
  }
  return { name, nodes, connections, settings: { executionOrder: 'v1' } };
}

const childOf = (...nodes: ReturnType<typeof node>[]) =>
  chain('Child', [node('Called', 'executeWorkflowTrigger', 1.1, { inputSource: 'passthrough' }), ...nodes]);
const calling = (name: string, document: unknown) =>
  node(name, 'executeWorkflow', 1.2, { source: 'parameter', workflowJson: JSON.stringify(document), options: {} });

async function parentOf(document: unknown): Promise<string> {
  const parent = chain('Parent', [
    node('Start', 'manualTrigger', 1, {}),
    set('Given', 'from', 'parent'),
    calling('Call', document),
    set('After', 'after', 'yes'),
  ]);
  const { status, body } = await person.call('POST', 'workflows/import', parent);
  expect([status, body.report?.unsupported]).toEqual([201, []]);
  return body.workflow.id;
}

async function run(workflowId: string) {
  const { body } = await person.call('POST', `workflows/${workflowId}/run`, {});
  return body.executionId as string;
}

async function ended(id: string) {
  const end = Date.now() + 20_000;
  for (;;) {
    const { body } = await person.call('GET', `executions/${id}`);
    if (['success', 'error', 'cancelled'].includes(body.status) || Date.now() > end) return body;
    await new Promise((done) => setTimeout(done, 100));
  }
}
const childrenOf = async (id: string) =>
  (await person.call('GET', 'executions')).body.items.filter((each: { parentId: string }) => each.parentId === id);

describe('a sub-workflow given in place', () => {
  it('runs with the items it is handed, and gives its own back', async () => {
    const id = await run(await parentOf(childOf(set('Add', 'child', 'yes'))));
    const { status, error, runs } = await ended(id);
    expect([status, error]).toEqual(['success', null]);
    expect(runs.After[0].outputs[0][0].json).toEqual({ from: 'parent', child: 'yes', after: 'yes' });
    const [child] = await childrenOf(id);
    const { body } = await person.call('GET', `executions/${child.id}`);
    expect(body.runs.Add[0].outputs[0][0].json).toEqual({ from: 'parent', child: 'yes' });
  });

  it('goes on after a long wait, within another one given in place', async () => {
    const inner = childOf(
      node('Pause', 'wait', 1.1, { resume: 'timeInterval', amount: LONG_WAIT_SECONDS, unit: 'seconds' }),
      set('Add', 'inner', 'yes'),
    );
    const id = await run(await parentOf(childOf(calling('Deeper', inner), set('Then', 'outer', 'yes'))));
    const { status, error, runs } = await ended(id);
    expect([status, error]).toEqual(['success', null]);
    expect(runs.After[0].outputs[0][0].json).toEqual({ from: 'parent', inner: 'yes', outer: 'yes', after: 'yes' });
  });

  it('can be retried when it failed, from the node that failed', async () => {
    const id = await run(await parentOf(childOf(node('Stop', 'stopAndError', 1, { errorMessage: 'on purpose' }))));
    const parent = await ended(id);
    expect([parent.status, parent.error.message]).toEqual(['error', expect.stringContaining('on purpose')]);
    const [child] = await childrenOf(id);
    const { body } = await person.call('POST', `executions/${child.id}/retry`);
    const again = await ended(body.executionId);
    expect([again.status, again.retryOf, again.error.message]).toEqual(['error', child.id, 'on purpose']);
  });

  it('that is no workflow fails the step, and says what is wrong', async () => {
    const { nodes, ...rest } = childOf();
    const broken = { ...rest, formatVersion: 1, edges: [{ from: { node: 'a' }, to: { node: 'b' } }], nodes };
    const { status, error } = await ended(await run(await parentOf(broken)));
    expect(status).toBe('error');
    expect(error.message).toContain("can't be run");
  });

  it('ends with its parent when that is cancelled', async () => {
    const waiting = childOf(node('Pause', 'wait', 1.1, { resume: 'webhook' }));
    const id = await run(await parentOf(waiting));
    await expect.poll(async () => (await childrenOf(id))[0]?.status, { timeout: 5_000 }).toBe('waiting');
    await expect.poll(async () => (await person.call('GET', `executions/${id}`)).body.status).toBe('waiting');
    expect((await person.call('POST', `executions/${id}/cancel`)).status).toBe(202);
    expect((await person.call('GET', `executions/${id}`)).body.status).toBe('cancelled');
    expect((await childrenOf(id))[0].status).toBe('cancelled');
  });
});
