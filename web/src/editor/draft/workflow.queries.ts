import type { WorkflowDocument } from '@orchestrator/workflow';
import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';

/** A stored workflow: its document, and what the server knows of it. */
export type WorkflowAnswer = WorkflowDocument & components['schemas']['WorkflowFacts'];

/** The generated types have a position as any list of numbers; in the document it is a pair. */
const answer = async (call: Promise<unknown>): Promise<WorkflowAnswer> => (await call) as WorkflowAnswer;

/** One workflow as it is stored. The editor takes it once and keeps its own from then on. */
export const workflowQuery = (id: string, version?: number) =>
  queryOptions({
    queryKey: ['workflows', id, version ?? 'newest'],
    queryFn: () => fetchWorkflow(id, version),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    structuralSharing: false,
  });

export const fetchWorkflow = (id: string, version?: number): Promise<WorkflowAnswer> =>
  answer(unwrap(api.GET('/api/v1/workflows/{id}', { params: { path: { id }, query: version ? { version } : {} } })));

/** The document alone, without what the server says of it. */
export function documentOf(stored: WorkflowAnswer): WorkflowDocument {
  const { id, version, activeVersion, liveNumber, active, folderId, createdAt, updatedAt, ...document } = stored;
  return document;
}

/** Saves a draft based on a version. @throws ApiProblem 409 `workflow.stale` */
export const saveDraft = (id: string, document: WorkflowDocument, base: number): Promise<WorkflowAnswer> =>
  answer(
    unwrap(
      api.PUT('/api/v1/workflows/{id}', {
        params: { path: { id }, query: { autosave: true } },
        body: { ...document, version: base },
      }),
    ),
  );

export const createWorkflow = (document: WorkflowDocument): Promise<WorkflowAnswer> =>
  answer(unwrap(api.POST('/api/v1/workflows', { body: document })));

export const placeWorkflow = (id: string, folderId: string | null) =>
  unwrap(api.PATCH('/api/v1/workflows/{id}', { params: { path: { id } }, body: { folderId } }));
