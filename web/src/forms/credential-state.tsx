import { Check, CircleHelp, X } from 'lucide-react';
import type { components } from '../api/schema.d.ts';
import { useFormat } from '../texts/format.ts';
import { told } from '../texts/messages.ts';
import { useTexts } from '../texts/texts.ts';
import { Badge } from '../ui/badge.tsx';

type Proof = components['schemas']['CredentialProof'] | null;

/** Whether a credential works, as the last call with it showed: the same wherever it is shown. */
export function CredentialState({ proof }: { proof: Proof }) {
  const { credentials } = useTexts();
  const format = useFormat();
  if (!proof) {
    return (
      <span className="inline-flex items-center gap-1 text-sm text-muted" title={credentials.untriedHint}>
        <CircleHelp size={12} aria-hidden="true" />
        {credentials.untried}
      </span>
    );
  }
  const { ok, at, by, message } = proof;
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2" title={`${told(message)} ${format.dateTime(at)}`}>
      <Badge tone={ok ? 'ok' : 'bad'}>
        {ok ? <Check size={12} aria-hidden="true" /> : <X size={12} aria-hidden="true" />}
        {ok ? credentials.works : credentials.fails}
      </Badge>
      <span className="text-sm text-muted">
        <time dateTime={at}>{format.ago(at)}</time>, {credentials.shownBy[by]}
      </span>
    </span>
  );
}
