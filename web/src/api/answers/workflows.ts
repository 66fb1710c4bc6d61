import type { components } from '../schema.d.ts';

/** A workflow in the list. What is optional comes from servers that tell it. */
export type ListedWorkflow = components['schemas']['WorkflowFacts'] & {
  /** What starts it: names of node types. */
  triggers?: readonly string[];
  lastRun?: { id: string; status: string; startedAt: string | null } | null;
  updatedBy?: { id: string; name: string } | null;
};
