import { type InfiniteData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, unwrap } from '../../api/client.ts';
import type { components, paths } from '../../api/schema.d.ts';
import { arrivalsOf, broughtIn, type Head, type ListPage, updatedBy } from './arrivals.ts';

export type Execution = components['schemas']['ExecutionView'];
export type ListFilter = Omit<
  NonNullable<paths['/api/v1/executions']['get']['parameters']['query']>,
  'limit' | 'cursor'
>;

const PAGE = 50;
/** A page that is shown, and as many that may have come since. */
const HEAD = 2 * PAGE;
/** While a list is looked at, it is brought up to date this often. */
const REFRESH_MS = 5_000;
/** Whoever comes back from an execution within this time finds the list as they left it. */
const KEPT_MS = 30_000;

async function page(filter: ListFilter, limit: number, cursor: string, signal: AbortSignal): Promise<ListPage> {
  const asked = { ...filter, limit, ...(cursor ? { cursor } : {}) };
  const fetchedAt = Date.now();
  const { items, nextCursor } = await unwrap(api.GET('/api/v1/executions', { params: { query: asked }, signal }));
  return { items, nextCursor, fetchedAt };
}

/**
 * Executions, newest first, a page at a time. What is shown follows what happens to it; what is new waits until the reader
 * asks for it, so that no row moves under their eyes.
 */
export function useExecutions(filter: ListFilter) {
  const queries = useQueryClient();
  const queryKey = ['executions', 'list', filter];
  const list = useInfiniteQuery({
    queryKey,
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => page(filter, PAGE, pageParam, signal),
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    placeholderData: (before) => before,
    staleTime: KEPT_MS,
    refetchOnWindowFocus: false,
  });
  const isShown = list.isSuccess && !list.isPlaceholderData;
  const head = useQuery({
    queryKey: ['executions', 'head', filter],
    queryFn: ({ signal }) => page(filter, HEAD, '', signal),
    refetchInterval: REFRESH_MS,
    enabled: isShown,
  }).data;

  const pages = isShown ? list.data.pages : undefined;
  const arrivals = pages && head ? arrivalsOf(pages, head) : undefined;
  const set = (change: (pages: readonly ListPage[], head: Head) => readonly ListPage[]) => {
    if (!head) return;
    queries.setQueryData<InfiniteData<ListPage, string>>(queryKey, (data) => {
      if (!data) return data;
      const next = [...change(data.pages, head)];
      return { pages: next, pageParams: data.pageParams.slice(0, next.length) };
    });
  };
  const isEmpty = pages?.every(({ items }) => items.length === 0) ?? false;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each answer
  useEffect(() => set(isEmpty ? broughtIn : updatedBy), [head]);
  return { list, arrivals: isEmpty ? undefined : arrivals, bringIn: () => set(broughtIn) };
}

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
