import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestPerson, type TestServer, testServer } from '../../testing/test-server.js';

let server: TestServer;
let person: TestPerson;
beforeAll(async () => {
  server = await testServer();
  person = await server.person();
});
afterAll(() => server?.drop());

const node = (id: string, type: string, parameters: object = {}, more: object = {}) => ({
  id,
  name: id,
  type,
  version: 1,
  position: [0, 0],
  parameters,
  ...more,
});
const created = async (name: string, ...nodes: ReturnType<typeof node>[]): Promise<string> => {
  const edges = nodes.slice(1).map(({ id }, at) => ({ kind: 'main', from: { node: nodes[at]?.id }, to: { node: id } }));
  const { status, body } = await person.call('POST', 'workflows', {
    formatVersion: 1,
    name,
    nodes,
    edges,
    settings: {},
  });
  expect(status).toBe(201);
  return body.id;
};
const finished = async (id: string, body: object = {}) =>
  (await person.call('POST', `workflows/${id}/run`, { ...body, wait: true })).body;
const get = async (id: string) => (await person.call('GET', `executions/${id}`)).body;
async function ended(id: string) {
  await expect.poll(async () => (await get(id)).finishedAt, { timeout: 15_000 }).not.toBeNull();
  return get(id);
}
const start = node('Start', 'manualTrigger');
const ids = (list: { id: string }[]) => list.map(({ id }) => id);

describe('the attempts of an execution', () => {
  it('are all runs of the same, whichever of them is opened, oldest first', async () => {
    const id = await created('Fails', start, node('Stop', 'stopAndError', { message: 'no' }));
    const first = await finished(id);
    expect(ids(first.attempts)).toEqual([first.id]);
    const second = (await person.call('POST', `executions/${first.id}/retry`)).body.executionId;
    await ended(second);
    const third = (await person.call('POST', `executions/${second}/retry`)).body.executionId;
    await ended(third);
    const replayed = (await person.call('POST', `executions/${first.id}/replay`, {})).body.executionId;
    await ended(replayed);
    const other = await finished(id);
    for (const each of [first.id, second, third, replayed]) {
      expect(ids((await get(each)).attempts)).toEqual([first.id, second, third, replayed]);
    }
    const [one, two, three] = (await get(third)).attempts;
    expect(one).toMatchObject({ retryOf: null, status: 'error', error: { message: 'no' } });
    expect([two.retryOf, three.retryOf]).toEqual([first.id, second]);
    expect(ids(other.attempts)).toEqual([other.id]);
  });

  it('of one step are told with the error of each', async () => {
    const fails = "const s = $getWorkflowStaticData('global'); s.n = (s.n ?? 0) + 1; throw new Error('try ' + s.n);";
    const id = await created(
      'Tries',
      start,
      node('Flaky', 'code', { code: fails }, { retry: { maxTries: 3, waitMs: 10 } }),
      node('After', 'noOperation'),
    );
    const { runs } = await finished(id);
    expect(runs.Start[0].tries).toBeUndefined();
    expect(runs.Flaky).toHaveLength(1);
    const [step] = runs.Flaky;
    expect(step.status).toBe('error');
    expect(step.tries).toHaveLength(2);
    for (const each of step.tries) expect(each.error.message).toContain('try ');
    expect(step.tries[0].at).toBeLessThanOrEqual(step.tries[1].at);
  });
});

describe('what code writes to the console', () => {
  it('is told with the step, afterwards and in the stream, of every attempt', async () => {
    const code = 'console.log("total", $json.n); console.error("odd"); throw new Error("no");';
    const flaky = node('Flaky', 'code', { mode: 'each', code }, { retry: { maxTries: 2, waitMs: 10 } });
    const id = await created('Says', start, flaky);
    const execution = await finished(id, { input: [{ n: 4 }] });
    const once = [
      { level: 'info', text: 'total 4', item: 0 },
      { level: 'error', text: 'odd', item: 0 },
    ];
    const [step] = execution.runs.Flaky;
    expect(step.logs).toEqual([...once, ...once]);
    expect(step.error.details).toEqual({ line: 1 });
    expect(execution.runs.Start[0].logs).toBeUndefined();
    const stream = await fetch(`${server.url}/api/v1/executions/${execution.id}/events`, {
      headers: { authorization: `Bearer ${person.accessToken}` },
    });
    const told = (await stream.text()).split('\n').filter((line) => line.startsWith('data: '));
    const logs = told.map((line) => JSON.parse(line.slice(6)).logs).filter(Boolean);
    expect(logs).toEqual([once, once]);
  });
});

describe('sub-workflows', () => {
  const called = node('Called', 'subworkflowTrigger');
  const calling = (workflowId: string, more: object = {}) =>
    node('Call', 'executeSubworkflow', { from: 'stored', workflow: workflowId, ...more });

  it('are listed by the run that started them, with the step that did, and lead back to it', async () => {
    const child = await created('Warehouse', called, node('Ship', 'noOperation'));
    const parent = await finished(await created('Orders', start, calling(child), node('After', 'noOperation')));
    expect(parent).toMatchObject({ status: 'success', childCount: 1 });
    const [run] = parent.children;
    expect(run).toMatchObject({
      workflowId: child,
      workflowName: 'Warehouse',
      status: 'success',
      mode: 'subworkflow',
      node: 'Call',
      step: 1,
      wait: true,
    });
    expect(parent.runs.Call[0].index).toBe(1);
    const seen = await get(run.id);
    expect(seen.parent).toMatchObject({ id: parent.id, workflowName: 'Orders', status: 'success' });
    expect(seen.children).toEqual([]);
    expect(parent.parent).toBeNull();
  });

  it('that nobody waits for are listed too', async () => {
    const child = await created('Mail', called, node('Send', 'noOperation'));
    const parent = await finished(await created('Orders', start, calling(child, { wait: false })));
    expect(parent.children).toMatchObject([{ workflowId: child, node: 'Call', step: 1, wait: false }]);
    await ended(parent.children[0].id);
  });

  it('are told of by their first 200, with how many there are', async () => {
    const child = await created('Small', called);
    const many = node('Many', 'code', { code: 'return [...Array(203).keys()].map((n) => ({ json: { n } }));' });
    const parent = await finished(await created('Many', start, many, calling(child, { each: 'item', wait: false })));
    expect([parent.status, parent.childCount, parent.children.length]).toEqual(['success', 203, 200]);
  });
});

describe('the last call of a trigger', () => {
  const lastCall = async (id: string, trigger: string) =>
    (await person.call('GET', `workflows/${id}/last-call?trigger=${trigger}`)).body.call;
  const echo = node('Echo', 'code', { code: 'return $input.all();' });

  it('is the newest that came in earnest, and a run can begin with its data', async () => {
    const hook = node('Hook', 'webhookTrigger', { path: 'last-call', methods: ['POST', 'PUT'] });
    const id = await created('Called', hook, echo);
    expect(await lastCall(id, 'Hook')).toBeNull();
    await finished(id, { input: [{ by: 'hand' }] });
    expect(await lastCall(id, 'Hook')).toBeNull();

    await person.call('POST', `workflows/${id}/activate`, {});
    for (const n of [1, 2]) {
      const headers = { 'content-type': 'application/json' };
      await fetch(`${server.url}/webhook/last-call`, { method: 'POST', headers, body: JSON.stringify({ n }) });
    }
    await expect
      .poll(async () => (await person.call('GET', `executions?workflowId=${id}&mode=webhook`)).body.items.length)
      .toBe(2);
    const call = await lastCall(id, 'Hook');
    expect(call).toMatchObject({ mode: 'webhook', itemCount: 1, version: 1 });
    expect(await lastCall(id, 'Echo')).toBeNull();

    const again = await finished(id, { startNode: 'Hook', inputFrom: call.executionId, pins: true, version: 'draft' });
    expect(again).toMatchObject({ status: 'success', mode: 'manual' });
    expect(again.runs.Echo[0].outputs[0][0].json.body).toEqual({ n: 2 });
  });

  it('stands before what is pinned at the trigger', async () => {
    const { body } = await person.call('POST', 'workflows', {
      formatVersion: 1,
      name: 'Pinned',
      nodes: [start, echo],
      edges: [{ kind: 'main', from: { node: 'Start' }, to: { node: 'Echo' } }],
      pins: { Start: [{ json: { pinned: true } }] },
      settings: {},
    });
    const given = async (more: object) =>
      (await finished(body.id, { pins: true, ...more })).runs.Echo[0].outputs[0][0].json;
    expect(await given({})).toEqual({ pinned: true });
    expect(await given({ input: [{ chosen: true }] })).toEqual({ chosen: true });

    // What was pinned when it ran is what a run began with, whatever is pinned by now.
    const { id } = await finished(body.id, { pins: true });
    const { body: draft } = await person.call('GET', `workflows/${body.id}`);
    await person.call('PUT', `workflows/${body.id}`, { ...draft, pins: { Start: [{ json: { other: 1 } }] } });
    expect(await given({ startNode: 'Start', inputFrom: id })).toEqual({ pinned: true });
  });

  it('can only be taken from the workflow’s own executions, and not beside other data', async () => {
    const [one, other] = [await created('One', start, echo), await created('Other', start, echo)];
    const { id } = await finished(other);
    const run = (body: object) => person.call('POST', `workflows/${one}/run`, body);
    expect(await run({ inputFrom: id })).toMatchObject({ status: 422, body: { code: 'run.no_such_call' } });
    expect(await run({ inputFrom: id, input: [{}] })).toMatchObject({ status: 422, body: { code: 'run.two_inputs' } });
    const stranger = await server.person();
    expect((await stranger.call('GET', `workflows/${one}/last-call?trigger=Start`)).status).toBe(404);
    expect((await person.call('GET', `workflows/${one}/last-call`)).status).toBe(400);
  });
});
