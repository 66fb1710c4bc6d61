import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '../../api/session.ts';
import { useFormat } from '../../texts/format.ts';
import { told } from '../../texts/messages.ts';
import { useTexts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { confirm } from '../../ui/confirm.tsx';
import { toastFault } from '../../ui/toast.tsx';
import { CopyLine } from '../panel/triggers/copy-line.tsx';
import { type ExecutionDetail, executionCalls } from './execution.queries.ts';
import { ShowNode } from './show-node.tsx';

/** What a run waits for and until when, the address that lets it go on, and a way to go on now. */
export function WaitingNotice({ execution }: { execution: ExecutionDetail }) {
  const { executions } = useTexts();
  const format = useFormat();
  const { waiting } = execution;
  if (!waiting) return null;
  const { node, until, since, call } = waiting;
  return (
    <section aria-label={executions.waitingTitle} className="shrink-0 border-b border-warn bg-warn-soft px-4 py-2.5">
      <div className="flex flex-wrap items-center gap-2">
        <p className="min-w-64 flex-1">
          <span className="font-semibold text-warn">{executions.waitingTitle}</span> {executions.waitingAt(node)}{' '}
          {executions.waits[waiting.for]}
          {until && `, ${executions.waitsUntil(format.moment(until))} (${format.ago(until)})`}
          <span className="text-muted"> · {executions.waitsSince(format.moment(since))}</span>
          {call && !until && <span className="text-muted"> · {executions.waitsForEver}</span>}
        </p>
        <ShowNode name={node} />
        <ContinueNow execution={execution} />
      </div>
      {call && (
        <div className="mt-2 max-w-3xl">
          <CopyLine label={executions.resumeAddress} lead={call.method} text={call.url} />
          <p className="mt-1 text-sm text-muted">
            {call.authenticated ? executions.resumeWithCredential : executions.resumeOpen}
          </p>
        </div>
      )}
      {execution.tries && execution.tries.length > 0 && (
        <p className="mt-1 wrap-anywhere">{executions.lastTry(told(execution.tries.at(-1)?.error.message ?? ''))}</p>
      )}
    </section>
  );
}

/** Goes on as if the time had passed; only where that is the run's to do, and the person's. */
function ContinueNow({ execution: { id, status, waiting } }: { execution: ExecutionDetail }) {
  const { executions } = useTexts();
  const queries = useQueryClient();
  const canRun = useSession(({ signed }) => signed?.tenant.role !== 'viewer');
  const [busy, setBusy] = useState(false);
  const isForCall = waiting?.for === 'call';
  // A short wait is held by its worker, which goes on by itself in a moment.
  if (!canRun || status !== 'waiting' || !(isForCall || waiting?.for === 'time')) return null;
  const go = async () => {
    const agreed = await confirm({
      title: executions.continueTitle,
      text: isForCall ? executions.continueCallText : executions.continueTimeText,
      action: executions.continueNow,
    });
    if (!agreed) return;
    setBusy(true);
    try {
      await executionCalls.resume(id);
      await queries.invalidateQueries({ queryKey: ['executions'] });
    } catch (fault) {
      toastFault(fault);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button busy={busy} onClick={() => void go()}>
      {executions.continueNow}
    </Button>
  );
}
