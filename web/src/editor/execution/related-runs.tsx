import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFormat } from '../../texts/format.ts';
import { told } from '../../texts/messages.ts';
import { useTexts } from '../../texts/texts.ts';
import { classNames } from '../../ui/class-names.ts';
import { StatusBadge } from '../run/status-badge.tsx';
import type { ExecutionDetail } from './execution.queries.ts';
import { useExecutionPlace } from './execution-place.ts';
import { useVersionName } from './run-versions.ts';

/** Runs of sub-workflows in the row; the others are at the steps that started them. */
const SHOWN = 6;

/** The executions around this one: its attempts, who called it, what it called. Nothing where it stands alone. */
export function RelatedRuns({ execution }: { execution: ExecutionDetail }) {
  const { executions } = useTexts();
  const { attempts, parent, children, childCount, workflowId } = execution;
  const versionName = useVersionName(workflowId);
  return (
    <>
      {attempts.length > 1 && (
        <Row label={executions.attempts}>
          {attempts.map((each, index) => (
            <RunLink
              key={each.id}
              run={each}
              isHere={each.id === execution.id}
              name={executions.attempt(index + 1)}
              more={executions.onVersion(versionName(each.version, each.liveNumber))}
            />
          ))}
        </Row>
      )}
      {parent && (
        <Row label={executions.calledBy}>
          <RunLink run={parent} name={parent.workflowName ?? executions.gone} />
        </Row>
      )}
      {children.length > 0 && (
        <Row label={executions.called(childCount)}>
          {children.slice(0, SHOWN).map((each) => (
            <RunLink
              key={each.id}
              run={each}
              name={`${each.node} → ${each.workflowName ?? executions.gone}`}
              more={each.wait ? undefined : executions.notWaitedFor}
            />
          ))}
          {childCount > SHOWN && <li className="shrink-0 text-muted">{executions.moreCalled(childCount - SHOWN)}</li>}
        </Row>
      )}
    </>
  );
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav
      aria-label={label}
      className="flex shrink-0 items-center gap-2.5 border-b border-line bg-surface px-3.5 py-1 max-phone:flex-wrap"
    >
      <span aria-hidden="true" className="shrink-0 text-sm text-muted">
        {label}
      </span>
      <ul className="flex min-w-0 items-center gap-1 overflow-x-auto p-0.5">{children}</ul>
    </nav>
  );
}

type Related = Pick<
  ExecutionDetail['attempts'][number],
  'id' | 'workflowId' | 'status' | 'startedAt' | 'queuedAt' | 'error'
>;

/** Another execution in a word, as a link to it. */
export function RunLink({
  run,
  name,
  more,
  isHere = false,
}: {
  run: Related;
  name: string;
  more?: string;
  isHere?: boolean;
}) {
  const format = useFormat();
  const place = useExecutionPlace();
  return (
    <li className="shrink-0">
      <Link
        {...place(run.id, run.workflowId)}
        aria-current={isHere ? 'page' : undefined}
        title={run.error ? told(run.error.message) : undefined}
        className={classNames(
          'flex min-h-7 items-center gap-2 rounded-control border px-2 max-phone:min-h-10',
          isHere ? 'border-accent bg-accent-soft font-medium' : 'border-transparent hover:bg-sunken',
        )}
      >
        {name}
        <StatusBadge status={run.status} />
        <span className="font-mono text-sm text-muted">{format.moment(run.startedAt ?? run.queuedAt)}</span>
        {more && <span className="text-sm text-muted">{more}</span>}
      </Link>
    </li>
  );
}
