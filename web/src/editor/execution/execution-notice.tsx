import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '../../api/session.ts';
import { told, toldBesides } from '../../texts/messages.ts';
import { useTexts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { toastFault } from '../../ui/toast.tsx';
import { useEditor } from '../editor-store.ts';
import { useNodeTypes } from '../node-types/node-types.queries.ts';
import { FaultPlace } from '../panel/fault-place.tsx';
import { isOver } from '../run/run-events.ts';
import { type ExecutionDetail, executionCalls } from './execution.queries.ts';
import { ShowNode } from './show-node.tsx';
import { WaitingNotice } from './waiting-notice.tsx';

/** What a person has to know or decide: why it failed, what it waits for, what nobody knows. */
export function ExecutionNotice({ execution }: { execution: ExecutionDetail }) {
  if (execution.status === 'error') return <Failed execution={execution} />;
  if (!isOver(execution) && execution.waiting) return <WaitingNotice execution={execution} />;
  if (execution.status === 'in_doubt') return <InDoubt execution={execution} />;
  return null;
}

function Failed({ execution: { error, summary } }: { execution: ExecutionDetail }) {
  const { executions } = useTexts();
  const types = useNodeTypes();
  const node = useEditor(({ document }) => document.nodes.find(({ name }) => name === summary?.node));
  if (!error) return null;
  const effect = node && types?.find(node.type, node.version)?.effect;
  return (
    <div role="alert" className="shrink-0 border-b border-bad bg-bad-soft px-4 py-2.5">
      <div className="flex flex-wrap items-center gap-2">
        <p className="min-w-64 flex-1">
          <span className="font-semibold text-bad">
            {summary?.node ? executions.errorTitle(summary.node) : executions.errorUnknown}.
          </span>{' '}
          <span className="wrap-anywhere">{told(error.message, error.code)}</span>
        </p>
        <ShowNode name={summary?.node} />
      </div>
      <FaultPlace node={node} error={error} />
      {error.description && <p className="mt-1 wrap-anywhere">{toldBesides(error.description, error.code)}</p>}
      {effect === 'external' && <p className="mt-1 text-muted">{executions.outsideYes}</p>}
    </div>
  );
}

/** A step was sent and no answer was seen: a person says what became of it. */
function InDoubt({ execution }: { execution: ExecutionDetail }) {
  const { executions } = useTexts();
  const queries = useQueryClient();
  const canEdit = useSession(({ signed }) => signed?.tenant.role !== 'viewer');
  const [busy, setBusy] = useState<string>();
  const answer = async (kind: 'again' | 'done' | 'stop') => {
    setBusy(kind);
    try {
      await executionCalls.answer(execution.id, kind);
      await queries.invalidateQueries({ queryKey: ['executions'] });
    } catch (fault) {
      toastFault(fault);
    } finally {
      setBusy(undefined);
    }
  };
  const choices = [
    { kind: 'again', label: executions.doubtAgain, text: executions.doubtAgainText },
    { kind: 'done', label: executions.doubtDone, text: executions.doubtDoneText },
    { kind: 'stop', label: executions.doubtStop, text: executions.doubtStopText },
  ] as const;
  return (
    <section aria-labelledby="doubt" className="shrink-0 border-b border-warn bg-warn-soft px-4 py-3">
      <h2 id="doubt" className="font-semibold text-warn">
        {executions.doubtTitle(execution.summary?.node ?? '?')}
      </h2>
      <p className="mt-0.5">{executions.doubtText}</p>
      {canEdit && (
        <ul className="mt-2 flex flex-wrap gap-4">
          {choices.map(({ kind, label, text }) => (
            <li key={kind} className="max-w-64">
              <Button busy={busy === kind} onClick={() => void answer(kind)}>
                {label}
              </Button>
              <p className="mt-1 text-sm text-muted">{text}</p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
