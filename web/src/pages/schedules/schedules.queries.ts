import { useInfiniteQuery, useMutation, useQueries, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';

export type Schedule = components['schemas']['ScheduleView'];
const PAGE = 50;
/** Schedules whose next times are asked for, and how many times of each: more than the page shows. */
const TOLD = 20;
const TIMES = 6;
/** Times pass: the list is asked anew this often. */
const FRESH_MS = 30_000;

export const useSchedules = () =>
  useInfiniteQuery({
    queryKey: ['schedules', 'list'],
    queryFn: ({ pageParam: cursor }) =>
      unwrap(api.GET('/api/v1/schedules', { params: { query: { limit: PAGE, cursor } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    refetchInterval: FRESH_MS,
  });

export interface Upcoming {
  at: string;
  schedule: Schedule;
}

/**
 * What runs next, over all schedules that are not paused, the soonest first.
 * @returns nothing while their times are asked for the first time
 */
export function useUpcoming(schedules: readonly Schedule[]): readonly Upcoming[] | undefined {
  const soonest = schedules
    .filter(({ paused, nextAt }) => !paused && nextAt)
    .sort((a, b) => String(a.nextAt).localeCompare(String(b.nextAt)))
    .slice(0, TOLD);
  return useQueries({
    queries: soonest.map((schedule) => ({
      queryKey: ['schedules', 'upcoming', schedule.id, schedule.nextAt],
      queryFn: () =>
        unwrap(
          api.GET('/api/v1/schedules/{id}/upcoming', {
            params: { path: { id: schedule.id }, query: { count: TIMES } },
          }),
        ),
    })),
    combine: (answers) =>
      answers.every(({ isPending }) => isPending) && answers.length > 0
        ? undefined
        : answers
            .flatMap(({ data }, index) =>
              (data?.items ?? []).map((at) => ({ at, schedule: soonest[index] as Schedule })),
            )
            .sort((a, b) => a.at.localeCompare(b.at)),
  });
}

/** Pauses or resumes; the switch moves at once, and back when it fails. */
export function usePause() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ schedule: { id }, pause }: { schedule: Schedule; pause: boolean }) => {
      const params = { params: { path: { id } } };
      return unwrap(
        pause ? api.POST('/api/v1/schedules/{id}/pause', params) : api.POST('/api/v1/schedules/{id}/resume', params),
      );
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['schedules'] }),
  });
}
