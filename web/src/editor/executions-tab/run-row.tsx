import { Link } from '@tanstack/react-router';
import { FlaskConical } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { Execution } from '../../pages/executions/executions.queries.ts';
import { useExecutionWords } from '../../pages/executions/use-execution-words.ts';
import { useFormat } from '../../texts/format.ts';
import { useTexts } from '../../texts/texts.ts';
import { classNames } from '../../ui/class-names.ts';
import { useExecutionPlace } from '../execution/execution-place.ts';
import { StatusBadge } from '../run/status-badge.tsx';

/** One execution in the list beside it: how it came out and when, what started which version, and what is worth knowing. */
export function RunRow({ row, isShown }: { row: Execution; isShown: boolean }) {
  const { canvas, executions } = useTexts();
  const format = useFormat();
  const words = useExecutionWords();
  const place = useExecutionPlace();
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isShown) item.current?.scrollIntoView({ block: 'nearest' });
  }, [isShown]);
  const at = row.startedAt ?? row.queuedAt;
  const worth = words.worth(row);
  return (
    <li ref={item} className="border-b border-line last:border-0">
      <Link
        {...place(row.id, row.workflowId)}
        aria-current={isShown ? 'true' : undefined}
        className={classNames(
          'block border-s-2 px-3 py-2 -outline-offset-2',
          isShown ? 'border-accent bg-accent-soft' : 'border-transparent hover:bg-sunken',
        )}
      >
        <span className="flex items-center justify-between gap-2">
          <StatusBadge status={row.status} />
          <time dateTime={at} title={format.dateTime(at)} className="text-sm text-muted">
            {format.moment(at)}
          </time>
        </span>
        <span className="mt-1 flex items-center gap-1.5 text-sm text-muted">
          {row.isTest && (
            <FlaskConical size={12} role="img" aria-label={executions.kinds.test} className="shrink-0 text-faint" />
          )}
          <span className="min-w-0 flex-1 truncate">
            {canvas.version(row.version, row.liveNumber)} · {words.startedBy(row)}
          </span>
          <span className="shrink-0 font-mono">{words.took(row)}</span>
        </span>
        {worth && (
          <span
            title={worth}
            className={classNames(
              'mt-0.5 block truncate text-sm',
              row.status === 'error' || row.status === 'in_doubt' ? 'text-bad' : 'text-muted',
            )}
          >
            {worth}
          </span>
        )}
      </Link>
    </li>
  );
}
