import type { WorkflowNode } from '@orchestrator/workflow';
import { Radio } from 'lucide-react';
import { useFormat } from '../../../texts/format.ts';
import { useTexts } from '../../../texts/texts.ts';
import { Button } from '../../../ui/button.tsx';
import { toastFault } from '../../../ui/toast.tsx';
import { useEditor } from '../../editor-store.ts';
import { ListeningDot } from './listening-dot.tsx';
import { stopListening, useIsListening, useMissed, useRefusedCalls } from './listening-store.ts';
import { useListen } from './use-listen.ts';

/** Waits for one call of the test addresses, and tells of those that came and were not taken. */
export function ListenButton({ node }: { node: WorkflowNode }) {
  const { panel, webhooks } = useTexts();
  const workflowId = useEditor((state) => state.workflowId);
  const isListening = useIsListening(workflowId, node.id);
  const missed = useMissed(workflowId);
  const { busy, begin } = useListen();
  if (!isListening) {
    return (
      <>
        {missed && (
          <p role="status" className="mt-2 text-sm text-warn">
            {webhooks.missed}
          </p>
        )}
        <Button className="mt-2" icon={<Radio size={14} />} busy={busy} onClick={begin}>
          {panel.listen}
        </Button>
      </>
    );
  }
  return (
    <div className="mt-2 flex flex-col gap-2">
      <p role="status" className="flex items-center gap-2 text-run">
        <ListeningDot />
        {panel.listening}
      </p>
      <Refused />
      <div>
        <Button onClick={() => void stopListening().catch(toastFault)}>{panel.stopListening}</Button>
      </div>
    </div>
  );
}

/** What came and was not taken, with the reason that its caller was given. */
function Refused() {
  const { webhooks } = useTexts();
  const format = useFormat();
  const refused = useRefusedCalls();
  return (
    <ul aria-label={webhooks.refused} aria-live="polite" className="flex flex-col gap-1 empty:hidden">
      {refused.map(({ method, path, status, detail, at }) => (
        <li key={at} className="rounded-control border border-bad bg-bad-soft px-2.5 py-1.5 text-sm">
          <p className="flex flex-wrap gap-x-2">
            <span className="font-mono break-all text-bad">
              ✕ {method} /{path}
            </span>
            <span className="text-muted">
              {webhooks.answered(status)} · {format.moment(at)}
            </span>
          </p>
          <p>{detail}</p>
        </li>
      ))}
    </ul>
  );
}
