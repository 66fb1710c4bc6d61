import type { WorkflowDocument } from '@orchestrator/workflow';

/** A workflow to start from. */
export interface Template {
  id: string;
  name: string;
  description: string;
  tags: readonly string[];
  document: WorkflowDocument;
}
