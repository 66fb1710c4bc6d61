import { enqueueSuccessors } from './enqueue.js';
import type { Outputs, RanEvent, RunEvent, StartedEvent, SuspendedEvent, TriedEvent, VanishedEvent } from './events.js';
import { itemBytes } from './item-size.js';
import { bytesOfDone, itemsAfter } from './item-tries.js';
import { emptyItem, stampInputs } from './lineage.js';
import { logChars } from './logs.js';
import { patchMemory } from './memory-patch.js';
import type { PlanNode } from './plan.js';
import type { NodeRunRecord } from './ports.js';
import { releaseWaiting } from './release.js';
import { freshProgress, type PendingStep, type RunState, runsOf } from './run-state.js';
import { startRun } from './start.js';

/** A journal that does not belong to its plan, or is out of order: a fault of the host, never of a workflow. */
export class JournalOrderError extends Error {
  override readonly name = 'JournalOrderError';
}

/** Folds one event into the state, in place, and gives the state back. Pure but for that: no clock, no I/O. */
export function apply(state: RunState, event: RunEvent): RunState {
  if ((event.t === 'started') !== (state.started === undefined))
    throw new JournalOrderError('A journal begins with `started`, once.');
  state.seq++;
  state.at = event.at;
  if ('logs' in event && event.logs) state.logChars += logChars(event.logs);
  switch (event.t) {
    case 'started':
      return start(state, event);
    case 'began':
      state.progress.begun = true;
      state.progress.retryAt = undefined;
      return state;
    case 'tried':
      state.progress.failures++;
      state.progress.begun = false;
      state.progress.retryAt = event.retryAt;
      state.progress.items = itemsAfter(state, event);
      holdDone(state, event);
      // Sub-workflows that failed are asked for again; what else came to the step stays what it goes on with.
      if (state.progress.resume?.kind === 'children') state.progress.resume = undefined;
      return state;
    case 'ran':
      keep(state, event);
      return complete(state, event.at - event.took, event.outputs, event.error);
    case 'vanished':
      keep(state, event);
      if (event.node === state.started?.to) state.reached = true;
      advance(state);
      return settle(state);
    case 'passed':
      return complete(state, event.at, passedOutputs(state, head(state)) ?? [], undefined);
    case 'failed':
      state.progress.items = itemsAfter(state, event);
      record(state, head(state), event.at - event.took, [], event.error);
      state.fault = event.error;
      return state;
    case 'suspended':
      keep(state, event);
      state.progress.begun = false;
      state.progress.suspended = { at: event.at, suspension: event.suspension, outputs: event.outputs };
      state.status = 'waiting';
      return state;
    case 'resumed':
      return resume(state, event.at, event.resume);
    case 'doubted':
      state.status = 'in_doubt';
      return state;
    case 'answered':
      state.status = 'running';
      state.progress.begun = false;
      if (event.answer.kind === 'done') return complete(state, event.at, event.answer.outputs, undefined);
      if (event.answer.kind === 'stop') {
        state.fault = {
          code: 'run.inDoubt',
          message: `A person stopped the run: it was not known whether "${head(state).node.name}" had taken effect.`,
        };
      }
      return state;
    case 'finished':
      state.status = event.status;
      state.error = event.error;
      state.finishedAt = event.at;
      return state;
  }
}

/** Folds a journal, or any prefix of one, onto a state. */
export function fold(state: RunState, events: Iterable<RunEvent>): RunState {
  for (const event of events) apply(state, event);
  return state;
}

/** The step at the head of the queue. */
function head(state: RunState): PendingStep {
  const step = state.queue[0];
  if (!step)
    throw new JournalOrderError('The journal holds a step where the workflow has none: it is of another version.');
  return step;
}

/** What a disabled or pinned node puts out; `null` when nothing came in. */
function passedOutputs(state: RunState, { node, inputs }: PendingStep): Outputs | null {
  const pin = isPinned(state, node) ? state.plan.document.pins?.[node.id] : undefined;
  const first = pin ?? inputs[0] ?? null;
  if ((first === null || first.length === 0) && node.node.alwaysOutputData) return [[emptyItem(inputs)]];
  return first === null ? null : [first];
}

/** The node's pinned data stands in for running it. */
export function isPinned(state: RunState, node: PlanNode): boolean {
  const { started } = state;
  if (started?.pins !== true || node.node.disabled || (started.given && node.id === started.node)) return false;
  return state.plan.document.pins?.[node.id] !== undefined;
}

function start(state: RunState, event: StartedEvent): RunState {
  startRun(state, event);
  state.status = 'running';
  return settle(state);
}

function resume(state: RunState, at: number, resumed: RunState['progress']['resume']): RunState {
  const { suspended } = state.progress;
  state.waitedMs += suspended ? at - suspended.at : 0;
  if (suspended?.suspension.webhook) state.callWaits++;
  state.status = 'running';
  state.progress.suspended = undefined;
  if (resumed?.kind === 'timer' && suspended?.outputs)
    return complete(state, suspended.at, suspended.outputs, undefined);
  state.progress.resume = resumed;
  return state;
}

function keep(state: RunState, event: RanEvent | SuspendedEvent | VanishedEvent): void {
  if (event.memory) state.memory.set(event.node, patchMemory(state.memory.get(event.node), event.memory));
  for (const write of event.state ?? []) {
    state.writes.push(write);
    if (write.scope !== 'execution') continue;
    if (write.value === null) delete state.customData[write.key];
    else state.customData[write.key] = String(write.value);
  }
  if ('response' in event && event.response) state.response ??= event.response;
}

/** What items of a step gave counts as held, until the outputs of the step do, of which it is a part. */
function holdDone(state: RunState, { done }: TriedEvent): void {
  if (!done) return;
  const bytes = itemBytes(
    done.map(({ gave }) => gave),
    [],
  );
  state.progress.itemBytes += bytes;
  state.itemBytes += bytes;
}

function complete(state: RunState, startedAt: number, outputs: Outputs, error: NodeRunRecord['error']): RunState {
  const step = head(state);
  const run = runsOf(state, step.node.name).length;
  record(state, step, startedAt, outputs, error);
  state.itemBytes -= state.progress.itemBytes + bytesOfDone(step);
  advance(state);
  state.lastNode = step.node.name;
  state.itemBytes += itemBytes(outputs, step.inputs);
  if (step.node.id === state.started?.to) state.reached = true;
  else enqueueSuccessors(state, step.node, outputs, run);
  return settle(state);
}

/** The step at the head is over. */
function advance(state: RunState): void {
  state.queue.shift();
  state.progress = freshProgress();
}

function record(
  state: RunState,
  { node, sources }: PendingStep,
  startedAt: number,
  outputs: Outputs,
  error: NodeRunRecord['error'],
): void {
  const entry: NodeRunRecord = {
    index: state.steps++,
    status: error ? 'error' : 'success',
    sources,
    outputs,
    startedAt,
    finishedAt: state.at,
  };
  if (error) entry.error = error;
  const runs = state.runs.get(node.name);
  if (runs) runs.push(entry);
  else state.runs.set(node.name, [entry]);
}

/**
 * Brings a step to the head of the queue that can run now: drops what may not or need not run, sends back (order v0) what
 * still lacks an input, and releases what waits once nothing else is left.
 */
function settle(state: RunState): RunState {
  if (state.queue.length === 0) releaseWaiting(state);
  let sentBack: PlanNode | undefined;
  for (let step = state.queue[0]; step; step = state.queue[0]) {
    if (state.only && !state.only.has(step.node)) {
      state.queue.shift();
      continue;
    }
    if (lacksInput(state, step)) {
      if (sentBack === step.node) {
        state.fault = {
          code: 'run.stuck',
          message: `"${step.node.name}" waits for an input that can not come any more. Check what is joined to its inputs.`,
        };
        return state;
      }
      sentBack = step.node;
      state.queue.push(state.queue.shift()!);
      continue;
    }
    if (hasNothingToDo(state, step)) {
      state.queue.shift();
      continue;
    }
    step.inputs = stampInputs(step.inputs);
    return state;
  }
  return state;
}

function lacksInput(state: RunState, { node, inputs }: PendingStep): boolean {
  return state.plan.order === 'v0' && node.incoming.some((edges, input) => edges.length > 0 && inputs[input] === null);
}

/** No item on any input (order v0: on the first): the node does not run, unless it must always put something out. */
function hasNothingToDo(state: RunState, step: PendingStep): boolean {
  const { node, inputs } = step;
  if (node.inputCount === 0 || node.node.alwaysOutputData || isPinned(state, node)) return false;
  if (node.node.disabled) return passedOutputs(state, step) === null;
  return state.plan.order === 'v0'
    ? (inputs[0]?.length ?? 0) === 0
    : inputs.every((items) => (items?.length ?? 0) === 0);
}
