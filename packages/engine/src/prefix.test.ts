import type { WorkflowDocument } from '@orchestrator/workflow';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Children, childStarts, decodeEvents, encodeEvents, type RunEvent } from './index.js';
import { drive, edge, items, node, outcome, started, TestClock, TestRunner, workflow } from './test-run.js';

/** What the sub-workflow of a `call` gives: something that only the id of its execution tells. */
const resultsOf = (children: readonly { executionId: string }[]) =>
  children.map(({ executionId }) => ({ executionId, status: 'success' as const, items: items({ from: executionId }) }));
const childrenAtOnce: Children = { start: async (_, children) => resultsOf(children) };

const TYPES = ['pass', 'split', 'count', 'join', 'send', 'wait', 'flaky', 'call', 'tally'] as const;
const parametersOf: Partial<Record<(typeof TYPES)[number], object>> = {
  wait: { until: 500 },
  flaky: { until: 1 },
  call: { children: [{ workflow: { id: 'child' }, items: [], wait: true }] },
};

const anyWorkflow = fc
  .record({
    types: fc.array(fc.constantFrom(...TYPES), { minLength: 1, maxLength: 8 }),
    joins: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(1), fc.nat(1)), { maxLength: 12 }),
    v0: fc.boolean(),
  })
  .map(({ types, joins, v0 }) => {
    const names = ['Start', ...types.map((_, at) => `N${at}`)];
    const edges = [
      edge('Start', 'N0'),
      ...joins.map(([from, to, output, input]) => {
        const a = from % names.length;
        const b = Math.min(a + 1 + (to % Math.max(1, names.length - a - 1)), names.length - 1);
        const port = types[a - 1] === 'split' ? output : 0;
        return edge(names[a]!, names[b]!, port, types[b - 1] === 'join' ? input : 0);
      }),
    ].filter((each) => each.from.node !== each.to.node);
    const nodes = types.map((type, at) =>
      node(`N${at}`, type === 'flaky' ? 'fail' : type, at, (at * 7) % 5, {
        parameters: { ...parametersOf[type] },
        retry: type === 'flaky' ? { maxTries: 2, waitMs: 10 } : undefined,
      }),
    );
    return workflow(nodes, edges, { executionOrder: v0 ? 'v0' : 'v1' });
  });

/** Drives to the end as a server does that holds no wait: each ends the drive, and the journal is read back after it. */
async function driveLettingGo(document: WorkflowDocument) {
  const clock = new TestClock();
  const runner = new TestRunner();
  const children: Children = { start: async () => 'later' };
  let journal: readonly RunEvent[] = [];
  let events: readonly RunEvent[] = [started];
  for (;;) {
    const options = { limits: { maxHeldWaitMs: -1 }, events };
    const drove = await drive(document, journal, options, { runner, clock, children });
    journal = decodeEvents(encodeEvents(drove.events));
    if (drove.result.kind === 'retry') {
      clock.time = drove.result.until;
      events = [];
    } else if (drove.result.kind === 'waiting') {
      const { until = clock.time, children: calls } = drove.result.suspension;
      const results = resultsOf(childStarts('e', drove.state));
      clock.time = Math.max(clock.time, until);
      events = [{ t: 'resumed', at: clock.time, resume: calls ? { kind: 'children', results } : { kind: 'timer' } }];
    } else return { view: drove.view, runner };
  }
}

test('a run that is let go of at every wait ends as one that is held', async () => {
  await fc.assert(
    fc.asyncProperty(anyWorkflow, async (document) => {
      const held = await drive(document, [], {}, { children: childrenAtOnce });
      const letGo = await driveLettingGo(document);
      expect(outcome(letGo.view)).toEqual(outcome(held.view));
      expect(letGo.runner.sent).toEqual(held.runner.sent);
    }),
    { numRuns: 100 },
  );
});

test('going on from any prefix of a journal ends as never having stopped', async () => {
  await fc.assert(
    fc.asyncProperty(anyWorkflow, fc.nat(), async (document, cut) => {
      const whole = await drive(document, [], {}, { children: childrenAtOnce });
      const bytes = encodeEvents(whole.events.slice(0, 1 + (cut % whole.events.length)));
      const resumed = await drive(document, decodeEvents(bytes), {}, { children: childrenAtOnce });
      const last = decodeEvents(bytes).at(-1);
      if (last?.t === 'began') expect(resumed.view.status).toBe('in_doubt');
      else expect(outcome(resumed.view)).toEqual(outcome(whole.view));
      expect(new Set(whole.runner.sent).size).toBe(whole.runner.sent.length);
    }),
    { numRuns: 200 },
  );
});
