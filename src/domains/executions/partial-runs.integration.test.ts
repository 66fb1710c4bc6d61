import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { code, manual, type N8nStep, n8nChain, set } from '../../../test/support/n8n-workflow.js';
import { type TestPerson, type TestServer, testServer } from '../../testing/test-server.js';

let server: TestServer;
let person: TestPerson;

beforeAll(async () => {
  server = await testServer();
  person = await server.person();
});
afterAll(() => server?.drop());

const imported = async (...steps: N8nStep[]) =>
  (await person.call('POST', 'workflows/import', n8nChain('Test', [manual, ...steps]))).body.workflow;
const run = (id: string, body: object) => person.call('POST', `workflows/${id}/run`, { wait: true, ...body });
const finished = async (id: string, body: object) => {
  const { status, body: execution } = await run(id, body);
  if (status !== 200) throw new Error(`${status} ${execution.code} ${execution.detail}`);
  return execution;
};
type Steps = Record<string, { kept?: boolean; stale?: boolean; index: number; outputs: { json: object }[][] }[]>;
/** Names of the nodes that ran in an execution itself, in order. */
const ran = ({ runs }: { runs: Steps }) =>
  Object.entries(runs)
    .flatMap(([name, steps]) => steps.filter(({ kept }) => !kept).map(({ index }) => ({ name, index })))
    .sort((a, b) => a.index - b.index)
    .map(({ name }) => name);
const first = ({ runs }: { runs: Steps }, node: string) => runs[node]?.[0]?.outputs[0]?.[0]?.json;
/** Saves a draft in which the parameters of a node are others. */
async function change(id: string, node: string, change: (parameters: object) => object, more: object = {}) {
  const { body } = await person.call('GET', `workflows/${id}`);
  const { version, formatVersion, name, nodes, edges, settings, pins } = body;
  const next = nodes.map((each: { name: string; parameters: object }) =>
    each.name === node ? { ...each, parameters: change(each.parameters) } : each,
  );
  const document = { formatVersion, name, nodes: next, edges, settings, ...(pins ? { pins } : {}), ...more };
  const saved = await person.call('PUT', `workflows/${id}`, { ...document, version });
  expect(saved.status).toBe(200);
  return saved.body;
}

describe('a run up to a node', () => {
  it('can be asked for again and again, on the data of the one before', async () => {
    const { id } = await imported(code('return [{ json: { at: Math.random() } }];'), set('x', '={{ $json.at }}'));
    let before = await finished(id, { toNode: 'Edit' });
    expect(ran(before)).toEqual(['Start', 'Code', 'Edit']);
    for (let time = 0; time < 3; time++) {
      const next = await finished(id, { toNode: 'Edit', fromExecution: before.id });
      expect(next).toMatchObject({ status: 'success', lastNode: 'Edit' });
      expect(ran(next)).toEqual(['Edit']);
      expect(first(next, 'Edit')).toEqual(first(before, 'Edit'));
      const items = await person.call('GET', `executions/${next.id}/steps/2?side=in`);
      expect(items.body.items).toHaveLength(1);
      before = next;
    }
    expect(ran(await finished(id, { toNode: 'Code', fromExecution: before.id }))).toEqual(['Code']);
  });

  it('runs what has changed before it, marks what does not fit any more, and brings it up to date', async () => {
    const { id } = await imported(code('return [{ json: { at: 1 } }];'), set('x', '={{ $json.at }}'));
    const whole = await finished(id, {});
    const { nodes } = await person.call('GET', `workflows/${id}`).then(({ body }) => body);
    const { parameters } = nodes.find((each: { name: string }) => each.name === 'Code');
    const key = Object.keys(parameters).find((name) => String(parameters[name]).includes('at: 1')) as string;
    await change(id, 'Code', (given) => ({ ...given, [key]: 'return [{ json: { at: 2 } }];' }));
    const upTo = await finished(id, { toNode: 'Edit', fromExecution: whole.id });
    expect(ran(upTo)).toEqual(['Code', 'Edit']);
    expect(first(upTo, 'Edit')).toEqual({ x: '2' });
    await change(id, 'Code', (given) => ({ ...given, [key]: 'return [{ json: { at: 3 } }];' }));
    const trigger = await finished(id, { toNode: 'Start', fromExecution: upTo.id });
    expect(ran(trigger)).toEqual(['Start']);
  });

  it('that is not reached is no success, and says where the items ended', async () => {
    const { id } = await imported(code('return [];'), set('x', '1'));
    const missed = await finished(id, { toNode: 'Edit' });
    expect(missed).toMatchObject({
      status: 'error',
      error: { code: 'run.targetNotReached', message: '"Edit" was not reached: "Code" gave no items.' },
    });
    expect(await finished(id, { toNode: 'Edit', fromExecution: missed.id })).toMatchObject({
      status: 'error',
      error: { code: 'run.targetNotReached' },
    });
    expect(await finished(id, {})).toMatchObject({ status: 'success' });
  });

  it('goes on after a run that failed, with the step that did', async () => {
    const { id } = await imported(set('x', '1'), code("throw new Error('no');"));
    const failed = await finished(id, {});
    expect(failed.status).toBe('error');
    const again = await finished(id, { toNode: 'Code', fromExecution: failed.id });
    expect([again.status, ran(again)]).toEqual(['error', ['Code']]);
    expect(ran(await finished(id, { toNode: 'Edit', fromExecution: again.id }))).toEqual(['Edit']);
  });

  it('goes on from pinned data, without a trigger before it', async () => {
    const { id } = await imported(code("throw new Error('not to be run');"), set('x', '={{ $json.pinned }}'));
    const { body } = await person.call('GET', `workflows/${id}`);
    const pinnedNode = body.nodes.find((each: { name: string }) => each.name === 'Code').id;
    await change(id, '', (given) => given, { pins: { [pinnedNode]: [{ json: { pinned: 7 } }] } });
    const pinned = await finished(id, { toNode: 'Edit', pins: true });
    expect(ran(pinned)).toEqual(['Edit']);
    expect(first(pinned, 'Edit')).toEqual({ x: '7' });
    expect(ran(await finished(id, { toNode: 'Edit', pins: true, fromExecution: pinned.id }))).toEqual(['Edit']);
  });

  it('refuses what can not be, by name', async () => {
    const one = await imported(set('x', '1'));
    const other = await imported(set('x', '1'));
    const ofOther = await finished(other.id, {});
    const from = (fromExecution: string) => run(one.id, { toNode: 'Edit', fromExecution });
    expect(await from(ofOther.id)).toMatchObject({ status: 422, body: { code: 'run.other_workflow' } });
    expect(await from('01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e')).toMatchObject({ status: 404 });
    const stranger = await server.person();
    const theirs = await stranger.call('POST', `workflows/${one.id}/run`, { toNode: 'Edit' });
    expect(theirs.status).toBe(404);
  });
});

describe('a run from a node', () => {
  it('says what to run first when nothing before it has data', async () => {
    const { id } = await imported(set('x', '1'), { name: 'Last', type: 'noOp' });
    const answer = await run(id, { startNode: 'Last' });
    expect(answer).toMatchObject({ status: 422, body: { code: 'run.noData' } });
    expect(answer.body.detail).toContain('Run "Edit" first');
    expect(ran(await finished(id, { startNode: 'Last', input: [{ a: 1 }] }))).toEqual(['Last']);
    const upTo = await finished(id, { toNode: 'Start' });
    expect(await run(id, { startNode: 'Last', fromExecution: upTo.id })).toMatchObject({ status: 422 });
  });

  it('has the data of the earlier run, and a trigger what it was given then', async () => {
    const { id } = await imported(set('x', '={{ $json.a }}'), { name: 'Last', type: 'noOp' });
    const whole = await finished(id, { input: [{ a: 'given' }] });
    const last = await finished(id, { startNode: 'Last', fromExecution: whole.id });
    expect([ran(last), first(last, 'Last')]).toEqual([['Last'], { x: 'given' }]);
    const again = await finished(id, { startNode: 'Start', fromExecution: whole.id });
    expect([ran(again), first(again, 'Last')]).toEqual([['Start', 'Edit', 'Last'], { x: 'given' }]);
  });
});

it('leaves an entry in the audit when a person runs, retries or replays', async () => {
  const { id } = await imported(code("throw new Error('always');"));
  const failed = await finished(id, {});
  const retried = (await person.call('POST', `executions/${failed.id}/retry`)).body.executionId;
  const replayed = (await person.call('POST', `executions/${failed.id}/replay`, {})).body.executionId;
  const { items } = (await person.call('GET', 'audit?limit=10')).body;
  const entries = items.map(({ action, after }: { action: string; after: { executionId?: string } | null }) => [
    action,
    after?.executionId,
  ]);
  expect(entries.slice(0, 3)).toEqual([
    ['execution.replayed', replayed],
    ['execution.retried', retried],
    ['workflow.run', failed.id],
  ]);
});
