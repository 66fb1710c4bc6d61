import type { components } from '../../api/schema.d.ts';
import { useFormat } from '../../texts/format.ts';
import { useTexts } from '../../texts/texts.ts';

type Stats = components['schemas']['ExecutionStats'];

const HEIGHT = 38;
/** What happened in an hour is seen, however little it was beside others. */
const LEAST = 2;

/** A bar an hour: what succeeded, with what failed on top and apart from it. Said in words for those who can't see it. */
export function HourBars({ stats }: { stats: Stats }) {
  const { executions } = useTexts();
  const format = useFormat();
  const most = Math.max(1, ...stats.buckets.map(({ succeeded, failed, others }) => succeeded + failed + others));
  const height = (count: number) => (count === 0 ? 0 : Math.max(LEAST, (count / most) * HEIGHT));
  const hour = ({ at, succeeded, failed, others }: Stats['buckets'][number]) =>
    executions.hour(format.moment(at), succeeded + others, failed);
  const busy = stats.buckets.filter(({ succeeded, failed, others }) => succeeded + failed + others > 0);
  return (
    <div className="min-w-40 flex-1 max-phone:basis-full">
      <div
        role="img"
        aria-label={executions.barsLabel(stats.total, stats.failed)}
        className="flex items-end gap-1"
        style={{ height: HEIGHT }}
      >
        {stats.buckets.map((bucket) => {
          const { at, succeeded, failed, others } = bucket;
          return (
            <div
              key={at}
              title={hour(bucket)}
              className="group flex h-full min-w-0 flex-1 flex-col justify-end gap-px rounded-[2px] hover:bg-sunken"
            >
              {failed > 0 && <div className="shrink-0 rounded-[2px] bg-bad" style={{ height: height(failed) }} />}
              <div
                className="min-h-px rounded-[2px] bg-accent opacity-55 group-hover:opacity-80"
                style={{ height: height(succeeded + others) }}
              />
            </div>
          );
        })}
      </div>
      <div aria-hidden="true" className="mt-1 flex justify-between text-xs leading-none text-faint">
        <span>{executions.dayAgo}</span>
        <span>{executions.now}</span>
      </div>
      {busy.length > 0 && (
        <ul className="sr-only" aria-label={executions.byHour}>
          {busy.map((bucket) => (
            <li key={bucket.at}>{hour(bucket)}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
