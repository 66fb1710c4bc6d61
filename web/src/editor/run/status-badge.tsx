import { Ban, Check, CircleHelp, Clock, Hourglass, Loader, X } from 'lucide-react';
import { useTexts } from '../../texts/texts.ts';
import { Badge, type Tone } from '../../ui/badge.tsx';
import type { ExecutionStatus } from './run-store.ts';

const LOOKS: Record<ExecutionStatus, { tone: Tone; icon: typeof Check }> = {
  queued: { tone: 'neutral', icon: Hourglass },
  running: { tone: 'run', icon: Loader },
  waiting: { tone: 'warn', icon: Clock },
  success: { tone: 'ok', icon: Check },
  error: { tone: 'bad', icon: X },
  cancelled: { tone: 'neutral', icon: Ban },
  in_doubt: { tone: 'warn', icon: CircleHelp },
};

/** The state of an execution: a word, with a shape and a colour of its own. */
export function StatusBadge({ status, more }: { status: ExecutionStatus; more?: string }) {
  const { run } = useTexts();
  const { tone, icon: Icon } = LOOKS[status];
  return (
    <Badge tone={tone}>
      <Icon
        size={11}
        strokeWidth={3}
        aria-hidden="true"
        className={status === 'running' ? 'animate-spin' : undefined}
      />
      {run.status[status]}
      {more && ` · ${more}`}
    </Badge>
  );
}
