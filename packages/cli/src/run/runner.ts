import { randomUUID } from 'node:crypto';
import {
  buildPlan,
  type ChildResult,
  type Children,
  type ChildStart,
  childItems,
  Executor,
  MAX_ANCESTORS,
  MemoryJournal,
  newRun,
  type PlanNode,
  type RunEvent,
  type RunInfo,
  type RunState,
  runView,
} from '@orchestrator/engine';
import { ImportFault, readDocument } from '@orchestrator/n8n';
import { systemClock } from '@orchestrator/runtime';
import type { Item, WorkflowDocument } from '@orchestrator/workflow';
import type { GivenCredentials } from './given-credentials.js';
import type { LocalHost } from './local-host.js';
import { LOCAL_TENANT } from './local-host.js';
import type { RunResult } from './result.js';

/** Longest wait that is slept through, in milliseconds: as n8n's, which keeps waits under 65 s in the process. */
const MAX_HELD_WAIT_MS = 65_000;

export interface RunOptions {
  timezone: string;
  /** What the trigger gives. */
  items: readonly Item[];
  credentials?: GivenCredentials;
  /** Use pinned data instead of running the pinned nodes. */
  pins: boolean;
  /** Takes each line that a step wrote down. */
  log?(line: string): void;
}

/** Runs workflows here, with sub-workflows found among those it was given. */
export class LocalRunner implements Children {
  readonly #executor: Executor;

  constructor(
    private readonly host: LocalHost,
    private readonly options: RunOptions,
    /** Gives a workflow by its id or file name; `undefined` when there is none. */
    private readonly findWorkflow: (id: string) => WorkflowDocument | undefined,
  ) {
    this.#executor = new Executor({
      runner: host.nodes,
      clock: systemClock,
      journal: new MemoryJournal(),
      children: this,
    });
  }

  /** Runs a workflow from its manual trigger, or its first trigger. Never rejects for a fault of the workflow. */
  async run(given: WorkflowDocument): Promise<RunResult> {
    const document = this.#withCredentials(given);
    const plan = buildPlan(document, this.host.nodes);
    const start = plan.triggers.find(({ node }) => node.type === 'manualTrigger') ?? plan.triggers[0];
    if (!start) {
      return {
        status: 'unsupported',
        error: { message: 'The workflow has no trigger that can start it here.' },
        runs: {},
      };
    }
    const info = this.#runInfo(document, 'cli', randomUUID(), []);
    const state = await this.#drive(info, newRun(plan), start, this.options.items, this.options.pins);
    const view = runView(state);
    const reached = state.queue[0]?.node.node ?? lastNode(state);
    const unsupported = view.error?.code === 'node.placeholder' || view.error?.code === 'node.unknownType';
    const status = unsupported ? 'unsupported' : view.status === 'running' ? 'waiting' : view.status;
    return { status, error: view.error ? { node: reached?.name, ...view.error } : null, runs: view.runs };
  }

  /** Sub-workflows run one after another, within the call of the step that wants them. */
  async start(parent: RunInfo, children: readonly ChildStart[], cancel: AbortSignal): Promise<readonly ChildResult[]> {
    const results: ChildResult[] = [];
    for (const child of children) results.push(await this.#runChild(parent, child, cancel));
    return results;
  }

  async #runChild(parent: RunInfo, child: ChildStart, cancel: AbortSignal): Promise<ChildResult> {
    const { executionId } = child;
    const failed = (message: string): ChildResult => ({
      executionId,
      status: 'error',
      items: [],
      error: { message, code: 'subworkflow.failed' },
    });
    const ancestors = [...(parent.ancestors ?? []), parent.executionId];
    if (ancestors.length >= MAX_ANCESTORS) {
      return failed(`Sub-workflows call each other more than ${MAX_ANCESTORS} levels deep.`);
    }
    let document: WorkflowDocument | undefined;
    try {
      document =
        'id' in child.workflow ? this.findWorkflow(child.workflow.id) : readDocument(child.workflow.document).workflow;
    } catch (error) {
      if (error instanceof ImportFault) return failed(error.message);
      throw error;
    }
    if (!document) {
      const id = 'id' in child.workflow ? child.workflow.id : '';
      return failed(`There is no workflow "${id}" among the files given. Name its file on the command line too.`);
    }
    document = this.#withCredentials(document);
    const plan = buildPlan(document, this.host.nodes);
    const start = plan.triggers.find(({ node }) => node.type === 'subworkflowTrigger') ?? plan.triggers[0];
    if (!start) return failed(`"${document.name}" has no trigger that a sub-workflow can start at.`);
    const info = this.#runInfo(document, 'subworkflow', executionId, ancestors);
    const state = await this.#drive(info, newRun(plan), start, child.items, false, cancel);
    if (state.status === 'success') return { executionId, status: 'success', items: childItems(state, child.links) };
    return failed(state.error?.message ?? `The sub-workflow "${document.name}" ended as ${state.status}.`);
  }

  #withCredentials(document: WorkflowDocument): WorkflowDocument {
    return this.options.credentials?.pointedTo(document) ?? document;
  }

  async #drive(
    run: RunInfo,
    state: RunState,
    start: PlanNode,
    items: readonly Item[],
    pins: boolean,
    cancel?: AbortSignal,
  ): Promise<RunState> {
    await this.#executor.drive({
      run,
      state,
      events: [{ t: 'started', at: systemClock.now(), mode: run.mode, node: start.id, items, pins }],
      cancel,
      onEvent: (event) => this.#tell(event, state),
      limits: { maxHeldWaitMs: MAX_HELD_WAIT_MS },
    });
    return state;
  }

  /** What a step wrote down goes out as it ends, with its name. */
  #tell(event: RunEvent, { plan }: RunState): void {
    if (!('logs' in event) || !event.logs) return;
    const name = plan.byId.get(event.node)?.name ?? event.node;
    for (const { level, text, item } of event.logs) {
      this.options.log?.(`[${name}${item === undefined ? '' : `, item ${item}`}] ${level}: ${text}`);
    }
  }

  #runInfo(document: WorkflowDocument, mode: RunInfo['mode'], executionId: string, ancestors: string[]): RunInfo {
    return {
      executionId,
      tenantId: LOCAL_TENANT,
      mode,
      workflow: { id: document.id ?? '', name: document.name, active: false },
      timezone: document.settings.timezone ?? this.options.timezone,
      ancestors,
    };
  }
}

function lastNode(state: RunState) {
  return state.lastNode === undefined ? undefined : state.plan.byName.get(state.lastNode)?.node;
}
