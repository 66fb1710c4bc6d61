import type { JsonValue } from '@orchestrator/workflow';
import { useQueries } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { Fragment, useMemo, useRef, useState } from 'react';
import { type ExecutionDetail, executionQuery } from '../../editor/execution/execution.queries.ts';
import { StatusBadge } from '../../editor/run/status-badge.tsx';
import { useFormat } from '../../texts/format.ts';
import { told } from '../../texts/messages.ts';
import { useTexts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx';
import { type ComparedStep, comparedSteps, differences, endedOtherwise } from './compare.ts';

/** Items of a step that are compared field by field. */
const COMPARED = 20;

/** Two executions side by side: steps, times, counts, and what differs in the items. */
export default function ComparePage() {
  const { executions } = useTexts();
  const { a, b } = useSearch({ strict: false }) as { a?: unknown; b?: unknown };
  const ids = [a, b].filter((id): id is string => typeof id === 'string');
  const [one, other] = useQueries({ queries: ids.map((id) => executionQuery(id)) });
  if (ids.length < 2) return <EmptyState title={executions.compareTitle}>{executions.comparePick}</EmptyState>;
  const fault = one?.error ?? other?.error;
  if (fault) return <ErrorState fault={fault} />;
  return (
    <Page title={executions.compareTitle}>
      {one?.data && other?.data ? <Comparison one={one.data} other={other.data} /> : <Skeleton rows={8} />}
    </Page>
  );
}

function Comparison({ one, other }: { one: ExecutionDetail; other: ExecutionDetail }) {
  const { canvas, executions } = useTexts();
  const [open, setOpen] = useState<string>();
  const table = useRef<HTMLTableElement>(null);
  const rows = useMemo(
    () =>
      comparedSteps(one.runs, other.runs).map((row) => {
        const found = itemDifferences(row);
        const differs = endedOtherwise(row) || found.length > 0;
        return { ...row, key: `${row.run}\n${row.node}`, found, differs };
      }),
    [one, other],
  );
  const differing = rows.filter(({ differs }) => differs);
  const next = () => {
    const after = differing[differing.findIndex(({ key }) => key === open) + 1] ?? differing[0];
    if (!after) return;
    setOpen(after.key);
    const buttons = table.current?.querySelectorAll<HTMLButtonElement>('button[aria-expanded]');
    buttons?.[differing.indexOf(after)]?.focus();
  };
  return (
    <>
      {one.workflowId !== other.workflowId ? (
        <p className="mb-3 rounded-control bg-warn-soft px-3 py-2">{executions.otherWorkflow}</p>
      ) : (
        one.version !== other.version && (
          <p className="mb-3 rounded-control bg-warn-soft px-3 py-2">
            {executions.otherVersion(
              canvas.version(one.version, one.liveNumber),
              canvas.version(other.version, other.liveNumber),
            )}
          </p>
        )
      )}
      <div className="mb-3 flex flex-wrap items-center gap-3">
        <p role="status">{executions.stepsDiffer(differing.length, rows.length)}</p>
        {differing.length > 0 && (
          <Button onClick={next}>{open === undefined ? executions.firstDifference : executions.nextDifference}</Button>
        )}
      </div>
      <div className="relative overflow-x-auto rounded-card border border-line bg-surface">
        <table ref={table} className="w-full min-w-[560px] border-collapse">
          <thead className="bg-sunken text-start text-sm text-muted">
            <tr>
              <th scope="col" className="h-8 px-3 text-start font-medium">
                {executions.node}
              </th>
              <th scope="col" className="px-3 text-start font-medium">
                <Head execution={one} name={executions.first} />
              </th>
              <th scope="col" className="px-3 text-start font-medium">
                <Head execution={other} name={executions.second} />
              </th>
              <th scope="col" className="w-28 px-3 text-start font-medium">
                <span className="sr-only">{executions.differs}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, found, differs, ...row }) => {
              return (
                <Fragment key={key}>
                  <tr className="h-9 border-t border-line">
                    <td className="px-3 font-medium">
                      {row.node}
                      {row.run > 0 && <span className="text-muted"> ×{row.run + 1}</span>}
                    </td>
                    <Side step={row.one} other={executions.second} />
                    <Side step={row.other} other={executions.first} />
                    <td className="px-3">
                      {differs ? (
                        <button
                          type="button"
                          aria-expanded={open === key}
                          className="font-medium text-warn underline"
                          onClick={() => setOpen(open === key ? undefined : key)}
                        >
                          ≠ {executions.differs}
                        </button>
                      ) : (
                        <span className="text-muted">= {executions.same}</span>
                      )}
                    </td>
                  </tr>
                  {open === key && (
                    <tr>
                      <td colSpan={4} className="bg-bg px-3 py-2">
                        <Differences found={found} />
                      </td>
                    </tr>
                  )}
                </Fragment>
              );
            })}
          </tbody>
        </table>
      </div>
    </>
  );
}

function itemDifferences({ one, other }: ComparedStep) {
  const json = (step: ComparedStep['one']) =>
    step?.outputs.map((items) => items.slice(0, COMPARED).map((item) => item.json)) as unknown as JsonValue | undefined;
  return one && other ? differences(json(one), json(other)) : [];
}

function Head({ execution, name }: { execution: ExecutionDetail; name: string }) {
  const format = useFormat();
  return (
    <span className="flex flex-wrap items-center gap-2 py-1">
      <Link
        to="/executions/$executionId"
        params={{ executionId: execution.id }}
        search={{}}
        className="font-semibold text-text underline"
      >
        {name}
      </Link>
      <StatusBadge status={execution.status} />
      <span className="font-normal">{format.moment(execution.startedAt ?? execution.queuedAt)}</span>
    </span>
  );
}

function Side({ step, other }: { step: ComparedStep['one']; other: string }) {
  const { executions, run } = useTexts();
  const format = useFormat();
  if (!step) return <td className="px-3 text-muted">{executions.onlyIn(other)}</td>;
  const count = step.outputs.reduce((sum, items) => sum + items.length, 0);
  return (
    <td className={`px-3 ${step.status === 'error' ? 'text-bad' : ''}`}>
      {run.stepStatus[step.status]} · {executions.items(count)} ·{' '}
      <span className="font-mono text-sm">{format.span(step.finishedAt - step.startedAt)}</span>
      {step.error && <span className="block text-sm wrap-anywhere">{told(step.error.message, step.error.code)}</span>}
    </td>
  );
}

function Differences({ found }: { found: ReturnType<typeof differences> }) {
  const { executions } = useTexts();
  if (found.length === 0) return <p className="text-muted">{executions.noDifferences}</p>;
  const names = { added: executions.fieldAdded, removed: executions.fieldRemoved, changed: executions.fieldChanged };
  return (
    <>
      <p className="mb-1 text-sm text-muted">{executions.differences}</p>
      <ul className="flex flex-col gap-1 font-mono text-sm">
        {found.map(({ path, kind, before, after }) => (
          <li key={path} className="break-all">
            <span className="text-muted">
              {names[kind]} {path}:
            </span>{' '}
            {before !== undefined && <del className="text-bad">{JSON.stringify(before)}</del>}{' '}
            {after !== undefined && <ins className="text-ok no-underline">{JSON.stringify(after)}</ins>}
          </li>
        ))}
      </ul>
    </>
  );
}
