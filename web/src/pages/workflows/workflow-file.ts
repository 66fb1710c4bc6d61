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

/** A name for a file, from the name of a workflow. */
export function fileName(name: string): string {
  const plain = name
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .toLowerCase();
  return `${plain.slice(0, 80) || 'workflow'}.json`;
}

/** Hands a file to the person. */
export function download(name: string, content: unknown): void {
  const url = URL.createObjectURL(new Blob([`${JSON.stringify(content, null, 2)}\n`], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Once the browser has begun to take it.
  setTimeout(() => URL.revokeObjectURL(url), 0);
}
