import type { Edge, WorkflowDocument } from '@orchestrator/workflow';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { NodeCall, NodeOutcome } from '../ports.js';
import { drive, edge, node, order, started, TestRunner, workflow } from '../test-run.js';
import { planRetry } from './run-again.js';

/** Fails at one step of the run, counted from 0. */
class FailsAt extends TestRunner {
  #step = 0;
  constructor(private readonly at: number) {
    super();
  }

  override run(call: NodeCall): NodeOutcome | Promise<NodeOutcome> {
    const outcome = super.run(call);
    return this.#step++ === this.at ? { kind: 'failed', error: { message: 'no' } } : outcome;
  }
}

const TYPES = ['pass', 'mark', 'count', 'split', 'join', 'tally'] as const;
const aDocument = fc
  .record({
    types: fc.array(fc.constantFrom(...TYPES), { minLength: 2, maxLength: 6 }),
    edges: fc.array(
      fc.record({ from: fc.nat(5), to: fc.nat(5), output: fc.nat(1), input: fc.nat(1), back: fc.nat(5) }),
      {
        minLength: 2,
        maxLength: 10,
      },
    ),
  })
  .map(({ types, edges }): WorkflowDocument => {
    const nodes = types.map((type, at) => node(`N${at}`, type, at + 1, (at * 5) % 3));
    const joined = new Map<string, Edge>();
    const join = (each: Edge) => joined.set(JSON.stringify(each), each);
    join(edge('Start', 'N0'));
    for (const { from, to, output, input, back } of edges) {
      const [a, b] = [from % nodes.length, to % nodes.length];
      const [source, target] = [nodes[Math.min(a, b)]!, nodes[Math.max(a, b)]!];
      const port = source.type === 'split' ? output : 0;
      // What leads back halves the items each time, so that the loop ends.
      if (back === 0 && source.type === 'split') join(edge(source.name, 'N0', 1));
      else if (a !== b) join(edge(source.name, target.name, port, target.type === 'join' ? input : 0));
    }
    return workflow(nodes, [...joined.values()]);
  });

const LIMITS = { limits: { maxSteps: 80 }, events: [started] };

test('a run that fails at any step and is retried comes to what it would have come to', async () => {
  await fc.assert(
    fc.asyncProperty(aDocument, fc.nat(12), async (document, at) => {
      const whole = await drive(document, [], LIMITS);
      fc.pre(whole.view.status === 'success');
      const earlier = await drive(document, [], LIMITS, { runner: new FailsAt(at) });
      fc.pre(earlier.view.status === 'error' && at > 0);
      const begin = planRetry(earlier.plan, earlier);
      if ('fault' in begin) throw new Error(begin.fault.message);
      const { view } = await drive(document, [], {
        limits: { maxSteps: 160 },
        events: [{ t: 'started', at: 0, mode: 'retry', ...begin }],
      });
      expect([view.status, view.error]).toEqual(['success', undefined]);
      expect(order(view)).toBe(order(whole.view));
      const outputs = (runs: typeof view.runs) =>
        Object.entries(runs)
          .map(([name, list]) => [name, list.map((run) => run.outputs)])
          .sort();
      expect(outputs(view.runs)).toEqual(outputs(whole.view.runs));
    }),
    { numRuns: 300, endOnFailure: true },
  );
}, 120_000);
