import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestPerson, type TestServer, testServer } from '../../testing/test-server.js';

let server: TestServer;
let person: TestPerson;
beforeAll(async () => {
  server = await testServer();
  person = await server.person();
});
afterAll(() => server.drop());

const evaluate = (body: object) => person.call('POST', 'expressions/evaluate', body);

describe('an expression on trial', () => {
  it('sees the items given', async () => {
    const items = [{ price: 1 }, { json: { price: 21 } }];
    const { status, body } = await evaluate({ expression: '={{ $json.price * 2 }}', items, itemIndex: 1 });
    expect([status, body]).toEqual([200, { kind: 'value', result: 42 }]);
  });

  it('tells what is not there and what is wrong', async () => {
    expect((await evaluate({ expression: '={{ $json.nothing }}' })).body).toEqual({ kind: 'undefined' });
    expect((await evaluate({ expression: '={{ 1 + }}' })).body).toMatchObject({ kind: 'error' });
  });

  it('goes to the isolate when the fast path can not express it, and comes back when it is endless', async () => {
    expect(
      (await evaluate({ expression: '={{ (() => { let n = 0; for (const x of [1, 2]) n += x; return n; })() }}' }))
        .body,
    ).toEqual({
      kind: 'value',
      result: 3,
    });
    expect((await evaluate({ expression: '={{ (() => { while (true) {} })() }}' })).body.kind).toBe('error');
  });

  it('sees the data of an execution', async () => {
    const workflow = (
      await person.call('POST', 'workflows', {
        name: 'Trial',
        nodes: [
          { id: 'a', name: 'Start', type: 'manualTrigger', version: 1, position: [0, 0], parameters: {} },
          { id: 'b', name: 'Next', type: 'limit', version: 1, position: [200, 0], parameters: {} },
        ],
        edges: [{ kind: 'main', from: { node: 'a' }, to: { node: 'b' } }],
      })
    ).body;
    const run = await person.call('POST', `workflows/${workflow.id}/run`, { input: [{ city: 'Oslo' }], wait: true });
    expect(run.body.status).toBe('success');
    const about = { executionId: run.body.id, node: 'Next' };
    expect(
      (await evaluate({ ...about, expression: '={{ $json.city }} {{ $("Start").item.json.city }}' })).body,
    ).toEqual({
      kind: 'value',
      result: 'Oslo Oslo',
    });
    const stranger = await server.person();
    const refused = await stranger.call('POST', 'expressions/evaluate', { ...about, expression: '={{ $json.city }}' });
    expect(refused.status).toBe(404);
  });
});

describe('choices of a parameter', () => {
  const options = (type: string, body: object) => person.call('POST', `nodes/${type}/options`, body);

  it('are given, narrowed down by the search', async () => {
    const { status, body } = await options('sort', { parameter: 'by' });
    expect([status, body.items.length > 1]).toEqual([200, true]);
    const one = await options('sort', { parameter: 'by', search: body.items[0].label });
    expect(one.body.items).toContainEqual(body.items[0]);
  });

  it('are refused for what has none', async () => {
    expect((await options('limit', { parameter: 'nothing' })).body.code).toBe('node.no_choices');
    expect((await options('limit', { parameter: '__proto__' })).body.code).toBe('node.no_choices');
    expect((await options('nonsense', { parameter: 'x' })).status).toBe(404);
  });
});
