import type { WorkflowNode } from '@orchestrator/workflow';
import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../../api/client.ts';
import { useFormat } from '../../../texts/format.ts';
import { useTexts } from '../../../texts/texts.ts';
import { useEditor } from '../../editor-store.ts';

const COUNT = 5;

/** When a schedule starts its live workflow next. */
export function NextTimes({ node }: { node: WorkflowNode }) {
  const { panel } = useTexts();
  const format = useFormat();
  const workflowId = useEditor((state) => state.workflowId);
  const { data } = useQuery({
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
        live: own.length > 0,
        paused: own.length > 0 && own.every(({ paused }) => paused),
        zone: own[0]?.timezone,
        times: times
          .flatMap((each) => each.items)
          .sort()
          .slice(0, COUNT),
      };
    },
  });
  return (
    <section aria-label={panel.nextTimes} className="rounded-card border border-line p-3">
      <p className="font-medium">{panel.nextTimes}</p>
      {data?.live && !data.paused ? (
        <ol className="mt-1 font-mono text-sm">
          {data.times.map((time) => (
            <li key={time}>
              {format.dateTime(time)} <span className="text-muted">· {format.ago(time)}</span>
            </li>
          ))}
        </ol>
      ) : (
        <p className="mt-1 text-muted">{data?.paused ? panel.schedulePaused : panel.scheduleNotLive}</p>
      )}
      {data?.live && data.zone && <p className="mt-1 text-sm text-muted">{panel.scheduleZone(data.zone)}</p>}
    </section>
  );
}
