import type { Edge, Item, JsonObject, WorkflowDocument, WorkflowNode } from '@orchestrator/workflow';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  buildPlan,
  type Clock,
  type DriveOptions,
  decodeEvents,
  Executor,
  encodeEvents,
  fold,
  MemoryJournal,
  type NodeCatalog,
  type NodeOutcome,
  type NodeRunner,
  newRun,
  type RunEvent,
  runView,
} from './index.js';

const catalog: NodeCatalog = {
  shape: ({ type }) => ({
    kind: type === 'start' ? 'trigger' : 'action',
    inputs: type === 'start' ? [] : [{ kind: 'main' }, ...(type === 'join' ? [{ kind: 'main' as const }] : [])],
    outputs: [{ kind: 'main' }, ...(type === 'split' ? [{ kind: 'main' as const }] : [])],
    effect: type === 'send' ? 'external' : 'pure',
  }),
};

/** Pure nodes for tests, and `send`, which counts what it does to the world. */
class TestRunner implements NodeRunner {
  readonly sent: string[] = [];
  run({
    node,
    inputs,
    idempotencyKey,
    attempt,
    resume,
  }: Parameters<NodeRunner['run']>[0]): NodeOutcome | Promise<NodeOutcome> {
    const items = inputs.flatMap((given) => given ?? []);
    const done = (...outputs: Item[][]): NodeOutcome => ({ kind: 'done', outputs });
    switch (node.type) {
      case 'split':
        return done(
          items.filter((_, at) => at % 2 === 0),
          items.filter((_, at) => at % 2 === 1),
        );
      case 'fail':
        return attempt > Number(node.parameters.until ?? 99)
          ? done(items)
          : { kind: 'failed', error: { message: 'no' } };
      case 'wait':
        return resume ? done(items) : { kind: 'suspended', suspension: { until: 60_000 } };
      case 'send':
        this.sent.push(idempotencyKey);
        return Promise.resolve(done(items));
      case 'count':
        return done([{ json: { count: items.length } }]);
      default:
        return done(items);
    }
  }
}

class TestClock implements Clock {
  time = 0;
  now = () => this.time;
  yield = () => new Promise<void>((resolve) => setImmediate(resolve));
  async sleep(ms: number, signal?: AbortSignal): Promise<void> {
    // The limits of a step never pass while a test's nodes run; waits of a run do, at once.
    if (ms > 60_000) await new Promise((_, reject) => signal?.addEventListener('abort', reject));
    else this.time += ms;
  }
}

const node = (name: string, type: string, x: number, y: number, more: Partial<WorkflowNode> = {}): WorkflowNode => ({
  id: name,
  name,
  type,
  version: 1,
  position: [x, y],
  parameters: {} as JsonObject,
  ...more,
});
const edge = (from: string, to: string, output = 0, input = 0): Edge => ({
  kind: 'main',
  from: { node: from, port: output },
  to: { node: to, port: input },
});
const workflow = (
  nodes: WorkflowNode[],
  edges: Edge[],
  settings: WorkflowDocument['settings'] = {},
): WorkflowDocument => ({
  formatVersion: 1,
  name: 'Test',
  nodes: [node('Start', 'start', 0, 0), ...nodes],
  edges,
  settings,
});

async function drive(
  document: WorkflowDocument,
  prefix: readonly RunEvent[] = [],
  options: Partial<DriveOptions> = {},
  runner = new TestRunner(),
) {
  const plan = buildPlan(document, catalog);
  const journal = new MemoryJournal();
  if (prefix.length) journal.append({ executionId: 'e', fence: 0, seq: 0, events: prefix, commit: true });
  const state = fold(newRun(plan), prefix);
  const started: RunEvent = {
    t: 'started',
    at: 0,
    mode: 'manual',
    node: 'Start',
    items: [{ json: { n: 1 } }, { json: { n: 2 } }, { json: { n: 3 } }],
  };
  const run = {
    executionId: 'e',
    tenantId: 't',
    mode: 'manual' as const,
    workflow: { id: 'w', name: 'Test', active: true },
    timezone: 'UTC',
  };
  const result = await new Executor({ runner, clock: new TestClock(), journal }).drive({
    run,
    state,
    events: prefix.length ? [] : [started],
    ...options,
  });
  return { result, state, view: runView(state), events: journal.read('e'), runner };
}

const order = (view: ReturnType<typeof runView>) =>
  Object.entries(view.runs)
    .flatMap(([name, runs]) => runs.map((run) => ({ name, index: run.index })))
    .sort((a, b) => a.index - b.index)
    .map(({ name }) => name)
    .join(' ');
const outcome = (view: ReturnType<typeof runView>) => ({
  status: view.status,
  error: view.error?.message,
  order: order(view),
  outputs: Object.entries(view.runs).map(([name, runs]) => [name, runs.map((run) => run.outputs)]),
});

describe('order', () => {
  const nodes = [
    node('Low', 'pass', 1, 9),
    node('High', 'pass', 1, 1),
    node('Low next', 'pass', 2, 9),
    node('High next', 'pass', 2, 1),
  ];
  const edges = [edge('Start', 'Low'), edge('Start', 'High'), edge('Low', 'Low next'), edge('High', 'High next')];
  test('v1 finishes the topmost branch first', async () => {
    expect(order((await drive(workflow(nodes, edges))).view)).toBe('Start High High next Low Low next');
  });
  test('v0 goes breadth first, in the order of the edges', async () => {
    expect(order((await drive(workflow(nodes, edges, { executionOrder: 'v0' }))).view)).toBe(
      'Start Low High Low next High next',
    );
  });
  test('a node with two inputs waits for both, and is released with what it has', async () => {
    const join = [node('A', 'pass', 1, 1), node('B', 'pass', 1, 2), node('Join', 'join', 2, 1)];
    const both = await drive(
      workflow(join, [edge('Start', 'A'), edge('Start', 'B'), edge('A', 'Join'), edge('B', 'Join', 0, 1)]),
    );
    expect(order(both.view)).toBe('Start A B Join');
    const one = await drive(workflow(join, [edge('Start', 'A'), edge('A', 'Join'), edge('B', 'Join', 0, 1)]));
    expect(one.view.runs.Join?.[0]?.outputs[0]).toHaveLength(3);
  });
});

describe('node settings', () => {
  const one = async (more: Partial<WorkflowNode>, type = 'pass') =>
    drive(workflow([node('A', type, 1, 1, more), node('B', 'pass', 2, 1)], [edge('Start', 'A'), edge('A', 'B')]));
  test('disabled passes the items on', async () => {
    expect((await one({ disabled: true }, 'fail')).view.runs.B?.[0]?.outputs[0]).toHaveLength(3);
  });
  test('executeOnce takes the first item only', async () => {
    expect((await one({ executeOnce: true })).view.runs.B?.[0]?.outputs[0]).toHaveLength(1);
  });
  test('a failure stops the run, or goes on, or goes to the error output', async () => {
    expect((await one({}, 'fail')).view).toMatchObject({ status: 'error', error: { message: 'no' } });
    expect((await one({ onError: 'continue' }, 'fail')).view.runs.B?.[0]?.outputs[0]).toHaveLength(3);
    const { view } = await one({ onError: 'errorOutput' }, 'fail');
    expect(view.runs.A?.[0]?.outputs.map((items) => items.length)).toEqual([0, 3]);
    expect(view.runs.A?.[0]?.outputs[1]?.[0]?.json).toEqual({ n: 1, error: 'no' });
  });
  test('a failure is tried again as often as the policy says', async () => {
    const retry = { maxTries: 3, waitMs: 10 };
    expect((await one({ retry, parameters: { until: 2 } }, 'fail')).view.status).toBe('success');
    expect((await one({ retry, parameters: { until: 3 } }, 'fail')).view.status).toBe('error');
  });
});

describe('an external step', () => {
  const document = workflow(
    [node('Send', 'send', 1, 1), node('After', 'pass', 2, 1)],
    [edge('Start', 'Send'), edge('Send', 'After')],
  );
  test('with an intent and no result is in doubt, until a person answers', async () => {
    const { events } = await drive(document);
    const prefix = events.slice(0, events.findIndex((event) => event.t === 'began') + 1);
    const stopped = await drive(document, prefix);
    expect(stopped.result).toEqual({ kind: 'inDoubt' });
    expect(stopped.view.status).toBe('in_doubt');
    expect(stopped.runner.sent).toEqual([]);
    const again = await drive(document, stopped.events, {
      events: [{ t: 'answered', at: 1, answer: { kind: 'again' } }],
    });
    expect(again.view.status).toBe('success');
    expect(again.runner.sent).toHaveLength(1);
  });
});

test('a long wait ends the drive and is taken up from the journal', async () => {
  const document = workflow(
    [node('Wait', 'wait', 1, 1), node('After', 'pass', 2, 1)],
    [edge('Start', 'Wait'), edge('Wait', 'After')],
  );
  const first = await drive(document);
  expect(first.result).toMatchObject({ kind: 'waiting', suspension: { until: 60_000 } });
  const second = await drive(document, first.events, {
    events: [{ t: 'resumed', at: 60_000, resume: { kind: 'timer' } }],
  });
  expect(order(second.view)).toBe('Start Wait After');
  expect(second.view.status).toBe('success');
});

test('a run can be cancelled before it begins', async () => {
  const { view } = await drive(workflow([], []), [], { cancel: AbortSignal.abort() });
  expect(view.status).toBe('cancelled');
});

const anyWorkflow = fc
  .record({
    types: fc.array(fc.constantFrom('pass', 'split', 'count', 'join', 'send'), { minLength: 1, maxLength: 8 }),
    joins: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(1), fc.nat(1)), { maxLength: 12 }),
    v0: fc.boolean(),
  })
  .map(({ types, joins, v0 }) => {
    const names = ['Start', ...types.map((_, at) => `N${at}`)];
    const edges = [
      edge('Start', 'N0'),
      ...joins.map(([from, to, output, input]) => {
        const a = from % names.length;
        const b = a + 1 + (to % Math.max(1, names.length - a - 1));
        return edge(
          names[a]!,
          names[Math.min(b, names.length - 1)]!,
          types[a - 1] === 'split' ? output : 0,
          types[b - 1] === 'join' ? input : 0,
        );
      }),
    ].filter((each) => each.from.node !== each.to.node);
    return workflow(
      types.map((type, at) => node(`N${at}`, type, at, (at * 7) % 5)),
      edges,
      { executionOrder: v0 ? 'v0' : 'v1' },
    );
  });

test('going on from any prefix of a journal ends as never having stopped', async () => {
  await fc.assert(
    fc.asyncProperty(anyWorkflow, fc.nat(), async (document, cut) => {
      const whole = await drive(document);
      const bytes = encodeEvents(whole.events.slice(0, 1 + (cut % whole.events.length)));
      const resumed = await drive(document, decodeEvents(bytes));
      const last = decodeEvents(bytes).at(-1);
      if (last?.t === 'began') expect(resumed.view.status).toBe('in_doubt');
      else expect(outcome(resumed.view)).toEqual(outcome(whole.view));
      expect(new Set(whole.runner.sent).size).toBe(whole.runner.sent.length);
    }),
    { numRuns: 150 },
  );
});
