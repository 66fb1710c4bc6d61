import type { NodeCall, NodeOutcome } from '@orchestrator/engine';
import { createExpressionEngine, type Evaluation } from '@orchestrator/expression';
import { defineCredential, defineNode, type NodeDefinition, NodeFault, param } from '@orchestrator/node-sdk';
import type { Edge, Item, WorkflowNode } from '@orchestrator/workflow';
import { describe, expect, test } from 'vitest';
import { systemClock } from '../system-clock.js';
import type { NodeHostOptions } from './host-services.js';
import { NodeHost } from './node-host.js';
import { NodeRegistry } from './node-registry.js';

const echo = defineNode({
  type: 'echo',
  version: 1,
  label: 'Echo',
  summary: 'Gives its parameters',
  group: 'data',
  icon: 'box',
  effect: 'pure',
  parameters: { a: param.string({ label: 'A' }), b: param.string({ label: 'B' }) },
  async run(ctx) {
    return [await Promise.all(ctx.items.map(async (_, at) => ({ json: await ctx.parameters(at) })))];
  },
});

/** A node type that does what the test says. */
const acting = (run: NonNullable<NodeDefinition['run']>, more: Partial<NodeDefinition> = {}): NodeDefinition =>
  defineNode({ ...echo, type: 'acting', parameters: {}, run, ...more }) as NodeDefinition;

const unwanted = () => Promise.reject(new Error('not wanted here'));
function hostOf(definition: NodeDefinition | readonly NodeDefinition[], options: Partial<NodeHostOptions> = {}) {
  const engine = createExpressionEngine();
  const secret = defineCredential({ type: 'secret', label: 'Secret', summary: '', icon: 'key', parameters: {} });
  return new NodeHost({
    registry: new NodeRegistry([definition].flat() as NodeDefinition[], [secret]),
    expressions: () => engine,
    code: {
      runCode: unwanted,
      regex: () => ({ test: unwanted, matches: unwanted, replace: unwanted, split: unwanted }),
    },
    http: { request: unwanted },
    sign: () => ({ send: unwanted, onward: (target) => target }),
    blobs: { read: unwanted, write: unwanted },
    credentials: { read: unwanted, claimHost: unwanted },
    state: { read: async () => undefined },
    globals: { env: {}, vars: () => ({}) },
    clock: { ...systemClock, now: () => 0 },
    ...options,
  });
}

const nodeOf = (more: Partial<WorkflowNode> = {}): WorkflowNode => ({
  id: 'n',
  name: 'Node',
  type: 'acting',
  version: 1,
  position: [0, 0],
  parameters: {},
  ...more,
});

interface CallParts extends Partial<NodeCall> {
  items?: Item[];
  suppliers?: WorkflowNode[];
}
function run(host: NodeHost, { items = [{ json: {} }], suppliers = [], ...more }: CallParts = {}) {
  const node = more.node ?? nodeOf();
  const edges: Edge[] = suppliers.map(({ id }) => ({ kind: 'tool', from: { node: id }, to: { node: node.id } }));
  const call: NodeCall = {
    run: {
      executionId: 'e',
      tenantId: 't',
      mode: 'manual',
      workflow: { id: 'w', name: 'W', active: true },
      timezone: 'UTC',
    },
    document: { formatVersion: 1, name: 'W', nodes: [node, ...suppliers], edges, settings: {} },
    node,
    shape: host.shape(node)!,
    runIndex: 0,
    attempt: 1,
    inputs: [items],
    sources: [null],
    data: { runs: () => [] },
    memory: {},
    customData: {},
    callWait: 0,
    writes: [],
    idempotencyKey: 'e:1',
    signal: new AbortController().signal,
    ...more,
  };
  return host.run(call);
}
const jsonOf = (outcome: NodeOutcome) =>
  outcome.kind === 'done' ? outcome.outputs[0]?.map(({ json }) => json) : outcome;

describe('what a node writes down', () => {
  const code = {
    regex: unwanted as never,
    runCode: async () => ({ values: [], logs: [{ level: 'warn', text: 'of code', item: 2 }] }),
  };

  test('comes with what it gave, the lines of its code among them', async () => {
    const host = hostOf(
      acting(async (ctx) => {
        ctx.log('info', 'of the node', { n: 1 });
        await ctx.code.javascript({ code: '', mode: 'all' });
        return [[]];
      }),
      { code: code as never },
    );
    expect((await run(host)).logs).toEqual([
      { level: 'info', text: 'of the node {"n":1}' },
      { level: 'warn', text: 'of code', item: 2 },
    ]);
  });

  test('comes with a failure too, bounded, and without the secrets that it used', async () => {
    const read = async () => ({ name: 'Key', data: { key: 'hunter2-hunter2', port: '80' }, allowedHosts: [] });
    const host = hostOf(
      acting(async (ctx) => {
        const { key, port } = await ctx.credential('secret');
        ctx.log('error', `called with ${key} at ${port}`);
        for (let line = 0; line < 2_000; line++) ctx.log('debug', 'again');
        throw new NodeFault('no');
      }),
      { credentials: { read, claimHost: unwanted } },
    );
    const node = nodeOf({ credentials: { secret: { id: 'c', name: 'Key' } } });
    const { kind, logs = [] } = await run(host, { node });
    expect([kind, logs[0]?.text, logs.length]).toEqual(['failed', 'called with ••• at 80', 501]);
    expect(logs.at(-1)?.text).toContain('left out');
  });
});

describe('parameters', () => {
  const items = [{ json: { n: 1 } }, { json: { n: 2 } }];
  const parameters = { a: '={{ $json.n + 1 }}', b: 'plain' };
  const node = nodeOf({ type: 'echo', parameters });

  test('are read for each item', async () => {
    expect(jsonOf(await run(hostOf(echo), { node, items }))).toEqual([
      { a: '2', b: 'plain' },
      { a: '3', b: 'plain' },
    ]);
  });

  test('keep to their item when the isolate answers late, and in another order', async () => {
    const waiting: (() => void)[] = [];
    const isolate = {
      evaluateSync: () => 'needs-isolate' as const,
      evaluate: unwanted,
      evaluateApart: (_: string, scope: { itemIndex: number; items: readonly Item[] }) =>
        new Promise<Evaluation>((resolve) => {
          const at = scope.itemIndex;
          waiting.push(() => resolve({ kind: 'value', value: `${scope.items[at]?.json.n}/${scope.itemIndex === at}` }));
          if (waiting.length === 2) for (const answer of waiting.reverse()) answer();
        }),
    };
    const outcome = await run(hostOf(echo, { expressions: () => isolate }), { node, items });
    expect(jsonOf(outcome)).toEqual([
      { a: '1/true', b: 'plain' },
      { a: '2/true', b: 'plain' },
    ]);
  });

  test('whose expression fails name the parameter and the item', async () => {
    const failing = { kind: 'error', message: 'That is not there', code: 'expression.reference' } as const;
    const expressions = () => ({ evaluateSync: () => failing, evaluateApart: () => failing, evaluate: () => failing });
    expect(await run(hostOf(echo, { expressions }), { node, items })).toMatchObject({
      kind: 'failed',
      retryable: false,
      error: {
        message: 'That is not there',
        code: 'expression.reference',
        itemIndex: 0,
        parameter: { path: 'a' },
        expression: { text: expect.stringMatching(/^=/) },
      },
    });
  });
});

describe('state', () => {
  test('shows what this step and those before it wrote, and hands its writes on', async () => {
    const seen: unknown[] = [];
    const definition = acting(async ({ state, items }) => {
      seen.push(await state.get('workflow', 'a'), await state.get('workflow', 'b'), await state.get('node', 'a'));
      await state.set('workflow', 'a', 'mine');
      await state.set('execution', 'note', 'text');
      seen.push(await state.get('workflow', 'a'), await state.get('execution', 'note'));
      return [items];
    });
    const host = hostOf(definition, { state: { read: async (_, scope, key) => `${scope} ${key} committed` } });
    const writes = [{ scope: 'workflow' as const, key: 'b', value: 'earlier' }];
    expect(await run(host, { writes })).toMatchObject({
      state: [
        { scope: 'workflow', key: 'a', value: 'mine' },
        { scope: 'execution', key: 'note', value: 'text' },
      ],
    });
    expect(seen).toEqual(['workflow a committed', 'earlier', 'node a committed', 'mine', 'text']);
  });

  test('custom data of an execution is text', async () => {
    const definition = acting(async ({ state, items }) => {
      await state.set('execution', 'n', 1);
      return [items];
    });
    expect(await run(hostOf(definition))).toMatchObject({ kind: 'failed', error: { code: 'state.type' } });
  });
});

describe('credentials', () => {
  const definition = acting(async (ctx) => [[{ json: await ctx.credential('secret') }]]);
  test('that are missing are named by their label', async () => {
    expect(await run(hostOf(definition))).toMatchObject({
      kind: 'failed',
      error: { code: 'credential.missing', message: expect.stringMatching(/'Node' needs .*Secret/) },
    });
  });
  test('are read for the tenant, with their expressions', async () => {
    const asked: unknown[] = [];
    const read = async (...args: unknown[]) => {
      asked.push(args);
      return { name: 'Mine', data: { user: '={{ $json.who }}' }, allowedHosts: [] };
    };
    const node = nodeOf({ credentials: { secret: { id: 'c1', name: 'Mine' } } });
    const outcome = await run(hostOf(definition, { credentials: { read, claimHost: unwanted } }), {
      node,
      items: [{ json: { who: 'Ada' } }],
    });
    expect(asked).toEqual([['t', 'secret', 'c1', 'w']]);
    expect(jsonOf(outcome)).toEqual([{ user: 'Ada' }]);
  });
});

describe('suppliers', () => {
  const supplier = defineNode({
    ...echo,
    type: 'supplier',
    kind: 'supplier',
    run: undefined,
    supply: async (ctx) => ctx.node.name,
  }) as NodeDefinition;
  const user = acting(async (ctx) => [[{ json: { given: (await ctx.supplied('tool')) as string[] } }]]);
  const tool = (name: string, y: number, more: Partial<WorkflowNode> = {}) =>
    nodeOf({ id: name, name, type: 'supplier', position: [0, y], ...more });

  test('supply in the order of their place, and not when disabled', async () => {
    const suppliers = [tool('Low', 9), tool('High', 1), tool('Off', 0, { disabled: true })];
    expect(jsonOf(await run(hostOf([user, supplier]), { suppliers }))).toEqual([{ given: ['High', 'Low'] }]);
  });
  test('a node that supplies nothing is a fault', async () => {
    const suppliers = [tool('Wrong', 1, { type: 'echo' })];
    expect(await run(hostOf([user, echo]), { suppliers })).toMatchObject({ error: { code: 'supplier.none' } });
  });
});

describe('answers to the caller', () => {
  test('go with the outcome, once', async () => {
    const once = acting(async (ctx) => {
      await ctx.respond({ body: { text: 'hello' } });
      return [ctx.items];
    });
    expect(await run(hostOf(once))).toMatchObject({ response: { status: 200, headers: {}, body: { text: 'hello' } } });
    const twice = acting(async (ctx) => {
      await ctx.respond({});
      await ctx.respond({});
      return [ctx.items];
    });
    expect(await run(hostOf(twice))).toMatchObject({ kind: 'failed', error: { code: 'webhook.answered' } });
  });
  test('have a status that HTTP knows', async () => {
    const wrong = acting(async (ctx) => {
      await ctx.respond({ status: 99 });
      return [ctx.items];
    });
    expect(await run(hostOf(wrong))).toMatchObject({ error: { code: 'webhook.status' } });
  });
});

describe('faults', () => {
  const thrown = (error: unknown) => run(hostOf(acting(() => Promise.reject(error))));
  test('of a node keep what they say, without a stack', async () => {
    const fault = new NodeFault('no', { code: 'x.y', description: 'why', itemIndex: 2, retryable: false });
    expect(await thrown(fault)).toEqual({
      kind: 'failed',
      retryable: false,
      error: { message: 'no', code: 'x.y', description: 'why', itemIndex: 2, details: undefined },
    });
  });
  test('of any other kind may pass, and are tried again', async () => {
    const error = { message: 'boom', code: 'node.failed' };
    expect(await thrown(new TypeError('boom'))).toEqual({ kind: 'failed', retryable: true, error });
    expect(await thrown('boom')).toEqual({ kind: 'failed', retryable: true, error });
  });
  test('a node that gives no list of outputs is at fault itself', async () => {
    expect(await run(hostOf(acting(async () => undefined as never)))).toMatchObject({ kind: 'failed' });
  });
});

test('a node that gives nothing, and one that only passes on', async () => {
  expect(await run(hostOf(acting(async () => null)))).toEqual({ kind: 'nothing' });
  const passing = acting(async () => null, { run: undefined });
  expect(run(hostOf(passing))).toEqual({ kind: 'done', outputs: [[{ json: {} }]] });
});

test('memory is saved only when the node looked at it', async () => {
  const looks = acting(async (ctx) => {
    ctx.memory.n = 1;
    return [ctx.items];
  });
  expect(await run(hostOf(looks))).toMatchObject({ memory: { n: 1 } });
  expect(await run(hostOf(acting(async (ctx) => [ctx.items])))).toHaveProperty('memory', undefined);
});

describe('a node with much to do', () => {
  const busy = (ms: number) => {
    for (const from = performance.now(); performance.now() - from < ms; );
  };

  test('lets others of the process have their turns', async () => {
    const work = acting(async (ctx) => {
      for (const at of ctx.items.keys()) {
        await ctx.parameters(at);
        busy(5);
      }
      return [[]];
    });
    let turns = 0;
    const count = setInterval(() => turns++, 1);
    await run(hostOf(work), { items: Array.from({ length: 40 }, () => ({ json: {} })) });
    clearInterval(count);
    expect(turns).toBeGreaterThan(5);
  });

  test('ends at its next turn when the run has ended', async () => {
    const ended = new AbortController();
    let done = 0;
    const work = acting(async (ctx) => {
      for (const at of ctx.items.keys()) {
        await ctx.parameter('a', at);
        done++;
        busy(15);
        ended.abort();
      }
      return [[]];
    });
    const items = Array.from({ length: 100 }, () => ({ json: {} }));
    const outcome = await run(hostOf(work), { items, signal: ended.signal });
    expect(outcome.kind).toBe('failed');
    expect(done).toBe(1);
  });
});
