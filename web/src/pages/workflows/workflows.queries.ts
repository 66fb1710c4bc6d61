import type { WorkflowDocument } from '@orchestrator/workflow';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ListedWorkflow } from '../../api/answers/workflows.ts';
import { api, unwrap } from '../../api/client.ts';
import { saveFile } from '../../api/save-file.ts';
import type { ListQuery } from './list-search.ts';
import type { ListSort } from './list-sort.ts';
import { documentOf } from './workflow-file.ts';

const PAGE = 100;
/** While a list is looked at, its last runs are brought up to date this often. */
const REFRESH_MS = 10_000;

/** The list, a page at a time. */
export function useWorkflows(asked: ListQuery, { by, order }: ListSort) {
  const query = { ...asked, sort: by, order };
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
    // Further pages are as they were when they were asked for: refreshing all of them would cost a query each.
    refetchInterval: ({ state }) => ((state.data?.pages.length ?? 1) === 1 ? REFRESH_MS : false),
  });
}

/** All that fit, in figures. */
export const useWorkflowStats = (query: ListQuery) =>
  useQuery({
    queryKey: ['workflows', 'stats', query],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/workflows/stats', { params: { query }, signal })),
    placeholderData: (before) => before,
    refetchOnWindowFocus: true,
    refetchInterval: REFRESH_MS,
  });

/** The tags of all workflows, to choose from. */
export const useTags = () =>
  useQuery({
    queryKey: ['workflows', 'tags'],
    queryFn: async () => (await unwrap(api.GET('/api/v1/workflows/tags'))).items.map(({ tag }) => tag),
    staleTime: 30_000,
  });

export const useFolders = () =>
  useQuery({
    queryKey: ['folders'],
    queryFn: async () => (await unwrap(api.GET('/api/v1/folders'))).items,
    staleTime: 30_000,
  });

/** As long as a workflow's name may be. */
const NAME_LIMIT = 200;
const at = (id: string) => ({ params: { path: { id } } });

/** What can be done to workflows and folders. Each is done at the server before it resolves. @throws ApiProblem */
export const workflowCalls = {
  create: (document: WorkflowDocument) => unwrap(api.POST('/api/v1/workflows', { body: document })),
  switchOn: (id: string) => unwrap(api.POST('/api/v1/workflows/{id}/activate', { ...at(id), body: {} })),
  switchOff: (id: string) => unwrap(api.POST('/api/v1/workflows/{id}/deactivate', at(id))),
  setTags: (id: string, tags: string[]) => unwrap(api.PATCH('/api/v1/workflows/{id}', { ...at(id), body: { tags } })),
  /** The name belongs to the document, so this saves a new draft. */
  async rename(id: string, name: string) {
    const workflow = await unwrap(api.GET('/api/v1/workflows/{id}', at(id)));
    const body = { ...documentOf(workflow), name, version: workflow.version };
    return unwrap(api.PUT('/api/v1/workflows/{id}', { ...at(id), body }));
  },
  /** A copy, switched off, in the same folder. */
  duplicate: (id: string, name: string) =>
    unwrap(api.POST('/api/v1/workflows/{id}/duplicate', { ...at(id), body: { name: name.slice(0, NAME_LIMIT) } })),
  /** Workflows as a file: these, or all that fit. */
  export: (which: { ids: readonly string[] } | ListQuery) =>
    saveFile(
      '/api/v1/workflows/export',
      'ids' in which
        ? { ids: which.ids.join(',') }
        : Object.fromEntries(Object.entries(which).map(([key, value]) => [key, String(value)])),
    ),
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
