import { Clock, LogIn, MousePointerClick, RefreshCw, TriangleAlert, Webhook } from 'lucide-react';
import { useTexts } from '../../texts/texts.ts';
import type { TriggerKind } from './list-search.ts';

/** As the nodes themselves have them. */
const ICONS: Record<TriggerKind, typeof Clock> = {
  manual: MousePointerClick,
  webhook: Webhook,
  schedule: Clock,
  error: TriangleAlert,
  subworkflow: LogIn,
  poll: RefreshCw,
};

/** What starts a workflow: an icon a kind, with its name for those who hover and those who listen. */
export function TriggerIcons({ triggers }: { triggers: readonly TriggerKind[] }) {
  const { workflows } = useTexts();
  if (triggers.length === 0) return <span className="text-muted">{workflows.noTrigger}</span>;
  return (
    <span className="inline-flex items-center gap-1.5 align-middle text-trigger">
      {triggers.map((kind) => {
        const Icon = ICONS[kind];
        return (
          <span key={kind} title={workflows.triggerKinds[kind]} className="inline-flex">
            <Icon size={14} aria-hidden="true" />
            <span className="sr-only">{workflows.triggerKinds[kind]}</span>
          </span>
        );
      })}
    </span>
  );
}
