import type { components } from '../../api/schema.d.ts';
import { useFormat } from '../../texts/format.ts';
import { useTexts } from '../../texts/texts.ts';

/** All that fit, in one line; what is wrong leads to those that it is wrong with. */
export function WorkflowFigures({
  stats,
  onFailing,
}: {
  stats: components['schemas']['WorkflowStats'] | undefined;
  onFailing(): void;
}) {
  const { workflows } = useTexts();
  const format = useFormat();
  if (!stats) return <p className="text-muted">{'\u00a0'}</p>;
  const { total, live, changed, failing, neverRan } = stats;
  return (
    <p className="text-muted">
      {[
        workflows.figures(total, format.number(total), format.number(live)),
        ...(changed > 0 ? [workflows.changedFigure(changed)] : []),
        ...(neverRan > 0 ? [workflows.neverRanFigure(neverRan)] : []),
      ].join(' · ')}
      {failing > 0 && (
        <>
          {' · '}
          <button
            type="button"
            onClick={onFailing}
            className="rounded-control font-medium text-bad underline-offset-2 hover:underline"
          >
            {workflows.failingFigure(failing)}
          </button>
        </>
      )}
    </p>
  );
}
