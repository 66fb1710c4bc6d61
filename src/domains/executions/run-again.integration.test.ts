import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestPerson, type TestServer, testServer } from '../../testing/test-server.js';

let server: TestServer;
let person: TestPerson;

beforeAll(async () => {
  server = await testServer();
  person = await server.person();
});
afterAll(() => server?.drop());

const node = (id: string, type: string, parameters: object = {}) => ({
  id,
  name: id,
  type,
  version: 1,
  position: [0, 0],
  parameters,
});
const edge = (from: string, to: string, port = 0) => ({ kind: 'main', from: { node: from, port }, to: { node: to } });
const code = (id: string, text: string) => node(id, 'code', { code: text });
const BROKEN = code('Send', 'throw new Error("refused");');
const MENDED = code('Send', 'return $input.all();');
const ORDER = code('Order', 'return [{ json: { at: Math.random() } }];');
const START = node('Start', 'manualTrigger');

type Node = ReturnType<typeof node>;
type Edge = ReturnType<typeof edge>;
const inRow = (nodes: Node[]) => nodes.slice(1).map(({ id }, at) => edge(nodes[at]?.id ?? '', id));
const documentOf = (nodes: Node[], edges: Edge[]) => ({
  formatVersion: 1,
  name: 'Orders',
  nodes: nodes.map((each, at) => ({ ...each, position: [at * 256, 0] })),
  edges,
  settings: {},
});

async function made(nodes: Node[], edges = inRow(nodes)) {
  const { status, body } = await person.call('POST', 'workflows', documentOf(nodes, edges));
  expect(status).toBe(201);
  return body as { id: string; version: number };
}
/** Saves a draft with other nodes. @returns its version */
async function drafted(id: string, nodes: Node[], edges = inRow(nodes)): Promise<number> {
  const { version } = (await person.call('GET', `workflows/${id}`)).body;
  const { status, body } = await person.call('PUT', `workflows/${id}`, { ...documentOf(nodes, edges), version });
  expect(status).toBe(200);
  return body.version;
}
const finished = async (id: string, body: object = {}) =>
  (await person.call('POST', `workflows/${id}/run`, { ...body, wait: true })).body;
const retry = (id: string, body?: object) => person.call('POST', `executions/${id}/retry`, body);
const replay = (id: string, body: object) => person.call('POST', `executions/${id}/replay`, body);
async function ended({ status, body }: { status: number; body: { executionId: string } }) {
  expect([status, body]).toEqual([202, { executionId: expect.any(String) }]);
  const get = async () => (await person.call('GET', `executions/${body.executionId}`)).body;
  await expect.poll(async () => (await get()).finishedAt, { timeout: 15_000 }).not.toBeNull();
  return get();
}
interface Step {
  kept?: boolean;
  index: number;
  outputs: { json: object }[][];
}
const ran = ({ runs }: { runs: Record<string, Step[]> }) =>
  Object.entries(runs)
    .flatMap(([name, steps]) => steps.filter(({ kept }) => !kept).map(({ index }) => ({ name, index })))
    .sort((a, b) => a.index - b.index)
    .map(({ name }) => name)
    .join(' ');
const gave = ({ runs }: { runs: Record<string, Step[]> }, name: string) => runs[name]?.[0]?.outputs[0]?.[0]?.json;

describe('a retry', () => {
  it('is of the version that ran, or of the draft, with what went into the step that failed', async () => {
    const { id, version } = await made([START, ORDER, BROKEN]);
    const failed = await finished(id);
    const draft = await drafted(id, [START, ORDER, MENDED]);
    const same = await ended(await retry(failed.id));
    expect([same.status, same.version, ran(same)]).toEqual(['error', version, 'Send']);
    const mended = await ended(await retry(failed.id, { version: 'draft' }));
    expect([mended.status, mended.version, ran(mended)]).toEqual(['success', draft, 'Send']);
    expect(gave(mended, 'Send')).toEqual(gave(failed, 'Order'));
    expect(mended.attempts.map((each: { version: number }) => each.version)).toEqual([version, version, draft]);
    const numbered = await ended(await retry(failed.id, { version: draft }));
    expect([numbered.status, numbered.version]).toEqual(['success', draft]);
  });

  it('runs what was still to come beside the step, once', async () => {
    const nodes = [START, ORDER, BROKEN, node('Side', 'noOperation'), node('After', 'noOperation')];
    const edges = [edge('Start', 'Order'), edge('Order', 'Send'), edge('Send', 'After'), edge('Order', 'Side')];
    const { id } = await made(nodes, edges);
    const failed = await finished(id);
    expect(ran(failed)).toBe('Start Order Send');
    const draft = nodes.map((each) => (each === BROKEN ? MENDED : each));
    await drafted(id, draft, edges);
    const mended = await ended(await retry(failed.id, { version: 'draft' }));
    expect([mended.status, ran(mended)]).toEqual(['success', 'Send After Side']);
  });

  it('runs what the other version has put in between', async () => {
    const { id } = await made([START, ORDER, BROKEN]);
    const failed = await finished(id);
    await drafted(id, [START, ORDER, code('Check', 'return [{ json: { checked: true } }];'), MENDED]);
    const mended = await ended(await retry(failed.id, { version: 'draft' }));
    expect([mended.status, ran(mended), gave(mended, 'Send')]).toEqual(['success', 'Check Send', { checked: true }]);
  });

  it('goes on in the middle of a loop', async () => {
    const body = (text: string) => [
      START,
      code('Order', 'return [1, 2, 3].map((n) => ({ json: { n } }));'),
      node('Loop', 'loopOverItems', { batchSize: 1 }),
      code('Send', text),
      node('Done', 'noOperation'),
    ];
    const edges = [edge('Start', 'Order'), edge('Order', 'Loop'), edge('Loop', 'Send', 1), edge('Send', 'Loop')];
    const all = [...edges, edge('Loop', 'Done')];
    const { id } = await made(
      body('if ($input.first().json.n === 2) throw new Error("two"); return $input.all();'),
      all,
    );
    const failed = await finished(id);
    expect(failed.status).toBe('error');
    await drafted(id, body('return $input.all();'), all);
    const mended = await ended(await retry(failed.id, { version: 'draft' }));
    expect(mended.status).toBe('success');
    expect(ran(mended)).toBe('Send Loop Send Loop Done');
    const done = mended.runs.Done[0].outputs[0].map(({ json }: { json: object }) => json);
    expect(done).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
  });

  it('names what stands against it', async () => {
    const { id } = await made([START, ORDER, BROKEN]);
    const failed = await finished(id);
    expect(await retry(failed.id, { version: 'live' })).toMatchObject({
      status: 409,
      body: { code: 'workflow.not_active' },
    });
    expect(await retry(failed.id, { version: 99 })).toMatchObject({
      status: 404,
      body: { code: 'workflow.version_not_found' },
    });
    expect(await retry(failed.id, { version: 'newest' })).toMatchObject({ status: 422, body: { code: 'run.version' } });
    await drafted(id, [START, ORDER]);
    const gone = await retry(failed.id, { version: 'draft' });
    expect(gone).toMatchObject({ status: 409, body: { code: 'run.nodeGone' } });
    expect(gone.body.detail).toContain('"Send"');
    await drafted(id, [START, ORDER, MENDED], [edge('Start', 'Order')]);
    expect(await retry(failed.id, { version: 'draft' })).toMatchObject({
      status: 409,
      body: { code: 'run.nothingToRetry' },
    });
  });

  it('of another version needs the permission to run workflows', async () => {
    const { id } = await made([START, ORDER, BROKEN]);
    const failed = await finished(id);
    await drafted(id, [START, ORDER, MENDED]);
    const { body } = await person.call('POST', 'api-keys', { name: 'retries', permissions: ['executions.write'] });
    const call = (version: string) =>
      fetch(`${server.url}/api/v1/executions/${failed.id}/retry`, {
        method: 'POST',
        headers: { authorization: `Bearer ${body.key}`, 'content-type': 'application/json' },
        body: JSON.stringify({ version }),
      });
    expect((await call('draft')).status).toBe(403);
    expect((await call('same')).status).toBe(202);
  });
});

describe('a replay', () => {
  it('is of the version that ran, or of the draft, from the trigger or another node', async () => {
    const { id, version } = await made([START, ORDER, code('Send', 'return [{ json: { old: 1 } }];')]);
    const first = await finished(id);
    const draft = await drafted(id, [START, ORDER, code('Send', 'return [{ json: { new: $json.at } }];')]);
    const same = await ended(await replay(first.id, {}));
    expect([same.version, ran(same), gave(same, 'Send')]).toEqual([version, 'Start Order Send', { old: 1 }]);
    const from = await ended(await replay(first.id, { version: 'draft', fromNode: 'Send' }));
    const { at } = gave(first, 'Order') as { at: number };
    expect([from.version, ran(from), gave(from, 'Send')]).toEqual([draft, 'Send', { new: at }]);
    const whole = await ended(await replay(first.id, { version: 'draft' }));
    expect([whole.version, ran(whole)]).toEqual([draft, 'Start Order Send']);
    await drafted(id, [START, ORDER]);
    expect(await replay(first.id, { version: 'draft', fromNode: 'Send' })).toMatchObject({
      status: 409,
      body: { code: 'run.nodeGone' },
    });
  });

  it('of a run up to a node ends there too, and takes over what that did', async () => {
    const { id } = await made([START, ORDER, node('Keep', 'noOperation'), node('Last', 'noOperation')]);
    const first = await finished(id, { toNode: 'Keep' });
    const second = await finished(id, { toNode: 'Keep', fromExecution: first.id });
    const again = await ended(await replay(second.id, {}));
    expect([again.status, ran(again), gave(again, 'Keep')]).toEqual(['success', 'Keep', gave(first, 'Order')]);
    const given = await ended(await replay(first.id, { input: [{ n: 1 }] }));
    expect([ran(given), gave(given, 'Start')]).toEqual(['Start Order Keep', { n: 1 }]);
  });
});
