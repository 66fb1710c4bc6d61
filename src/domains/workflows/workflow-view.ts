import type { WorkflowDocument } from '@orchestrator/workflow';
import type { WorkflowFacts } from './dto/workflow-answers.js';
import type { Workflow, WorkflowVersion } from './workflow.entity.js';

/** A workflow as the API shows it: its document, and what the server knows of it. */
export type WorkflowView = WorkflowDocument & WorkflowFacts;

export function factsOf(row: Workflow, version = row.version): WorkflowFacts {
  return {
    id: row.id,
    name: row.name,
    version,
    activeVersion: row.activeVersion,
    liveNumber: row.liveNumber,
    active: row.activeVersion !== null,
    folderId: row.folderId,
    tags: row.tags,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

export function viewOf(row: Workflow, saved: Pick<WorkflowVersion, 'document' | 'version'>): WorkflowView {
  // An older version had the name that it was saved with.
  return { ...saved.document, ...factsOf(row, saved.version), name: saved.document.name };
}

/** Members that the API adds to a document; a document sent back carries them, and they are not part of it. */
const FACTS = ['id', 'version', 'activeVersion', 'liveNumber', 'active', 'folderId', 'createdAt', 'updatedAt'] as const;

/** A document as a caller sent it, without what the server adds. */
export function withoutFacts(body: Record<string, unknown>): Record<string, unknown> {
  const document = { ...body };
  for (const name of FACTS) delete document[name];
  return document;
}
