import type { ItemError, WorkflowNode } from '@orchestrator/workflow';
import { useState } from 'react';
import { useSession } from '../../api/session.ts';
import { CredentialDialog } from '../../forms/credential-dialog.tsx';
import { told, toldBesides } from '../../texts/messages.ts';
import { useTexts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { JsonView } from '../data/json-view.tsx';
import { useLooks } from '../node-types/looks.ts';
import { lineOf } from './code-place.ts';
import { FaultPlace } from './fault-place.tsx';

/** Failures of what comes before anything is done outside: reading the parameters, finding the other side, being let out. */
const NEVER_LEFT = /^(expression|parameter|credential|egress|workflow)\.|^node\.placeholder$|^http\.(dns|url|proxy)$/;

interface Props {
  node: WorkflowNode;
  error: ItemError;
  attempts: number;
  onRetry?(): void;
  /** Shows the line of the code that failed. */
  onShowLine?(line: number): void;
  onEditRetry?(): void;
}

/** What went wrong in a node, where, whether anything was done outside, and what can be done next. */
export function NodeFault({ node, error, attempts, onRetry, onShowLine, onEditRetry }: Props) {
  const { panel, run } = useTexts();
  const { effect } = useLooks(node.id);
  const outside = NEVER_LEFT.test(error.code ?? '') ? 'never' : effect;
  const [details, setDetails] = useState(false);
  const [opened, setOpened] = useState(false);
  const canEdit = useSession(({ signed }) => signed !== undefined && signed.tenant.role !== 'viewer');
  const credential = credentialOf(error);
  const line = lineOf(error);
  return (
    <div role="alert" className="mx-3.5 mb-3 rounded-card border border-bad bg-bad-soft p-3.5">
      <p className="font-semibold wrap-anywhere text-bad">{told(error.message, error.code)}</p>
      <FaultPlace node={node} error={error} more={attempts > 1 ? `${run.attempts(attempts)}.` : undefined} />
      {error.description && (
        <p className="mt-1 wrap-anywhere whitespace-pre-line">{toldBesides(error.description, error.code)}</p>
      )}
      {outside && <p className="mt-1 text-muted">{panel.outside[outside]}</p>}
      <div className="mt-2.5 flex flex-wrap gap-2">
        {onRetry && <Button onClick={onRetry}>{panel.tryAgain}</Button>}
        {onShowLine && line !== undefined && <Button onClick={() => onShowLine(line)}>{panel.showLine(line)}</Button>}
        {credential && canEdit && <Button onClick={() => setOpened(true)}>{panel.openCredential}</Button>}
        {onEditRetry && <Button onClick={onEditRetry}>{panel.editRetry}</Button>}
        {error.details && (
          <Button aria-expanded={details} onClick={() => setDetails(!details)}>
            {panel.details}
          </Button>
        )}
      </div>
      {credential && opened && <CredentialDialog {...credential} onClose={() => setOpened(false)} />}
      {details && error.details && (
        <div className="mt-2 max-h-80 overflow-auto rounded-control bg-surface py-2">
          <JsonView plain items={[{ json: error.details }]} />
        </div>
      )}
    </div>
  );
}

/** The credential that a fault names, to be opened where it stands. */
function credentialOf({ details }: ItemError): { id: string; type: string } | undefined {
  const { id, type } = Object(details?.credential) as { id?: unknown; type?: unknown };
  return typeof id === 'string' && typeof type === 'string' ? { id, type } : undefined;
}
