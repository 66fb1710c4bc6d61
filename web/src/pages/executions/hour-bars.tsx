import type { components } from '../../api/schema.d.ts';
import { useFormat } from '../../texts/format.ts';
import { useTexts } from '../../texts/texts.ts';

const HEIGHT = 40;
/** What happened in an hour is seen, however little it was beside others. */
const LEAST = 2;

/** A bar an hour: what succeeded, with what failed on top. */
export function HourBars({ stats }: { stats: components['schemas']['ExecutionStats'] }) {
  const { executions } = useTexts();
  const format = useFormat();
  const most = Math.max(1, ...stats.buckets.map(({ succeeded, failed, others }) => succeeded + failed + others));
  const height = (count: number) => (count === 0 ? 0 : Math.max(LEAST, (count / most) * HEIGHT));
  return (
    <div
      role="img"
      aria-label={executions.barsLabel(stats.total, stats.failed)}
      className="flex min-w-0 flex-1 items-end gap-1 max-phone:basis-full"
      style={{ height: HEIGHT }}
    >
      {stats.buckets.map(({ at, succeeded, failed, others }) => (
        <div
          key={at}
          title={`${format.moment(at)}: ${succeeded + others} / ${failed}`}
          className="flex min-w-0 flex-1 flex-col justify-end"
          style={{ height: HEIGHT }}
        >
          {failed > 0 && <div className="rounded-t-[2px] bg-bad" style={{ height: height(failed) }} />}
          <div
            className="rounded-[2px] bg-accent opacity-55"
            style={{ height: Math.max(height(succeeded + others), 1) }}
          />
        </div>
      ))}
    </div>
  );
}
