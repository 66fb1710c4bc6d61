import { Link } from '@tanstack/react-router';
import { useFormat } from '../../texts/format.ts';
import { useWords } from '../../texts/texts.ts';
import type { Upcoming } from './schedules.queries.ts';

/** As many as one looks at. */
const SHOWN = 12;

/** What runs next, by day. */
export function Timeline({ upcoming }: { upcoming: readonly Upcoming[] }) {
  const { language, texts } = useWords();
  const format = useFormat();
  const day = new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long' });
  const time = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit' });
  const days = Map.groupBy(upcoming.slice(0, SHOWN), ({ at }) => day.format(new Date(at)));
  const today = day.format(new Date());
  return (
    <section aria-label={texts.schedules.next} className="mb-5">
      <h2 className="mb-2 font-semibold">{texts.schedules.next}</h2>
      <div className="rounded-card border border-line bg-surface px-4 py-2">
        {[...days].map(([name, runs]) => (
          <div
            key={name}
            className="flex gap-4 border-b border-line py-2 last:border-0 max-phone:flex-col max-phone:gap-1"
          >
            <h3 className="w-48 shrink-0 text-muted max-phone:w-auto">
              {name === today ? texts.schedules.today : name}
            </h3>
            <ol className="min-w-0 flex-1">
              {runs.map(({ at, schedule }) => (
                <li key={`${schedule.id} ${at}`} className="flex items-baseline gap-3 py-0.5">
                  <time
                    dateTime={at}
                    title={format.dateTime(at)}
                    className="w-20 shrink-0 font-mono text-sm whitespace-nowrap"
                  >
                    {time.format(new Date(at))}
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
