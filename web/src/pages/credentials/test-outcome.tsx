import { Check, X } from 'lucide-react';
import { useTestOutcomes } from '../../forms/test-outcomes.ts';
import { useFormat } from '../../texts/format.ts';
import { useTexts } from '../../texts/texts.ts';
import { Badge } from '../../ui/badge.tsx';

/** How the last test of a credential came out, and when. */
export function LastTest({ id }: { id: string }) {
  const { credentials } = useTexts();
  const format = useFormat();
  const outcome = useTestOutcomes(({ outcomes }) => outcomes[id]);
  if (!outcome) return <span className="text-muted">{credentials.notTested}</span>;
  return (
    <span className="flex items-center gap-2" title={outcome.message}>
      <Badge tone={outcome.ok ? 'ok' : 'bad'}>
        {outcome.ok ? <Check size={12} aria-hidden="true" /> : <X size={12} aria-hidden="true" />}
        {outcome.ok ? credentials.works : credentials.fails}
      </Badge>
      <time dateTime={outcome.at} className="text-sm text-muted">
        {format.moment(outcome.at)}
      </time>
    </span>
  );
}
