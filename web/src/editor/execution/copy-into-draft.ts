import { documentOf, fetchWorkflow, saveDraft } from '../draft/workflow.queries.ts';
import { choosePinned } from '../run/run-data-store.ts';
import type { ExecutionDetail } from './execution.queries.ts';
import { withPinsOf } from './pins-of-run.ts';

/** Pins what an execution's triggers and nodes gave in the draft of its workflow, and has runs begin with it. @throws ApiProblem */
export async function copyIntoDraft(execution: ExecutionDetail): Promise<void> {
  const draft = await fetchWorkflow(execution.workflowId);
  const document = withPinsOf(documentOf(draft), execution.runs);
  await saveDraft(draft.id, document, draft.version);
  for (const node of Object.keys(document.pins ?? {})) choosePinned(draft.id, node);
}
