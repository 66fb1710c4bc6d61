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

const imported = async (...steps: N8nStep[]): Promise<string> =>
  (await person.call('POST', 'workflows/import', n8nChain('Test', [manual, ...steps]))).body.workflow.id;
const run = (id: string, body: object = {}) => person.call('POST', `workflows/${id}/run`, body);
const finished = async (id: string, body: object = {}) => (await run(id, { ...body, wait: true })).body;
const get = async (id: string) => (await person.call('GET', `executions/${id}`)).body;

async function until<T>(look: () => Promise<T>, test: (value: T) => boolean): Promise<T> {
  const end = Date.now() + 15_000;
  for (;;) {
    const value = await look();
    if (test(value)) return value;
    if (Date.now() > end) throw new Error(`it stayed at ${JSON.stringify(value).slice(0, 300)}`);
    await new Promise((done) => setTimeout(done, 30));
  }
}
const ended = (id: string) =>
  until(
    () => get(id),
    (execution) => !['queued', 'running'].includes(execution.status),
  );

describe('running a workflow', () => {
  it('is acknowledged with 202, or answered 200 with the finished execution', async () => {
    const id = await imported(set('greeting', '=Hello {{ $json.name }}'));
    const started = await run(id, { input: [{ name: 'Ada' }] });
    expect(started).toMatchObject({ status: 202, body: { executionId: expect.any(String) } });
    expect(await ended(started.body.executionId)).toMatchObject({ status: 'success', mode: 'manual', workflowId: id });
    const waited = await run(id, { input: [{ json: { name: 'Bob' } }], wait: true });
    expect(waited.status).toBe(200);
    expect(waited.body.runs.Edit[0].outputs[0][0].json).toEqual({ greeting: 'Hello Bob' });
    expect(Object.values(waited.body.runs).map((runs) => (runs as { index: number }[])[0]?.index)).toEqual([0, 1]);
  });

  it('stops at a node, and goes on from one with the data of an earlier execution', async () => {
    const id = await imported(code('return [{ json: { n: 1, at: Math.random() } }];'), set('x', '={{ $json.at }}'));
    const first = await finished(id);
    const until1 = await finished(id, { toNode: 'Code' });
    expect(Object.keys(until1.runs)).toEqual(['Start', 'Code']);
    const from = await finished(id, { startNode: 'Edit', fromExecution: first.id });
    expect(from.runs.Edit[0].outputs[0][0].json.x).toBe(first.runs.Edit[0].outputs[0][0].json.x);
  });

  it('names what it can not start at', async () => {
    const id = await imported(set('x', '1'));
    expect(await run(id, { startNode: 'Nowhere' })).toMatchObject({ status: 422, body: { code: 'run.no_such_node' } });
    expect(await run(id, { version: 'live' })).toMatchObject({ status: 409, body: { code: 'workflow.not_active' } });
    expect(await run(id, { version: 99 })).toMatchObject({ status: 404 });
    expect(await run(id, { input: [1] })).toMatchObject({ status: 422, body: { code: 'input.not_items' } });
  });
});

describe('reading executions', () => {
  it('lists them newest first, by state and workflow, page by page', async () => {
    const id = await imported(set('x', '1'));
    const ids: string[] = [];
    for (let i = 0; i < 5; i++) ids.unshift((await finished(id)).id);
    const page = (await person.call('GET', `executions?workflowId=${id}&limit=3&status=success`)).body;
    expect(page.items.map((item: { id: string }) => item.id)).toEqual(ids.slice(0, 3));
    const next = (await person.call('GET', `executions?workflowId=${id}&limit=3&cursor=${page.nextCursor}`)).body;
    expect(next.items.map((item: { id: string }) => item.id)).toEqual(ids.slice(3));
    expect(next.nextCursor).toBeNull();
    expect((await person.call('GET', `executions?workflowId=${id}&status=error`)).body.items).toEqual([]);
    expect((await person.call('GET', 'executions?status=gone')).status).toBe(400);
    expect((await person.call('GET', 'executions?cursor=nonsense')).status).toBe(400);
  });

  it('pages the items of a step, in and out', async () => {
    const id = await imported(
      code('return [...Array(7).keys()].map((n) => ({ json: { n } }));'),
      set('x', '={{ $json.n }}'),
    );
    const { id: execution } = await finished(id);
    const seen: number[] = [];
    let cursor = '';
    do {
      const { body } = await person.call('GET', `executions/${execution}/steps/2?side=in&limit=3${cursor}`);
      seen.push(...body.items.map((each: { item: { json: { n: number } } }) => each.item.json.n));
      cursor = body.nextCursor ? `&cursor=${body.nextCursor}` : '';
    } while (cursor);
    expect(seen).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect((await person.call('GET', `executions/${execution}/steps/9`)).status).toBe(404);
  });

  it('tells a run as it happens, and from the start to who comes late', async () => {
    const id = await imported(
      code('await new Promise((done) => setTimeout(done, 300)); return [{ json: {} }];'),
      set('x', '1'),
    );
    const { executionId } = (await run(id)).body;
    const read = async () => {
      const answer = await fetch(`${server.url}/api/v1/executions/${executionId}/events`, {
        headers: { authorization: `Bearer ${person.accessToken}` },
      });
      expect(answer.headers.get('content-type')).toContain('text/event-stream');
      return (await answer.text())
        .split('\n')
        .filter((line) => line.startsWith('event: '))
        .map((line) => line.slice(7));
    };
    const live = await read();
    expect(live[0]).toBe('started');
    expect(live.at(-1)).toBe('finished');
    expect(await read()).toEqual(live);
    expect((await person.call('GET', 'executions/01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e/events')).status).toBe(404);
  });
});

describe('running again', () => {
  it('retries from the node that failed, with what went into it', async () => {
    const id = await imported(code('return [{ json: { at: Math.random() } }];'), {
      name: 'Sometimes',
      type: 'code',
      version: 2,
      parameters: { jsCode: "const data = $getWorkflowStaticData('global'); throw new Error('not yet');" },
    });
    const failed = await finished(id);
    expect(failed).toMatchObject({ status: 'error', error: { message: expect.stringContaining('not yet') } });
    const again = await person.call('POST', `executions/${failed.id}/retry`);
    expect(again.status).toBe(202);
    const second = await ended(again.body.executionId);
    expect(second).toMatchObject({ status: 'error', mode: 'retry', retryOf: failed.id });
    expect(second.runs.Code[0].outputs).toEqual(failed.runs.Code[0].outputs);
  });

  it('replays from any node with other items', async () => {
    const id = await imported(set('x', '={{ $json.a }}'));
    const first = await finished(id, { input: [{ a: 1 }] });
    const plain = await person.call('POST', `executions/${first.id}/replay`, {});
    expect((await ended(plain.body.executionId)).runs.Edit[0].outputs[0][0].json).toEqual({ x: '1' });
    const edited = await person.call('POST', `executions/${first.id}/replay`, { fromNode: 'Edit', input: [{ a: 2 }] });
    expect((await ended(edited.body.executionId)).runs.Edit[0].outputs[0][0].json).toEqual({ x: '2' });
    expect(await person.call('POST', `executions/${first.id}/retry`)).toMatchObject({
      status: 409,
      body: { code: 'execution.not_failed' },
    });
  });
});

describe('stopping', () => {
  it('cancels a run in the middle of a step, and one that waits', async () => {
    const slow = await imported(code('await new Promise((done) => setTimeout(done, 20000)); return [];'));
    const { executionId } = (await run(slow)).body;
    await until(
      () => get(executionId),
      (execution) => execution.status === 'running',
    );
    expect((await person.call('POST', `executions/${executionId}/cancel`)).status).toBe(202);
    expect(
      (
        await until(
          () => get(executionId),
          (execution) => execution.status !== 'running',
        )
      ).status,
    ).toBe('cancelled');

    const waiting = await imported({
      name: 'Wait',
      type: 'wait',
      version: 1.1,
      parameters: { amount: 1, unit: 'hours' },
    });
    const second = (await run(waiting)).body.executionId;
    const held = await until(
      () => get(second),
      (execution) => execution.status === 'waiting',
    );
    expect(Date.parse(held.wakeAt)).toBeGreaterThan(Date.now() + 3_000_000);
    await person.call('POST', `executions/${second}/cancel`);
    expect(
      (
        await until(
          () => get(second),
          (execution) => execution.status !== 'waiting',
        )
      ).status,
    ).toBe('cancelled');
    expect(await person.call('POST', `executions/${second}/cancel`)).toMatchObject({ status: 409 });
  });

  it('deletes what has ended, and only that', async () => {
    const id = await imported(set('x', '1'));
    const { id: execution } = await finished(id);
    expect((await person.call('DELETE', `executions/${execution}`)).status).toBe(204);
    expect((await person.call('GET', `executions/${execution}`)).status).toBe(404);
  });
});

describe('what a workflow keeps', () => {
  it('static data is there for the next run of the same workflow, and for no other', async () => {
    const counting =
      "const data = $getWorkflowStaticData('global'); data.count = (data.count ?? 0) + 1; return [{ json: { count: data.count } }];";
    const [one, other] = [await imported(code(counting)), await imported(code(counting))];
    const count = async (id: string) => (await finished(id)).runs.Code[0].outputs[0][0].json.count;
    expect([await count(one), await count(one), await count(other)]).toEqual([1, 2, 1]);
  });
});
