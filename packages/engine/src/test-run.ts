import type { Edge, Item, ItemError, JsonObject, WorkflowDocument, WorkflowNode } from '@orchestrator/workflow';
import {
  buildPlan,
  type ChildCall,
  type Children,
  type Clock,
  type DriveOptions,
  Executor,
  fold,
  type Journal,
  MemoryJournal,
  type NodeCall,
  type NodeCatalog,
  type NodeOutcome,
  type NodeRunner,
  newRun,
  type RunEvent,
  type RunView,
  runView,
} from './index.js';

/** Node types for tests: `join` has two inputs, `both` needs both of them, `split` two outputs, `send` an effect. */
export const catalog: NodeCatalog = {
  shape: ({ type }) => ({
    kind: type === 'start' ? 'trigger' : 'action',
    inputs: type === 'start' ? [] : [{ kind: 'main' }, ...(isJoin(type) ? [{ kind: 'main' as const }] : [])],
    outputs: [{ kind: 'main' }, ...(type === 'split' ? [{ kind: 'main' as const }] : [])],
    effect: type === 'send' ? 'external' : 'pure',
    requiredInputs: type === 'both' ? 2 : undefined,
  }),
};
const isJoin = (type: string) => type === 'join' || type === 'both';

/** Runs the node types of tests, and keeps count of what `send` does to the world. */
export class TestRunner implements NodeRunner {
  readonly sent: string[] = [];
  /** Signals of the calls of `hang`, whose results never come. */
  readonly hanging: AbortSignal[] = [];

  run(call: NodeCall): NodeOutcome | Promise<NodeOutcome> {
    const { node, inputs, idempotencyKey, attempt, resume } = call;
    const parameters = node.parameters as TestParameters;
    const items = inputs.flatMap((given) => given ?? []);
    const done = (...outputs: (readonly Item[])[]): NodeOutcome => ({ kind: 'done', outputs });
    switch (node.type) {
      case 'split':
        return done(
          items.filter((_, at) => at % 2 === 0),
          items.filter((_, at) => at % 2 === 1),
        );
      case 'fail':
        return attempt > (parameters.until ?? 99) ? done(items) : { kind: 'failed', error: { message: 'no' } };
      case 'say':
        return { ...done(items), logs: [{ level: 'info', text: String(parameters.text) }] };
      case 'wait':
        if (resume) return done(items);
        return { kind: 'suspended', suspension: { until: parameters.until ?? 60_000, webhook: parameters.webhook } };
      case 'send':
        this.sent.push(idempotencyKey);
        return Promise.resolve(done(items));
      case 'mark':
        return done(items.map((item) => ({ ...item, json: { ...item.json, [node.id]: parameters.mark ?? '' } })));
      case 'count':
        return done([{ json: { count: items.length } }]);
      case 'give':
        return done(...(parameters.outputs ?? []));
      case 'hang':
        this.hanging.push(call.signal);
        return new Promise(() => {});
      case 'answer':
        return { kind: 'done', outputs: [items], response: { status: 201, headers: {} } };
      case 'call':
        if (resume?.kind === 'children') return done(resume.results.flatMap((result) => result.items));
        return { kind: 'suspended', suspension: { children: parameters.children ?? [] } };
      case 'tally': {
        call.memory.seen = Number(call.memory.seen ?? 0) + items.length;
        return { kind: 'done', outputs: [[{ json: { seen: call.memory.seen } }]], memory: call.memory };
      }
      default:
        return done(items);
    }
  }
}
interface TestParameters {
  text?: string;
  until?: number;
  /** What `wait` waits for beside its time. */
  webhook?: { method: string };
  outputs?: Item[][];
  /** What `mark` writes into every item, under its id. */
  mark?: string;
  children?: ChildCall[];
}

/** Time stands still but for waits of a run, which pass at once; the limits of steps pass only by `pass`. */
export class TestClock implements Clock {
  readonly #timers = new Set<{ at: number; ring: () => void }>();
  constructor(public time = 0) {}

  now = () => this.time;
  yield = () => new Promise<void>((resolve) => setImmediate(resolve));

  async sleep(ms: number, signal?: AbortSignal): Promise<void> {
    if (ms <= 60_000) {
      this.time += ms;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const timer = { at: this.time + ms, ring: resolve };
      this.#timers.add(timer);
      signal?.addEventListener('abort', () => {
        this.#timers.delete(timer);
        reject(signal.reason);
      });
    });
  }

  /** Lets time pass, and what was due then happen. */
  async pass(ms: number): Promise<void> {
    this.time += ms;
    for (const timer of this.#timers) {
      if (timer.at > this.time) continue;
      this.#timers.delete(timer);
      timer.ring();
    }
    await this.yield();
  }

  get timers(): number {
    return this.#timers.size;
  }
}

export const node = (
  name: string,
  type: string,
  x: number,
  y: number,
  more: Partial<WorkflowNode> = {},
): WorkflowNode => ({
  id: name,
  name,
  type,
  version: 1,
  position: [x, y],
  parameters: {},
  ...more,
});

export const edge = (from: string, to: string, output = 0, input = 0): Edge => ({
  kind: 'main',
  from: { node: from, port: output },
  to: { node: to, port: input },
});

/** A document of the given nodes behind a trigger named Start. */
export const workflow = (
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

/** A document whose nodes stand one behind the other, the first behind Start. */
export const chain = (nodes: WorkflowNode[], settings: WorkflowDocument['settings'] = {}): WorkflowDocument =>
  workflow(
    nodes,
    nodes.map(({ name }, at) => edge(nodes[at - 1]?.name ?? 'Start', name)),
    settings,
  );

export const items = (...values: JsonObject[]): Item[] => values.map((json) => ({ json }));

/** The first event of a run with three items. */
export const started: Extract<RunEvent, { t: 'started' }> = {
  t: 'started',
  at: 0,
  mode: 'manual',
  node: 'Start',
  items: items({ n: 1 }, { n: 2 }, { n: 3 }),
};

export interface TestParts {
  runner?: TestRunner;
  clock?: Clock;
  children?: Children;
  journal?: Journal;
}

/** Drives a document as far as it goes, on from `prefix` if one is given. */
export async function drive(
  document: WorkflowDocument,
  prefix: readonly RunEvent[] = [],
  options: Partial<DriveOptions> = {},
  { runner = new TestRunner(), clock = new TestClock(prefix.at(-1)?.at), children, journal }: TestParts = {},
) {
  const plan = buildPlan(document, catalog);
  const memory = new MemoryJournal();
  if (prefix.length) memory.append({ executionId: 'e', fence: 0, seq: 0, events: prefix, commit: true });
  const state = fold(newRun(plan), prefix);
  const run = {
    executionId: 'e',
    tenantId: 't',
    mode: 'manual' as const,
    workflow: { id: 'w', name: 'Test', active: true },
    timezone: 'UTC',
  };
  const result = await new Executor({ runner, clock, journal: journal ?? memory, children }).drive({
    run,
    state,
    events: prefix.length ? [] : [started],
    ...options,
  });
  return { result, state, plan, view: runView(state), events: memory.read('e'), runner };
}

/** Names of the nodes in the order in which they ran. */
export const order = (view: RunView) =>
  Object.entries(view.runs)
    .flatMap(([name, runs]) => runs.map((run) => ({ name, index: run.index })))
    .sort((a, b) => a.index - b.index)
    .map(({ name }) => name)
    .join(' ');

/** What two runs that are to be the same are compared by. */
export const outcome = (
  view: RunView,
): { status: string; error?: ItemError['message']; order: string; outputs: unknown } => ({
  status: view.status,
  error: view.error?.message,
  order: order(view),
  outputs: Object.entries(view.runs).map(([name, runs]) => [name, runs.map((run) => run.outputs)]),
});
