import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { executionQuery } from '../execution/execution.queries.ts';
import { useRun } from './run-store.ts';

const WaitingNotice = lazy(async () => ({
  default: (await import('../execution/waiting-notice.tsx')).WaitingNotice,
}));

/** How often it is looked whether the wait is written: the stream tells of it a moment before. */
const LOOK_MS = 1_000;

/** What the run waits for that is shown in the editor, with the way to let it go on. */
export function WaitingRun() {
  const id = useRun(({ shown }) => (shown?.status === 'waiting' ? shown.executionId : undefined));
  const { data } = useQuery({
    ...executionQuery(id ?? ''),
    enabled: id !== undefined,
    refetchInterval: ({ state }) => (state.data?.status === 'waiting' ? false : LOOK_MS),
  });
  if (id === undefined || data?.id !== id) return null;
  return (
    <Suspense>
      <WaitingNotice execution={data} />
    </Suspense>
  );
}
