import { documentOf, fetchWorkflow, saveDraft } from '../draft/workflow.queries.ts';
import type { ExecutionDetail } from './execution.queries.ts';
import { withPinsOf } from './pins-of-run.ts';

/** Pins what an execution's triggers and nodes gave in the draft of its workflow. @throws ApiProblem */
export async function copyIntoDraft(execution: ExecutionDetail): Promise<void> {
  const draft = await fetchWorkflow(execution.workflowId);
  await saveDraft(draft.id, withPinsOf(documentOf(draft), execution.runs), draft.version);
}
