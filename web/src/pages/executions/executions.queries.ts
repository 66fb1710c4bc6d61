import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client.ts';
import type { components, paths } from '../../api/schema.d.ts';

export type Execution = components['schemas']['ExecutionView'];
export type ListFilter = Omit<
  NonNullable<paths['/api/v1/executions']['get']['parameters']['query']>,
  'limit' | 'cursor'
>;

const PAGE = 50;
/** While a list is looked at, it is brought up to date this often. */
const REFRESH_MS = 5_000;

/** Executions, newest first, a page at a time; the first page follows what happens. */
export const useExecutions = (filter: ListFilter) =>
  useInfiniteQuery({
    queryKey: ['executions', 'list', filter],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET('/api/v1/executions', {
          params: { query: { ...filter, limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: (before) => before,
    // Further pages are as they were when they were asked for: refreshing all of them would cost a query each.
    refetchInterval: (query) => ((query.state.data?.pages.length ?? 1) === 1 ? REFRESH_MS : false),
  });

/** What happened in the last day, in figures. */
export const useExecutionStats = (workflowId: string | undefined) =>
  useQuery({
    queryKey: ['executions', 'stats', workflowId],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/executions/stats', { params: { query: workflowId ? { workflowId } : {} }, signal })),
    refetchInterval: REFRESH_MS * 2,
    placeholderData: (before) => before,
  });

/** Names of workflows, to filter by. */
export const useWorkflowNames = () =>
  useQuery({
    queryKey: ['workflows', 'names'],
    queryFn: async () => (await unwrap(api.GET('/api/v1/workflows', { params: { query: { limit: 200 } } }))).items,
    staleTime: 30_000,
  });

export type BulkAction = components['schemas']['BulkBody']['action'];

export const bulk = (action: BulkAction, ids: readonly string[]) =>
  unwrap(api.POST('/api/v1/executions/bulk', { body: { action, ids: [...ids] } }));
