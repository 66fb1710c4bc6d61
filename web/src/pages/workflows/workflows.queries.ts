import type { WorkflowDocument } from '@orchestrator/workflow';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ListedWorkflow } from '../../api/answers/workflows.ts';
import { api, unwrap } from '../../api/client.ts';
import type { ListQuery } from './list-search.ts';
import { documentOf } from './workflow-file.ts';

const PAGE = 100;

/** The list, a page at a time. */
export function useWorkflows(query: ListQuery & { folderId?: string }) {
  return useInfiniteQuery({
    queryKey: ['workflows', 'list', query],
    queryFn: async ({ pageParam, signal }) => {
      const page = await unwrap(
        api.GET('/api/v1/workflows', {
          params: { query: { ...query, limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      );
      return { ...page, items: page.items as readonly ListedWorkflow[] };
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: (before) => before,
    refetchOnWindowFocus: true,
  });
}

export const useFolders = () =>
  useQuery({
    queryKey: ['folders'],
    queryFn: async () => (await unwrap(api.GET('/api/v1/folders'))).items,
    staleTime: 30_000,
  });

const at = (id: string) => ({ params: { path: { id } } });

/** What can be done to workflows and folders. Each is done at the server before it resolves. @throws ApiProblem */
export const workflowCalls = {
  get: (id: string) => unwrap(api.GET('/api/v1/workflows/{id}', at(id))),
  create: (document: WorkflowDocument) => unwrap(api.POST('/api/v1/workflows', { body: document })),
  switchOn: (id: string) => unwrap(api.POST('/api/v1/workflows/{id}/activate', { ...at(id), body: {} })),
  switchOff: (id: string) => unwrap(api.POST('/api/v1/workflows/{id}/deactivate', at(id))),
  delete: (id: string) => unwrap(api.DELETE('/api/v1/workflows/{id}', at(id))),
  place: (id: string, place: { folderId?: string | null; tags?: string[] }) =>
    unwrap(api.PATCH('/api/v1/workflows/{id}', { ...at(id), body: place })),
  /** The name belongs to the document, so this saves a new draft. */
  async rename(id: string, name: string) {
    const workflow = await this.get(id);
    const body = { ...documentOf(workflow), name, version: workflow.version };
    return unwrap(api.PUT('/api/v1/workflows/{id}', { ...at(id), body }));
  },
  /** A copy, switched off, in the same folder. */
  async duplicate(id: string, name: string) {
    const workflow = await this.get(id);
    const copy = await this.create({ ...documentOf(workflow), name });
    if (workflow.folderId) await this.place(copy.id, { folderId: workflow.folderId });
    return copy;
  },
  createFolder: (name: string, parentId: string | undefined) =>
    unwrap(api.POST('/api/v1/folders', { body: { name, parentId: parentId ?? null } })),
  changeFolder: (id: string, name: string, parentId: string | null) =>
    unwrap(api.PUT('/api/v1/folders/{id}', { ...at(id), body: { name, parentId } })),
  deleteFolder: (id: string) => unwrap(api.DELETE('/api/v1/folders/{id}', at(id))),
};

/** Reads the lists anew after something was changed. */
export function useRefreshLists() {
  const queries = useQueryClient();
  return async () => {
    await Promise.all([
      queries.invalidateQueries({ queryKey: ['workflows'] }),
      queries.invalidateQueries({ queryKey: ['folders'] }),
    ]);
  };
}
