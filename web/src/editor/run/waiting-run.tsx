import { useQuery } from '@tanstack/react-query';
import { executionQuery } from '../execution/execution.queries.ts';
import { WaitingNotice } from '../execution/waiting-notice.tsx';
import { useRun } from './run-store.ts';

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
  return id !== undefined && data?.id === id ? <WaitingNotice execution={data} /> : null;
}
