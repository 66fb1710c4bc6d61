import { getEventListeners } from 'node:events';
import { describe, expect, test, vi } from 'vitest';
import { type Clock, type Journal, LeaseLostError, MemoryJournal, type RunEvent } from './index.js';
import { chain, drive, edge, node, order, TestClock, TestRunner, workflow } from './test-run.js';

/** Lets the event loop go round, so that a step that is still under way is known to be. */
const turn = () => new Promise((resolve) => setImmediate(resolve));
const kinds = (events: readonly RunEvent[]) => events.map(({ t }) => t).join(' ');
const realClock: Clock = {
  now: () => Date.now(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  yield: () => new Promise((resolve) => setImmediate(resolve)),
};

describe('cancel', () => {
  test('before the run begins', async () => {
    const { view } = await drive(workflow([], []), [], { cancel: AbortSignal.abort() });
    expect(view.status).toBe('cancelled');
  });

  test('in the middle of a step: its signal aborts, and nothing of it is kept', async () => {
    const cancel = new AbortController();
    const runner = new TestRunner();
    const running = drive(chain([node('Hang', 'hang', 1, 1)]), [], { cancel: cancel.signal }, { runner });
    await turn();
    expect(runner.hanging[0]?.aborted).toBe(false);
    cancel.abort(new Error('enough'));
    const { view, events } = await running;
    expect(view.status).toBe('cancelled');
    expect(runner.hanging[0]).toMatchObject({ aborted: true, reason: new Error('enough') });
    expect(kinds(events)).toBe('started ran finished');
  });

  test('in a wait that is held', async () => {
    const cancel = new AbortController();
    const clock = new TestClock();
    const wait = node('Wait', 'wait', 1, 1, { parameters: { until: 120_000 } });
    const options = { cancel: cancel.signal, limits: { maxHeldWaitMs: 200_000 } };
    const running = drive(chain([wait]), [], options, { clock });
    await turn();
    cancel.abort();
    expect((await running).view.status).toBe('cancelled');
    expect(clock.timers).toBe(0);
  });

  test('while sub-workflows run, which are told', async () => {
    const cancel = new AbortController();
    let told: AbortSignal | undefined;
    const call = node('Call', 'call', 1, 1, {
      parameters: { children: [{ workflow: { id: 'w' }, items: [], wait: true }] },
    });
    const running = drive(
      chain([call]),
      [],
      { cancel: cancel.signal },
      {
        children: {
          start: (_run, _children, signal) => {
            told = signal;
            return new Promise(() => {});
          },
        },
      },
    );
    await turn();
    cancel.abort();
    expect((await running).view.status).toBe('cancelled');
    expect(told?.aborted).toBe(true);
  });

  test('leaves no ear on a signal that outlives the run', async () => {
    const cancel = new AbortController();
    const runner = new TestRunner();
    runner.run = async ({ signal, inputs }) => {
      signal.throwIfAborted();
      await turn();
      return { kind: 'done', outputs: [inputs[0] ?? []] };
    };
    const steps = Array.from({ length: 5 }, (_, at) => node(`N${at}`, 'pass', at, 1));
    let most = 0;
    const onEvent = () => {
      most = Math.max(most, getEventListeners(cancel.signal, 'abort').length);
    };
    const { view } = await drive(chain(steps), [], { cancel: cancel.signal, onEvent }, { runner });
    expect(view.status).toBe('success');
    expect(most).toBe(1);
    expect(getEventListeners(cancel.signal, 'abort')).toEqual([]);
  });
});

describe('time limits', () => {
  const limits = { stepTimeoutMs: 100_000 };

  test('a step that takes too long fails, its signal aborts, and another attempt may follow', async () => {
    const clock = new TestClock();
    const runner = new TestRunner();
    const retry = { maxTries: 2, waitMs: 10 };
    const running = drive(chain([node('Hang', 'hang', 1, 1, { retry })]), [], { limits }, { runner, clock });
    await turn();
    await clock.pass(100_000);
    await vi.waitUntil(() => runner.hanging.length === 2);
    expect(runner.hanging.map(({ aborted }) => aborted)).toEqual([true, false]);
    await turn();
    await clock.pass(100_000);
    const { view, events } = await running;
    expect(view.error).toMatchObject({ code: 'node.timeout', message: 'The step took longer than 100 s.' });
    expect(kinds(events)).toBe('started ran tried failed finished');
    expect(clock.timers).toBe(0);
  });

  test('a run that takes too long stops, whatever its node makes of errors', async () => {
    const clock = new TestClock();
    const hang = node('Hang', 'hang', 1, 1, { onError: 'continue', retry: { maxTries: 3, waitMs: 10 } });
    const running = drive(chain([hang], { timeoutSeconds: 70 }), [], {}, { clock });
    await turn();
    await clock.pass(70_000);
    const { view, events } = await running;
    expect(view.error?.code).toBe('run.timeout');
    expect(kinds(events)).toBe('started ran failed finished');
  });

  test('time spent waiting does not count', async () => {
    const clock = new TestClock();
    const wait = node('Wait', 'wait', 1, 1, { parameters: { until: 50_000 } });
    const document = chain([wait, node('After', 'pass', 2, 1)], { timeoutSeconds: 10 });
    const { view } = await drive(document, [], { limits: { maxHeldWaitMs: 60_000 } }, { clock });
    expect(clock.time).toBe(50_000);
    expect(view.status).toBe('success');
  });

  test('a step that is over at once is given no timer', async () => {
    const clock = new TestClock();
    const runner = new TestRunner();
    runner.run = async ({ inputs }) => ({ kind: 'done', outputs: [inputs[0] ?? []] });
    let slept = 0;
    clock.sleep = async () => void slept++;
    await drive(chain([node('A', 'pass', 1, 1), node('B', 'pass', 2, 1)]), [], { limits }, { runner, clock });
    expect(slept).toBe(0);
  });
});

describe('drain', () => {
  test('ends the drive behind the step that runs, and the run is taken up from there', async () => {
    const drain = new AbortController();
    const document = chain([node('A', 'pass', 1, 1), node('B', 'pass', 2, 1)]);
    const first = await drive(document, [], {
      drain: drain.signal,
      onEvent: (event) => event.t === 'ran' && event.node === 'A' && drain.abort(),
    });
    expect(first.result).toEqual({ kind: 'drained' });
    expect(kinds(first.events)).toBe('started ran ran');
    const second = await drive(document, first.events, { events: [] });
    expect(order(second.view)).toBe('Start A B');
    expect(second.view.status).toBe('success');
  });

  test('does not sit out a wait', async () => {
    const drain = new AbortController();
    const wait = node('Wait', 'wait', 1, 1, { parameters: { until: 120_000 } });
    const options = { drain: drain.signal, limits: { maxHeldWaitMs: 200_000 } };
    const running = drive(chain([wait]), [], options);
    await turn();
    drain.abort();
    const { result, events } = await running;
    expect(result).toMatchObject({ kind: 'waiting', suspension: { until: 120_000 } });
    expect(kinds(events)).toBe('started ran suspended');
  });
});

test('a writer that lost its lease does nothing more', async () => {
  const journal = new MemoryJournal();
  const runner = new TestRunner();
  const document = chain([node('Send', 'send', 1, 1), node('Again', 'send', 2, 1)]);
  const losing: Journal = {
    append: (append) => {
      if (runner.sent.length === 1) journal.takeLease('e', 9);
      return journal.append(append);
    },
  };
  const { result, view } = await drive(document, [], { fence: 1 }, { runner, journal: losing });
  expect(result).toEqual({ kind: 'leaseLost' });
  expect(runner.sent).toHaveLength(1);
  expect(kinds(journal.read('e'))).toBe('started ran began');
  expect(view.status).toBe('running');
});

test('a journal that can not be written rejects, whatever else it is', async () => {
  const journal: Journal = { append: () => Promise.reject(new Error('disk full')) };
  await expect(drive(chain([]), [], {}, { journal })).rejects.toThrow('disk full');
  const lost: Journal = { append: () => Promise.reject(new LeaseLostError('e')) };
  expect((await drive(chain([]), [], {}, { journal: lost })).result).toEqual({ kind: 'leaseLost' });
});

test('a long loop of pure steps lets timers have their turn', async () => {
  const document = workflow([node('Loop', 'pass', 1, 1)], [edge('Start', 'Loop'), edge('Loop', 'Loop')]);
  // Processor time of this thread: how busy the machine is doesn't count.
  const used = () => {
    const { user, system } = process.threadCpuUsage();
    return (user + system) / 1_000;
  };
  let [last, longest, ticks] = [used(), 0, 0];
  const timer = setInterval(() => {
    longest = Math.max(longest, used() - last);
    last = used();
    ticks++;
  }, 1);
  const { view } = await drive(document, [], { limits: { maxSteps: 30_000 } }, { clock: realClock });
  clearInterval(timer);
  expect(view.error?.code).toBe('run.tooManySteps');
  expect(ticks).toBeGreaterThan(0);
  // A turn is 5 ms at most; collecting garbage may take some more, and all 30,000 steps take far more.
  expect(Math.max(longest, used() - last)).toBeLessThan(120);
});
