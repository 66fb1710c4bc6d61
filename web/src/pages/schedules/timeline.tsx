import { Link } from '@tanstack/react-router';
import { useFormat } from '../../texts/format.ts';
import { useTexts } from '../../texts/texts.ts';
import { useZonedFormat } from '../../texts/zoned-format.ts';
import type { Upcoming } from './schedules.queries.ts';

/** As many as one looks at. */
const SHOWN = 12;

/** What runs next, by the day and the time of the zone that each schedule goes by. */
export function Timeline({ upcoming }: { upcoming: readonly Upcoming[] }) {
  const { schedules } = useTexts();
  const format = useFormat();
  const zoned = useZonedFormat();
  const now = new Date();
  const days = Map.groupBy(upcoming.slice(0, SHOWN), ({ at, schedule: { timezone } }) => {
    const day = zoned.day(at, timezone);
    return day === zoned.day(now, timezone) ? schedules.today : day;
  });
  return (
    <section aria-label={schedules.next} className="mb-5">
      <h2 className="mb-2 font-semibold">{schedules.next}</h2>
      <div className="rounded-card border border-line bg-surface px-4 py-2">
        {[...days].map(([name, runs]) => (
          <div
            key={name}
            className="flex gap-4 border-b border-line py-2 last:border-0 max-phone:flex-col max-phone:gap-1"
          >
            <h3 className="w-48 shrink-0 text-muted max-phone:w-auto">{name}</h3>
            <ol className="min-w-0 flex-1">
              {runs.map(({ at, schedule }) => (
                <li key={`${schedule.id} ${at}`} className="flex items-baseline gap-3 py-0.5">
                  <time
                    dateTime={at}
                    title={zoned.dateTime(at, schedule.timezone)}
                    className="w-56 shrink-0 truncate text-sm max-phone:w-40"
                  >
                    <span className="font-mono">{zoned.time(at, schedule.timezone)}</span>{' '}
                    <span className="text-muted">{schedule.timezone}</span>
                  </time>
                  <Link
                    to="/workflows/$workflowId"
                    params={{ workflowId: schedule.workflowId }}
                    className="min-w-0 truncate font-medium hover:underline"
                  >
                    {schedule.workflowName}
                  </Link>
                  <span className="ms-auto shrink-0 text-sm text-muted">{format.ago(at)}</span>
                </li>
              ))}
            </ol>
          </div>
        ))}
      </div>
    </section>
  );
}
