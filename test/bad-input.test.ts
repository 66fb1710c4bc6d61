import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestPerson, type TestServer, testServer } from '../src/testing/test-server.js';
import { code, manual, type N8nStep, n8nChain, set, webhook } from './support/n8n-workflow.js';

/** What people, programs and attackers hand in: each gives a clear error at the right moment, and the server stays up. */
let server: TestServer;
let person: TestPerson;
let neighbour: TestPerson;

beforeAll(async () => {
  server = await testServer();
  person = await server.person();
  neighbour = await server.person();
  const { body } = await neighbour.call(
    'POST',
    'workflows/import',
    n8nChain('Quiet', [webhook('neighbour'), set('ok', 'yes')]),
  );
  expect((await neighbour.call('POST', `workflows/${body.workflow.id}/activate`, {})).status).toBe(200);
});
afterAll(() => server?.drop());

/** How long the other tenant's webhook takes to answer, in milliseconds. */
async function neighbourTakes(): Promise<number> {
  const started = performance.now();
  const answer = await server.call('POST', '/webhook/neighbour', {});
  expect(answer).toMatchObject({ status: 200, body: { ok: 'yes' } });
  return performance.now() - started;
}

async function imported(steps: readonly N8nStep[], settings: object = {}): Promise<string> {
  const { status, body } = await person.call('POST', 'workflows/import', n8nChain('Bad', steps, settings));
  expect(status, JSON.stringify(body)).toBe(201);
  return body.workflow.id;
}
const run = async (id: string, body: object = {}) =>
  (await person.call('POST', `workflows/${id}/run`, { wait: true, ...body })).body;
const runOf = async (...steps: N8nStep[]) => run(await imported([manual, ...steps]));

describe('when it is saved', () => {
  it('malformed JSON is refused with its place', async () => {
    expect(await person.call('POST', 'workflows', '{"name": ')).toMatchObject({
      status: 400,
      body: { code: 'body.malformed' },
    });
  });

  it('a body of 50 MB is refused', async () => {
    const answer = await person
      .call('POST', 'workflows', `{"name":"${'x'.repeat(50 * 1024 * 1024)}"}`)
      .catch((error) => error);
    expect(answer.status ?? 413).toBe(413);
    await neighbourTakes();
  });

  it('an unknown node type is named', async () => {
    const document = {
      name: 'X',
      nodes: [{ id: 'a', name: 'A', type: 'teleport', version: 1, position: [0, 0], parameters: {} }],
      edges: [],
    };
    const answer = await person.call('POST', 'workflows', document);
    expect(answer).toMatchObject({ status: 422, body: { code: 'workflow.invalid' } });
    expect(JSON.stringify(answer.body.errors)).toContain('teleport');
  });

  it('10,000 nodes are too many', async () => {
    const nodes = [...Array(10_000)].map((_, i) => ({
      id: `n${i}`,
      name: `N${i}`,
      type: 'noOperation',
      version: 1,
      position: [0, 0],
      parameters: {},
    }));
    const answer = await person.call('POST', 'workflows', { name: 'X', nodes, edges: [] });
    expect(answer).toMatchObject({ status: 422, body: { code: 'workflow.invalid' } });
    expect(JSON.stringify(answer.body.errors)).toMatch(/2,?000/);
  });

  it('prototype keys do nothing', async () => {
    const text =
      '{"name":"X","nodes":[{"id":"a","name":"A","type":"noOperation","version":1,"position":[0,0],"parameters":{"__proto__":{"polluted":1}}}],"edges":[]}';
    const answer = await person.call('POST', 'workflows', text);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('an edge to nowhere is named', async () => {
    const node = { id: 'a', name: 'A', type: 'noOperation', version: 1, position: [0, 0], parameters: {} };
    const answer = await person.call('POST', 'workflows', {
      name: 'X',
      nodes: [node],
      edges: [{ kind: 'main', from: { node: 'a' }, to: { node: 'gone' } }],
    });
    expect(answer.status).toBe(422);
    expect(JSON.stringify(answer.body.errors)).toContain('gone');
  });
});

describe('when it goes live', () => {
  it('an expression with a syntax error is named with its node and field', async () => {
    const id = await imported([webhook('syntax'), set('x', '={{ 1 + }}')]);
    const answer = await person.call('POST', `workflows/${id}/activate`, {});
    expect(answer).toMatchObject({ status: 422, body: { code: 'workflow.not_ready' } });
    expect(JSON.stringify(answer.body.errors)).toContain('Edit');
  });

  it('a reference to a node that does not exist is named', async () => {
    const id = await imported([webhook('reference'), set('x', "={{ $('Nowhere').item.json.a }}")]);
    const answer = await person.call('POST', `workflows/${id}/activate`, {});
    expect(answer.status).toBe(422);
    expect(JSON.stringify(answer.body.errors)).toContain('Nowhere');
  });

  it('a path of its own tenant that is taken is refused, naming the workflow', async () => {
    const first = await imported([webhook('taken'), set('x', 'first')]);
    expect((await person.call('POST', `workflows/${first}/activate`, {})).status).toBe(200);
    const second = await imported([webhook('taken'), set('x', 'second')]);
    const answer = await person.call('POST', `workflows/${second}/activate`, {});
    expect(answer).toMatchObject({ status: 409, body: { code: 'webhook.path_taken' } });
    expect(await server.call('POST', '/webhook/taken', {})).toMatchObject({ body: { x: 'first' } });
  });
});

describe('when it runs', () => {
  /** Runs one step that never ends by itself, while the neighbour goes on. */
  async function stopped(step: N8nStep): Promise<{ status: string; error: { message: string } }> {
    const id = await imported([manual, step]);
    const started = performance.now();
    const running = run(id);
    const waits: number[] = [];
    for (let i = 0; i < 5; i++) waits.push(await neighbourTakes());
    const execution = await running;
    expect(performance.now() - started).toBeLessThan(50_000);
    expect(Math.max(...waits)).toBeLessThan(2_000);
    expect(execution.status).toBe('error');
    expect(execution.error.message.length).toBeGreaterThan(10);
    return execution;
  }

  it('an endless loop in an expression is stopped', async () => {
    await stopped(set('x', '={{ (() => { while (true) {} })() }}'));
  });

  it('a loop in an expression of the fast path is stopped', async () => {
    await stopped(
      set(
        'x',
        '={{ Array.from({length: 100000}).map((_, i) => Array.from({length: 1000}).map((_, j) => i * j).length).length }}',
      ),
    );
  });

  it('a catastrophic pattern in an expression costs nothing where a linear engine reads it', async () => {
    const execution = await runOf(set('x', `={{ /^(a+)+$/.test("${'a'.repeat(40)}!") }}`));
    expect(execution).toMatchObject({ status: 'success' });
    expect(execution.runs.Edit[0].outputs[0][0].json).toEqual({ x: 'false' });
  });

  it('a catastrophic pattern in an expression is stopped where none can', async () => {
    await stopped(set('x', `={{ /^(?=(a+)+!)a/.test("${'a'.repeat(40)}b") }}`));
  });

  it('a catastrophic pattern in a condition costs nothing, or is stopped', async () => {
    const condition = {
      id: 'c',
      leftValue: `${'a'.repeat(40)}!`,
      rightValue: '^(a+)+$',
      operator: { type: 'string', operation: 'regex' },
    };
    const options = { caseSensitive: true, leftValue: '', typeValidation: 'strict', version: 2 };
    const filter: N8nStep = {
      name: 'Filter',
      type: 'filter',
      version: 2.2,
      parameters: { conditions: { options, combinator: 'and', conditions: [condition] }, options: {} },
    };
    const started = performance.now();
    const execution = await runOf(filter);
    expect(['success', 'error']).toContain(execution.status);
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it('an endless loop in code is stopped', async () => {
    await stopped(code('while (true) {}'));
  }, 60_000);

  it('code that takes memory without end is stopped', async () => {
    await stopped(code('const a = []; for (;;) a.push(new Array(1e5).fill("x"));'));
  });

  it('a catastrophic pattern in code is stopped', async () => {
    await stopped(code(`return [{ json: { x: /^(a+)+$/.test("${'a'.repeat(40)}!") } }];`));
  }, 60_000);

  it('a sub-workflow that calls itself is stopped', async () => {
    const call = (id: string): N8nStep => ({
      name: 'Call',
      type: 'executeWorkflow',
      version: 1.2,
      parameters: {
        source: 'database',
        workflowId: { __rl: true, mode: 'id', value: id },
        workflowInputs: {},
        mode: 'once',
        options: { waitForSubWorkflow: true },
      },
    });
    const trigger: N8nStep = {
      name: 'Called',
      type: 'executeWorkflowTrigger',
      version: 1.1,
      parameters: { inputSource: 'passthrough' },
    };
    const id = await imported([trigger, set('x', '1')]);
    const { body } = await person.call('GET', `workflows/${id}`);
    const circular = await imported([trigger, call(id)]);
    const { body: other } = await person.call('GET', `workflows/${circular}`);
    const saved = await person.call('PUT', `workflows/${id}`, { ...other, name: 'Circular', version: body.version });
    expect(saved.status, JSON.stringify(saved.body)).toBe(200);
    const execution = await run(id);
    expect(execution.status).toBe('error');
    expect(execution.error.message).toMatch(/deep|itself/);
    await neighbourTakes();
  });

  it('a host that can not be reached is named', async () => {
    const execution = await runOf({
      name: 'HTTP',
      type: 'httpRequest',
      version: 4.2,
      parameters: { url: 'http://no-such-host.invalid/', options: {} },
    });
    expect(execution.status).toBe('error');
    expect(execution.error.message).toContain('no-such-host.invalid');
  });

  it('an address inside is refused', async () => {
    for (const url of [
      'http://127.0.0.1:5432/',
      'http://169.254.169.254/latest/meta-data',
      'http://[::1]/',
      'http://2130706433/',
    ]) {
      const execution = await runOf({
        name: 'HTTP',
        type: 'httpRequest',
        version: 4.2,
        parameters: { url, options: {} },
      });
      expect(execution).toMatchObject({ status: 'error', error: { code: 'egress.refused' } });
    }
  });

  it('a workflow that loops without end is stopped, and lets others run meanwhile', async () => {
    const document = n8nChain('Loop', [manual, { name: 'A', type: 'noOp' }, { name: 'B', type: 'noOp' }]) as {
      connections: Record<string, unknown>;
    };
    document.connections.B = { main: [[{ node: 'A', type: 'main', index: 0 }]] };
    const { body } = await person.call('POST', 'workflows/import', document);
    const running = run(body.workflow.id);
    const waits: number[] = [];
    for (let i = 0; i < 10; i++) waits.push(await neighbourTakes());
    expect((await running).status).toBe('error');
    expect(Math.max(...waits)).toBeLessThan(2_000);
  });
});
