import type { ItemError } from '@orchestrator/workflow';
import type { components } from '../../api/schema.d.ts';
import type { ExecutionStatus, LogLine, NodeRun, ShownRun, StepTry } from './run-store.ts';

/** An event of a run's journal, as the server streams it (packages/engine/src/events.ts); what is not needed is left out. */
export interface RunEvent {
  t: string;
  at: number;
  /** Id of the node. */
  node?: string;
  took?: number;
  outputs?: readonly (readonly unknown[])[];
  error?: ItemError;
  status?: ExecutionStatus;
  logs?: readonly LogLine[];
  /** Of the first event: what was taken over from an earlier run, by the node's name. */
  kept?: Readonly<Record<string, readonly KeptRun[]>>;
}

/** A step as it is written, with all that it gave. */
type KeptRun = Pick<NodeRun, 'index' | 'startedAt' | 'finishedAt' | 'sources' | 'error' | 'kept' | 'stale'> & {
  status: 'success' | 'error' | 'waiting';
  outputs: readonly (readonly unknown[])[];
};

/** What a run is before its first event. */
export const beginning = (executionId: string, version: number): ShownRun => ({
  executionId,
  version,
  status: 'queued',
  nodes: {},
});

/**
 * What a run is after one more event. Pure.
 * @param name the name of a node, by its id
 */
export function afterEvent(run: ShownRun, event: RunEvent, name: (id: string) => string): ShownRun {
  const node = event.node === undefined ? '' : name(event.node);
  switch (event.t) {
    case 'started':
      return { ...run, status: 'running', startedAt: event.at, nodes: keptRuns(event.kept ?? {}) };
    case 'began':
      return withRun(run, node, (open) => ({
        ...(open ?? fresh(run, event.at)),
        status: 'running',
        attempts: (open?.attempts ?? 0) + 1,
      }));
    case 'tried':
      return withRun(run, node, (open) => ({
        ...(open ?? fresh(run, event.at - (event.took ?? 0))),
        status: 'waiting',
        attempts: Math.max(open?.attempts ?? 0, (open?.tries?.length ?? 0) + 1),
        error: event.error,
        ...logged(open, event),
        tries: [...(open?.tries ?? []), { at: event.at, took: event.took ?? 0, error: event.error ?? { message: '' } }],
      }));
    case 'suspended':
      return {
        ...withRun(run, node, (open) => ({
          ...(open ?? fresh(run, event.at - (event.took ?? 0))),
          ...logged(open, event),
          status: 'waiting',
        })),
        status: 'waiting',
      };
    case 'resumed':
    case 'answered':
      return { ...run, status: 'running' };
    case 'doubted':
      return { ...run, status: 'in_doubt' };
    case 'ran':
    case 'passed':
    case 'failed':
      return {
        ...withRun(run, node, (open) => {
          const begun = open ?? fresh(run, event.at - (event.took ?? 0));
          const { error: _before, ...rest } = begun;
          return {
            ...rest,
            status: event.t === 'failed' ? 'error' : 'success',
            finishedAt: event.at,
            // Only steps with an effect tell that they begin; of the others the failed attempts are counted.
            attempts: Math.max(begun.attempts, (begun.tries?.length ?? 0) + 1),
            itemCounts: (event.outputs ?? []).map((items) => items.length),
            ...(event.error ? { error: event.error } : {}),
            ...logged(open, event),
          };
        }),
        status: 'running',
      };
    case 'finished':
      return {
        ...run,
        status: event.status ?? 'success',
        finishedAt: event.at,
        error: event.error ? { message: event.error.message, node: failedNode(run) } : null,
      };
    default:
      return run;
  }
}

/** What a step has written down so far, with the lines of one more event. */
const logged = (open: NodeRun | undefined, { logs }: RunEvent): Pick<NodeRun, 'logs'> =>
  logs ? { logs: [...(open?.logs ?? []), ...logs] } : {};

const keptRuns = (kept: NonNullable<RunEvent['kept']>): ShownRun['nodes'] =>
  Object.fromEntries(
    Object.entries(kept).map(([node, runs]) => [
      node,
      runs.map(({ outputs, ...step }) => ({ ...step, attempts: 1, itemCounts: outputs.map((items) => items.length) })),
    ]),
  );

const fresh = (run: ShownRun, startedAt: number): NodeRun => ({
  index: Object.values(run.nodes).reduce((count, runs) => count + runs.length, 0),
  status: 'running',
  startedAt,
  attempts: 0,
  itemCounts: [],
  sources: [],
});

/** Changes the open run of a node, or begins one. */
function withRun(run: ShownRun, node: string, change: (open: NodeRun | undefined) => NodeRun): ShownRun {
  const runs = run.nodes[node] ?? [];
  const last = runs.at(-1);
  const open = last && last.finishedAt === undefined ? last : undefined;
  const next = open ? [...runs.slice(0, -1), change(open)] : [...runs, change(undefined)];
  return { ...run, nodes: { ...run.nodes, [node]: next } };
}

const failedNode = (run: ShownRun): string | undefined =>
  Object.entries(run.nodes).find(([, runs]) => runs.some(({ status, kept }) => status === 'error' && !kept))?.[0];

/** An execution as the API gives it whole. */
export function shownRunOf(detail: components['schemas']['ExecutionDetail']): ShownRun {
  const nodes: Record<string, NodeRun[]> = {};
  for (const [name, runs] of Object.entries(detail.runs ?? {})) {
    nodes[name] = runs.map(
      ({ index, status, startedAt, finishedAt, outputs, sources, error, tries, logs, ...more }) => ({
        ...more,
        index,
        status,
        startedAt,
        ...(status === 'waiting' ? {} : { finishedAt }),
        attempts: (tries?.length ?? 0) + 1,
        ...(tries ? { tries: tries as StepTry[] } : {}),
        ...(logs ? { logs } : {}),
        itemCounts: outputs.map((items) => items.length),
        sources: sources as NodeRun['sources'],
        ...(error ? { error: error as ItemError } : {}),
      }),
    );
  }
  const { error, summary } = detail;
  return {
    executionId: detail.id,
    version: detail.version,
    status: detail.status,
    startedAt: detail.startedAt ? Date.parse(detail.startedAt) : undefined,
    finishedAt: detail.finishedAt ? Date.parse(detail.finishedAt) : undefined,
    nodes,
    called: detail.children,
    error: error ? { message: error.message, node: summary?.node } : null,
  };
}

/** One step of a run. */
export interface Step extends NodeRun {
  node: string;
  /** Which run of its node it is, from 0. */
  run: number;
}

/** The steps of a run in the order in which they came. */
export const stepsOf = (run: ShownRun): Step[] =>
  Object.entries(run.nodes)
    .flatMap(([node, runs]) => runs.map((each, index) => ({ ...each, node, run: index })))
    .sort((a, b) => a.index - b.index);

export const isOver = ({ status }: Pick<ShownRun, 'status'>): boolean =>
  status === 'success' || status === 'error' || status === 'cancelled';
