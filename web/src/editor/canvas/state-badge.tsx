import { Check, Ellipsis, History, Minus, Pause, Pencil, Plus, X } from 'lucide-react';
import { classNames } from '../../ui/class-names.ts';
import type { Mark } from './marks.ts';
import type { NodeState } from './node-state.ts';

/** The badge at a card's corner. Every state has a shape and a sign of its own, so that colour only repeats it. */
export function StateBadge({ state, mark }: { state: NodeState | 'outdated'; mark?: Mark }) {
  const look = mark ? MARKS[mark] : LOOKS[state];
  if (!look) return null;
  const Icon = look.icon;
  return (
    <span
      aria-hidden="true"
      className={classNames(
        'absolute -end-2 -top-2.5 flex size-[18px] items-center justify-center text-surface',
        look.shape,
      )}
    >
      <Icon size={11} strokeWidth={3} className={look.turned ? '-rotate-45' : undefined} />
    </span>
  );
}

const LOOKS: Partial<Record<NodeState | 'outdated', { icon: typeof Check; shape: string; turned?: boolean }>> = {
  success: { icon: Check, shape: 'rounded-full bg-ok' },
  running: { icon: Ellipsis, shape: 'rounded-full bg-run motion-safe:animate-pulse' },
  waiting: { icon: Pause, shape: 'rounded-[5px] bg-warn' },
  outdated: { icon: History, shape: 'rounded-[5px] bg-muted' },
  error: { icon: X, shape: 'rotate-45 rounded-[3px] bg-bad', turned: true },
};

const MARKS: Record<Mark, { icon: typeof Check; shape: string; turned?: boolean }> = {
  added: { icon: Plus, shape: 'rounded-full bg-ok' },
  removed: { icon: Minus, shape: 'rounded-[5px] bg-bad' },
  changed: { icon: Pencil, shape: 'rotate-45 rounded-[3px] bg-warn', turned: true },
};
