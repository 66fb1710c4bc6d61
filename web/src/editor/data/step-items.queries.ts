import type { Item } from '@orchestrator/workflow';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client.ts';
import type { StepItem } from '../run/run-store.ts';

const PAGE = 100;

/** The items that went into or came out of a step, page by page. */
export const stepItemsQuery = (executionId: string | undefined, index: number | undefined, side: 'in' | 'out') =>
  infiniteQueryOptions({
    queryKey: ['executions', executionId, 'steps', index, side],
    enabled: executionId !== undefined && index !== undefined,
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam, signal }) => {
      const page = await unwrap(
        api.GET('/api/v1/executions/{id}/steps/{index}', {
          params: {
            path: { id: executionId ?? '', index: index ?? 0 },
            query: { side, limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) },
          },
          signal,
        }),
      );
      return page as { items: StepItem[]; nextCursor: string | null };
    },
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    // What a step gave does not change.
    staleTime: Number.POSITIVE_INFINITY,
    retry: 1,
  });

/** The items at one port of a step, or at all of them. */
export const itemsAt = (pages: readonly { items: readonly StepItem[] }[] | undefined, port?: number): Item[] =>
  (pages ?? []).flatMap(({ items }) =>
    items.filter((each) => port === undefined || each.port === port).map(({ item }) => item),
  );
