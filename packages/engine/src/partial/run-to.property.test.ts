import type { Edge, WorkflowDocument, WorkflowNode } from '@orchestrator/workflow';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RunState } from '../run-state.js';
import { drive, edge, items, node, started, workflow } from '../test-run.js';
import { planRunTo } from './run-to.js';

const TYPES = ['pass', 'mark', 'mark', 'count', 'split', 'join', 'both', 'give'] as const;
const names = ['A', 'B', 'C', 'D', 'E', 'F', 'G'] as const;

/** A workflow of nodes of the given types: every node has edges from earlier ones, and some lead back. */
const aDocument = fc
  .record({
    types: fc.array(fc.constantFrom(...TYPES), { minLength: 2, maxLength: names.length }),
    edges: fc.array(
      fc.record({ from: fc.nat(6), to: fc.nat(6), output: fc.nat(1), input: fc.nat(1), back: fc.nat(9) }),
      { minLength: 2, maxLength: 12 },
    ),
    order: fc.constantFrom('v1' as const, 'v1' as const, 'v0' as const),
  })
  .map(({ types, edges, order }): WorkflowDocument => {
    // Order v0 makes nodes run that nothing leads to, for the sake of other inputs: which, hangs on all that runs.
    const ofOrder = types.map((type) => (order === 'v0' && hasTwo({ type }) ? 'pass' : type));
    const nodes = ofOrder.map((type, at) =>
      node(names[at]!, type, at + 1, (at * 5) % 3, type === 'give' ? { parameters: gives(at) } : {}),
    );
    const joined = new Map<string, Edge>();
    const join = (each: Edge) => joined.set(JSON.stringify(each), each);
    join(edge('Start', 'A'));
    for (const { from, to, output, input, back } of edges) {
      const [early, late] = [Math.min(from, to) % nodes.length, Math.max(from, to) % nodes.length];
      const [source, target] = [nodes[Math.min(early, late)]!, nodes[Math.max(early, late)]!];
      const port = source.type === 'split' ? output : 0;
      // What leads back halves the items each time, so that the loop ends.
      if (back === 0 && source.type === 'split') join(edge(source.name, nodes[0]!.name, 1, 0));
      else if (source !== target) join(edge(source.name, target.name, port, hasTwo(target) ? input : 0));
    }
    return workflow(nodes, [...joined.values()], { executionOrder: order });
  });
const hasTwo = ({ type }: Pick<WorkflowNode, 'type'>) => type === 'join' || type === 'both';
const gives = (at: number) => ({ outputs: [items({ at }, { at: at + 1 })] }) as never;

/** What a person does before they run up to a node. */
const aDeed = fc.record({
  change: fc.constantFrom('nothing', 'nothing', 'mark', 'disable', 'pin', 'unpin', 'cut', 'rename'),
  node: fc.nat(6),
  target: fc.nat(6),
  value: fc.string({ maxLength: 3 }),
});
type Deed = typeof aDeed extends fc.Arbitrary<infer T> ? T : never;

function changed(document: WorkflowDocument, { change, node: at, value }: Deed): WorkflowDocument {
  const behind = document.nodes.slice(1);
  const { id } = behind[at % behind.length]!;
  const withNode = (more: Partial<WorkflowNode>) => ({
    ...document,
    nodes: document.nodes.map((each) => (each.id === id ? { ...each, ...more } : each)),
  });
  switch (change) {
    case 'mark':
      return withNode({ type: 'mark', parameters: { mark: value } });
    case 'disable':
      return withNode({ disabled: value.length > 1 });
    case 'rename':
      return withNode({ name: `${id}${value.length}` });
    case 'pin':
      return { ...document, pins: { ...document.pins, [id]: items({ pinned: value }) } };
    case 'unpin': {
      const { [id]: _, ...pins } = document.pins ?? {};
      return { ...document, pins };
    }
    case 'cut':
      return { ...document, edges: document.edges.filter(({ to }, index) => to.node !== id || index % 2 === 0) };
    default:
      return document;
  }
}

const LIMITS = { limits: { maxSteps: 60 } };

/** What a node gave in all its runs. Order v0 goes breadth first, so that which run came first hangs on all that runs. */
function given(state: RunState, name: string): string[] {
  const runs = (state.runs.get(name) ?? []).map(({ outputs }) =>
    JSON.stringify(outputs.map((list) => list.map(({ json }) => json))),
  );
  return state.plan.order === 'v0' ? runs.sort() : runs;
}

test('a run up to a node gives what a run from the start would, whatever was run and changed before', async () => {
  await fc.assert(
    fc.asyncProperty(aDocument, fc.array(aDeed, { minLength: 1, maxLength: 5 }), async (first, deeds) => {
      let document = first;
      let earlier = await drive(document, [], LIMITS);
      for (const deed of deeds) {
        document = changed(document, deed);
        const behind = document.nodes.slice(1);
        const target = behind[deed.target % behind.length]!;
        const { plan } = await drive(document, [], { events: [{ ...started, to: 'Start' }] });
        // What a run from the start gives, where pinned data cuts off what comes before it.
        const whole = await drive(document, [], { ...LIMITS, events: [{ ...started, to: target.id, pins: true }] });
        fc.pre(whole.view.error?.code !== 'run.tooManySteps');
        const start = planRunTo({ plan, target: plan.byId.get(target.id)!, pins: true, earlier, at: 0 });
        if ('fault' in start) throw new Error(start.fault.message);
        const events = [{ t: 'started' as const, at: 0, mode: 'manual' as const, pins: true, ...start }];
        const part = await drive(document, [], { limits: { maxSteps: 600 }, events });
        const isLonely = !plan.ancestors(plan.byId.get(target.id)!).has(plan.byId.get('Start')!);
        const isCutOff = Object.keys(document.pins ?? {}).length > 0;
        // What comes to a join more than once is paired as it comes, and data that is there comes before what has to run.
        const isPairedByTime = plan.nodes.some(
          ({ incoming, name }) =>
            incoming.length > 1 &&
            ((whole.view.runs[name]?.length ?? 0) > 1 || incoming.some((edges) => edges.length > 1)),
        );
        if (!isLonely && !isCutOff && !isPairedByTime) {
          expect([part.view.status, part.view.error?.code]).toEqual([whole.view.status, whole.view.error?.code]);
          expect(given(part.state, target.name)).toEqual(given(whole.state, target.name));
        }
        expect(part.view.status === 'success').toBe(part.state.runs.has(target.name));
        earlier = part;
      }
    }),
    { numRuns: 300, endOnFailure: true },
  );
}, 120_000);
