import { useFormat } from '../../texts/format.ts';
import { useTexts } from '../../texts/texts.ts';
import { useExecutionStats } from './executions.queries.ts';
import { HourBars } from './hour-bars.tsx';

/** What happened in the last day: figures, and a bar an hour. */
export function ExecutionFigures({ workflowId }: { workflowId: string | undefined }) {
  const { executions } = useTexts();
  const format = useFormat();
  const stats = useExecutionStats(workflowId).data;
  return (
    <div className="flex min-h-[53px] flex-wrap items-end gap-x-7 gap-y-2 max-phone:min-h-[104px]">
      {stats && (
        <>
          <Figure label={executions.last24} value={format.number(stats.total)} />
          <Figure
            label={executions.failed}
            value={format.number(stats.failed)}
            bad={stats.failed > 0}
            aside={stats.failed > 0 ? format.percent(stats.failed / stats.total) : undefined}
          />
          <Figure
            label={executions.p95}
            value={stats.p95Ms === null ? executions.nothingEnded : format.span(stats.p95Ms)}
          />
          {stats.tests > 0 && <Figure label={executions.tests} value={format.number(stats.tests)} />}
          <HourBars stats={stats} />
        </>
      )}
    </div>
  );
}

function Figure({ label, value, aside, bad }: { label: string; value: string; aside?: string; bad?: boolean }) {
  return (
    <div>
      <p className="text-muted">{label}</p>
      <p className={`text-xl font-semibold ${bad ? 'text-bad' : ''}`}>
        {value} {aside && <span className="text-base font-normal text-muted">{aside}</span>}
      </p>
    </div>
  );
}
