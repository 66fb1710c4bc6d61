import type { Item } from '@orchestrator/workflow';
import { describe, expect, test } from 'vitest';
import {
  decodeEvents,
  encodeEvents,
  type NodeCall,
  type NodeOutcome,
  planRetry,
  type RunEvent,
  textSteps,
} from './index.js';
import { chain, drive, items, node, TestRunner } from './test-run.js';

const GIVEN = items({ n: 0 }, { n: 1 }, { n: 2 }, { n: 3 });

/** Runs `send` item by item, as nodes do: an item is sent when its turn comes, and fails as often as it is told to. */
class Sender extends TestRunner {
  readonly tried: number[] = [];
  constructor(readonly failures: Record<number, number>) {
    super();
  }

  override run(call: NodeCall): NodeOutcome | Promise<NodeOutcome> {
    if (call.node.type !== 'send') return super.run(call);
    const goesOn = call.node.onError !== undefined;
    const gave: (readonly Item[])[] = [];
    let lost: string | undefined;
    for (const [at, item] of (call.inputs[0] ?? []).entries()) {
      const done = call.tries?.done(at);
      if (done) gave.push(done);
      else if (lost === undefined || goesOn) {
        this.tried.push(at);
        const fails = this.tried.filter((each) => each === at).length <= (this.failures[at] ?? 0);
        const again = fails && call.tries?.mayTryAgain(at) === true;
        if (fails && (again || !goesOn)) {
          call.tries?.failed(at);
          lost ??= `no ${at}`;
        } else {
          const failed = { json: { error: `no ${at}` }, error: { message: `no ${at}`, itemIndex: at } };
          const out = [{ ...(fails ? failed : { json: { sent: item.json.n ?? null } }), pairedItem: { item: at } }];
          gave.push(out);
          call.tries?.keep(at, out);
        }
      }
    }
    if (lost !== undefined) return { kind: 'failed', error: { message: lost } };
    return { kind: 'done', outputs: [gave.flat()] };
  }
}

const retry = { maxTries: 3, waitMs: 50 };
const sending = (more: Parameters<typeof node>[4] = {}) => chain([node('Send', 'send', 1, 1, { retry, ...more })]);
const start: RunEvent = { t: 'started', at: 0, mode: 'manual', node: 'Start', items: GIVEN };
const run = async (failures: Record<number, number>, more: Parameters<typeof node>[4] = {}) => {
  const runner = new Sender(failures);
  const { view, events } = await drive(sending(more), [], { events: [start] }, { runner });
  const outputs = view.runs.Send?.[0]?.outputs.map((given) => given.map(({ json }) => json.sent ?? json.error));
  return { status: view.status, outputs, tried: runner.tried, events };
};

describe('a step that works item by item is tried again', () => {
  test('with the item that failed and those behind it, wherever it stands', async () => {
    const { status, outputs, tried } = await run({ 2: 1 });
    expect([status, outputs, tried]).toEqual(['success', [[0, 1, 2, 3]], [0, 1, 2, 2, 3]]);
  });

  test('each item as often as it may be, whatever others took', async () => {
    const { status, tried } = await run({ 0: 2, 1: 2, 3: 2 });
    expect([status, tried]).toEqual(['success', [0, 0, 0, 1, 1, 1, 2, 3, 3, 3]]);
  });

  test('and stops at one that fails for good', async () => {
    const { status, tried } = await run({ 1: 3 });
    expect([status, tried]).toEqual(['error', [0, 1, 1, 1]]);
  });

  test('and goes on after the last attempt, with the others once', async () => {
    const { status, outputs, tried } = await run({ 1: 9, 2: 1 }, { onError: 'continue' });
    expect([status, outputs]).toEqual(['success', [[0, 'no 1', 2, 3]]]);
    expect(tried).toEqual([0, 1, 2, 3, 1, 2, 1]);
    const split = await run({ 1: 9 }, { onError: 'errorOutput' });
    expect(split.outputs).toEqual([[0, 2, 3], ['no 1']]);
  });

  test('keeping the place of each item', async () => {
    const { events } = await run({ 0: 1, 2: 1 }, { onError: 'continue' });
    const ran = events.findLast((event) => event.t === 'ran');
    expect(ran?.t === 'ran' && ran.outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual(
      GIVEN.map((_, item) => ({ item })),
    );
  });
});

test('a process that dies between two attempts repeats nothing that was done', async () => {
  const whole = await run({ 1: 1, 2: 2 });
  const cuts = whole.events.flatMap((event, at) => (event.t === 'tried' ? [at + 1] : []));
  expect(cuts.length).toBe(3);
  for (const cut of cuts) {
    const prefix = decodeEvents(encodeEvents(whole.events.slice(0, cut)));
    const done = new Set(prefix.flatMap((event) => (event.t === 'tried' ? (event.done ?? []) : [])).map((d) => d.item));
    const runner = new Sender({});
    const { view } = await drive(sending(), prefix, {}, { runner });
    expect(runner.tried).toEqual([0, 1, 2, 3].filter((item) => !done.has(item)));
    expect(view.runs.Send?.[0]?.outputs[0]?.map(({ json }) => json.sent)).toEqual([0, 1, 2, 3]);
  }
});

test('an attempt that a person lets run again keeps what the one before had done', async () => {
  const { events } = await run({ 1: 1 });
  const tried = events.findIndex((event) => event.t === 'tried');
  const began: RunEvent = { t: 'began', at: 60, node: 'Send', attempt: 2 };
  const doubted: RunEvent[] = [...events.slice(0, tried + 1), began, { t: 'doubted', at: 61 }];
  const runner = new Sender({});
  const answered: RunEvent = { t: 'answered', at: 62, answer: { kind: 'again' } };
  const { view } = await drive(sending(), doubted, { events: [answered] }, { runner });
  expect([view.status, runner.tried]).toEqual(['success', [1, 2, 3]]);
});

describe('a run that failed and is retried as a whole', () => {
  const NONE = { retry: undefined };
  const again = async (
    earlier: Awaited<ReturnType<typeof drive>>,
    failures: Record<number, number>,
    document = sending(NONE),
  ) => {
    const begin = planRetry(earlier.plan, { plan: earlier.plan, state: earlier.state });
    if ('fault' in begin) throw new Error(begin.fault.message);
    const runner = new Sender(failures);
    const retried: RunEvent = { t: 'started', at: 0, mode: 'retry', ...begin };
    const stored = decodeEvents(encodeEvents([retried]));
    return { ...(await drive(document, [], { events: stored }, { runner })), tried: runner.tried };
  };
  const first = (failures: Record<number, number>, more = NONE as Parameters<typeof sending>[0]) =>
    drive(sending(more), [], { events: [start] }, { runner: new Sender(failures) });
  const sent = ({ view }: Awaited<ReturnType<typeof drive>>) =>
    view.runs.Send?.[0]?.outputs[0]?.map(({ json, pairedItem }) => [json.sent, pairedItem]);

  test('goes on with the items that were not done, however often it is retried', async () => {
    const failed = await first({ 2: 1 });
    const second = await again(failed, { 3: 1 });
    expect([second.view.status, second.tried]).toEqual(['error', [2, 3]]);
    const third = await again(second, {});
    expect([third.view.status, third.tried]).toEqual(['success', [3]]);
    expect(sent(third)).toEqual(GIVEN.map((_, item) => [item, { item }]));
    // What it holds is counted as where nothing had been done.
    expect(third.state.itemBytes).toBe((await again(await first({ 0: 1 }), {})).state.itemBytes);
  });

  test('knows what each of several attempts had done', async () => {
    const failed = await first({ 1: 1, 3: 3 }, {});
    expect((await again(failed, {}, sending())).tried).toEqual([3]);
  });
});

test('what was done is written in steps as it is at once', async () => {
  const { events } = await run({ 2: 1 });
  const steps = textSteps(events);
  let step = steps.next();
  while (!step.done) step = steps.next();
  expect(decodeEvents(new TextEncoder().encode(step.value))).toEqual(events);
});

test('a sub-workflow that failed is asked for again', async () => {
  const asked: string[] = [];
  class Caller extends TestRunner {
    override run(call: NodeCall): NodeOutcome | Promise<NodeOutcome> {
      const result = call.resume?.kind === 'children' ? call.resume.results[0] : undefined;
      if (call.node.type !== 'call' || result?.status !== 'error') return super.run(call);
      return { kind: 'failed', error: { message: 'child' } };
    }
  }
  const document = chain([
    node('Call', 'call', 1, 1, {
      retry,
      parameters: { children: [{ workflow: { id: 'x' }, items: [], wait: true }] } as never,
    }),
  ]);
  const { view } = await drive(
    document,
    [],
    {},
    {
      runner: new Caller(),
      children: {
        start: async (_, [child]) => {
          asked.push(child!.executionId);
          const status = asked.length < 3 ? ('error' as const) : ('success' as const);
          return [{ executionId: child!.executionId, status, items: items({ ok: true }) }];
        },
      },
    },
  );
  expect([view.status, new Set(asked).size]).toEqual(['success', 3]);
});
