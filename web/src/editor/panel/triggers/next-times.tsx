import type { WorkflowNode } from '@orchestrator/workflow';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { api, unwrap } from '../../../api/client.ts';
import { useFormat } from '../../../texts/format.ts';
import { useTexts } from '../../../texts/texts.ts';
import { useZonedFormat } from '../../../texts/zoned-format.ts';
import { useEditor } from '../../editor-store.ts';

const COUNT = 5;

/** When a schedule starts its workflow next: as it is live, and as it is drafted where that is not the same. */
export function NextTimes({ node }: { node: WorkflowNode }) {
  const { panel } = useTexts();
  const live = useLiveTimes(node);
  const draft = useDraftedTimes(node);
  const differs =
    live.data &&
    draft.data &&
    (live.data.zone !== draft.data.timezone || meaning(live.data.rules) !== meaning(draft.data.rules));
  const isLive = live.data?.zone !== undefined;
  return (
    <section aria-label={panel.nextTimes} className="rounded-card border border-line p-3">
      <p className="font-medium">{panel.nextTimes}</p>
      {live.data?.zone !== undefined && (
        <>
          <p className="mt-1 text-sm text-ok">{panel.scheduleLive}</p>
          {live.data.paused ? (
            <p className="text-muted">{panel.schedulePaused}</p>
          ) : (
            <Times times={live.data.times} zone={live.data.zone} />
          )}
        </>
      )}
      {live.data && !isLive && <p className="mt-1 text-muted">{panel.scheduleNotLive}</p>}
      {draft.error ? (
        <p className="mt-1 text-sm text-bad">{draft.error.message}</p>
      ) : (
        differs &&
        draft.data && (
          <>
            <p className="mt-2 text-sm text-warn">{panel.scheduleDrafted}</p>
            <Times times={draft.data.items} zone={draft.data.timezone} />
          </>
        )
      )}
    </section>
  );
}

function Times({ times, zone }: { times: readonly string[]; zone: string }) {
  const format = useFormat();
  const zoned = useZonedFormat();
  return (
    <ol className="text-sm">
      {times.map((time) => (
        <li key={time} className="flex flex-wrap gap-x-2">
          <time dateTime={time}>{zoned.dateTime(time, zone)}</time>
          <span className="text-muted">{format.ago(time)}</span>
        </li>
      ))}
    </ol>
  );
}

/** The times of the live version; no zone where this trigger is not part of one. */
function useLiveTimes(node: WorkflowNode) {
  const workflowId = useEditor((state) => state.workflowId);
  return useQuery({
    queryKey: ['schedules', 'next', workflowId, node.id],
    enabled: workflowId !== undefined,
    queryFn: async ({ signal }) => {
      const query = { workflowId: workflowId ?? '' };
      const { items } = await unwrap(api.GET('/api/v1/schedules', { params: { query }, signal }));
      const own = items.filter(({ nodeId }) => nodeId === node.id);
      const times = await Promise.all(
        own.map(({ id }) =>
          unwrap(
            api.GET('/api/v1/schedules/{id}/upcoming', { params: { path: { id }, query: { count: COUNT } }, signal }),
          ),
        ),
      );
      return {
        paused: own.length > 0 && own.every(({ paused }) => paused),
        zone: own[0]?.timezone,
        rules: own.map(({ rule }) => rule),
        times: times
          .flatMap((each) => each.items)
          .sort()
          .slice(0, COUNT),
      };
    },
  });
}

/** The times of the draft, as if it were published now. */
function useDraftedTimes(node: WorkflowNode) {
  const timezone = useEditor(({ document }) => document.settings.timezone);
  const parameters = useDeferredValue(node.parameters);
  return useQuery({
    queryKey: ['schedules', 'preview', parameters, timezone],
    queryFn: ({ signal }) =>
      unwrap(api.POST('/api/v1/schedules/preview', { body: { parameters, timezone, count: COUNT }, signal })),
    placeholderData: (before) => before,
    retry: false,
  });
}

/** What rules say, whatever the order of them and of their members. */
const meaning = (rules: readonly object[]): string =>
  rules
    .map((rule) => JSON.stringify(Object.entries(rule).sort()))
    .sort()
    .join();
