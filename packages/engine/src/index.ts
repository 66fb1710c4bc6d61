export { apply, fold, JournalOrderError } from './apply.js';
export { childExecutionId } from './child-id.js';
export { type Command, deadlineOf, decide } from './decide.js';
export { decodeEvents, encodeEvents, JournalFormatError } from './encoding.js';
export { type ErrorWorkflowRequest, errorWorkflowRequest } from './error-workflow.js';
export * from './events.js';
export {
  type Children,
  type ChildStart,
  type DriveOptions,
  type DriveResult,
  Executor,
  type ExecutorPorts,
} from './executor.js';
export { type Journal, type JournalAppend, LeaseLostError } from './journal.js';
export { DEFAULT_LIMITS, MAX_ANCESTORS, type RunLimits } from './limits.js';
export { MemoryJournal } from './memory-journal.js';
export { buildPlan, type Plan, type PlanEdge, type PlanNode } from './plan.js';
export * from './ports.js';
export { retryJournal } from './retry-journal.js';
export { newRun, type PendingStep, type RunState, type RunStatus } from './run-state.js';
export { lastItems, type RunView, runView } from './run-view.js';
