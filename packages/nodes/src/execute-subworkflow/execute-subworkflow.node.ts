import {
  type Assignment,
  defineNode,
  type NodeContext,
  NodeFault,
  type NodeResult,
  param,
} from '@orchestrator/node-sdk';
import type { Item, JsonObject, JsonValue } from '@orchestrator/workflow';
import { assignFields } from '../edit-fields/assign-fields.js';
import { type CallMemory, type Child, type ErrorsTold, emptyMemory, handOver, outputOfOnce } from './child-results.js';
import { de } from './execute-subworkflow.de.js';
import { docs } from './execute-subworkflow.docs.js';

/** Sub-workflows that one step starts without waiting for them; more belong into a loop. */
const MAX_STARTED = 1_000;

const parameters = {
  from: param.options({
    label: 'Workflow',
    literal: true,
    choices: [
      { value: 'stored', label: 'One of yours' },
      { value: 'inPlace', label: 'Given here as JSON' },
    ],
  }),
  workflow: param.workflow({ label: 'Workflow to run', required: true, show: { from: ['stored'] } }),
  document: param.json({ label: 'Workflow as JSON', show: { from: ['inPlace'] } }),
  each: param.options({
    label: 'Run it',
    literal: true,
    choices: [
      { value: 'all', label: 'Once, with all items' },
      { value: 'item', label: 'For each item', description: 'One after the other, with one item each.' },
    ],
  }),
  inputs: param.assignments({
    label: 'Inputs',
    takenBy: 'workflow',
    description: 'Set on each item that is handed over.',
  }),
  wait: param.boolean({
    label: 'Wait for it to end',
    description: 'Goes on with what it gives. Else goes on at once with the items that came in.',
    default: true,
  }),
  dialect: param.options({
    label: 'Dialect',
    description: 'Which rules its items and errors follow, for what was imported from n8n.',
    literal: true,
    choices: [
      { value: 'own', label: 'Own' },
      { value: 'n8n', label: 'n8n' },
      { value: 'n8n-1.2', label: 'n8n up to version 1.2' },
    ],
    show: { dialect: ['n8n', 'n8n-1.2'] },
  }),
};

export const executeSubworkflow = defineNode({
  type: 'executeSubworkflow',
  version: 1,
  label: 'Execute sub-workflow',
  summary: 'Runs another workflow with the items, and goes on with what it gives.',
  keywords: ['call', 'child', 'reuse', 'function', 'sub-workflow', 'execute workflow'],
  actions: [
    { label: 'Run another workflow', parameters: { from: 'stored', each: 'all' } },
    { label: 'Run another workflow for each item', parameters: { from: 'stored', each: 'item' } },
    { label: 'Start another workflow without waiting for it', parameters: { from: 'stored', wait: false } },
  ],
  docs,
  translations: { de },
  group: 'flow',
  icon: 'workflow',
  // The engine starts the same call once, however often the step is run again.
  effect: 'idempotent',
  subtitle: (raw, say) =>
    raw.each === 'item' ? say('for each item') : raw.wait === false ? say('without waiting') : say('once'),
  parameters,
  async run(ctx) {
    const { each, wait } = await ctx.parameters(0);
    if (ctx.resume?.kind === 'children' && !wait) return [ctx.items];
    if (each === 'all') return once(ctx, wait);
    return wait ? oneAfterTheOther(ctx) : allAtOnce(ctx);
  },
});

type Context = NodeContext<typeof parameters>;

async function once(ctx: Context, wait: boolean): Promise<NodeResult> {
  const result = ctx.resume?.kind === 'children' ? ctx.resume.results[0] : undefined;
  if (result) return [outputOfOnce(result, ctx.items.length, ctx.continueOnFail)];
  const items = await Promise.all(ctx.items.map((_, index) => inputItem(ctx, index)));
  const child: Child = { workflow: await workflowFor(ctx, 0), items, wait };
  if (ctx.raw.dialect === 'n8n' || ctx.raw.dialect === 'n8n-1.2') child.links = 'firstOutputs';
  return { suspend: { children: [child] } };
}

/** n8n's order: the next item's run begins when the one before has ended, for its effects may build on each other. */
async function oneAfterTheOther(ctx: Context): Promise<NodeResult> {
  const memory = (ctx.memory.call as CallMemory | undefined) ?? emptyMemory();
  if (ctx.resume?.kind === 'children') handOver(memory, ctx.resume.results[0], errorsOf(ctx), ctx.tries);
  const next = memory.next;
  if (next < ctx.items.length) {
    ctx.memory.call = memory as unknown as JsonValue;
    const child = { workflow: await workflowFor(ctx, next), items: [await inputItem(ctx, next)], wait: true };
    return { suspend: { children: [child] } };
  }
  delete ctx.memory.call; // the next run of this node starts afresh
  return [memory.items];
}

/** What the parameters say where a sub-workflow that failed is no end of the run. */
function errorsOf({ continueOnFail, raw }: Context): ErrorsTold {
  if (!continueOnFail) return 'none';
  return raw.dialect === 'n8n-1.2' ? 'first' : 'all';
}

async function allAtOnce(ctx: Context): Promise<NodeResult> {
  if (ctx.items.length > MAX_STARTED) {
    throw new NodeFault(`More than ${MAX_STARTED} sub-workflows can't be started at once`, {
      code: 'subworkflow.count',
      description: 'Wait for each of them, or put a node "Loop over items" in front.',
      retryable: false,
    });
  }
  const children: Child[] = [];
  for (const index of ctx.items.keys()) {
    children.push({ workflow: await workflowFor(ctx, index), items: [await inputItem(ctx, index)], wait: false });
  }
  return children.length > 0 ? { suspend: { children } } : [[]];
}

/** What is handed over: the item with the inputs set on it. */
async function inputItem(ctx: Context, index: number): Promise<Item> {
  const source = ctx.items[index] as Item;
  const inputs: readonly Assignment[] = await ctx.parameter('inputs', index);
  const item: Item = { json: { ...source.json }, ...(source.binary ? { binary: source.binary } : {}) };
  assignFields(item, source, inputs, {
    mode: 'strict',
    path: { dotNotation: false },
    timezone: ctx.timezone,
    itemIndex: index,
    parameter: 'inputs',
  });
  return item;
}

async function workflowFor(ctx: Context, index: number): Promise<Child['workflow']> {
  if ((await ctx.parameter('from', index)) === 'stored') {
    const { id } = await ctx.parameter('workflow', index);
    if (id) return { id };
    throw new NodeFault('No workflow to run is named', {
      code: 'subworkflow.none',
      itemIndex: index,
      retryable: false,
    });
  }
  const given = await ctx.parameter('document', index);
  return { document: documentIn(given, index) };
}

function documentIn(given: JsonValue, itemIndex: number): JsonObject {
  let value: unknown = given;
  try {
    if (typeof given === 'string') value = JSON.parse(given);
  } catch {
    value = undefined;
  }
  if (typeof value === 'object' && value !== null && 'nodes' in value) return value as JsonObject;
  throw new NodeFault('The workflow given here is not valid JSON of a workflow', {
    code: 'subworkflow.document',
    itemIndex,
    retryable: false,
  });
}
