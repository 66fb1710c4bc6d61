import type { WorkflowDocument } from '@orchestrator/workflow';

/** Members of a document; what else an answer has is the server's. */
const MEMBERS = [
  'formatVersion',
  'name',
  'description',
  'nodes',
  'edges',
  'settings',
  'pins',
  'notes',
  'groups',
  'tags',
] as const satisfies readonly (keyof WorkflowDocument)[];

/** The document alone, out of what the server tells of a workflow. */
export function documentOf(workflow: object): WorkflowDocument {
  const all = workflow as Record<string, unknown>;
  return Object.fromEntries(
    MEMBERS.filter((name) => all[name] !== undefined).map((name) => [name, all[name]]),
  ) as unknown as WorkflowDocument;
}
