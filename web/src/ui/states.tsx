import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTexts } from '../texts/texts.ts';
import { Button } from './button.tsx';

/** What a list shows that has nothing in it: what belongs here, and the first thing to do. */
export function EmptyState({
  icon,
  title,
  heading: Heading = 'h2',
  children,
  action,
}: {
  icon?: ReactNode;
  title: string;
  /** `h1` where it stands for a whole page. */
  heading?: 'h1' | 'h2';
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="mx-auto flex max-w-md flex-col items-center gap-2 px-4 py-16 text-center">
      {icon && <div className="mb-1 text-faint">{icon}</div>}
      <Heading className="text-lg font-semibold">{title}</Heading>
      {children && <div className="text-muted">{children}</div>}
      {action && <div className="mt-3 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}

/** What stands in the place of something that could not be loaded. @param way what else can be done than try again */
export function ErrorState({ fault, onRetry, way }: { fault: unknown; onRetry?(): void; way?: ReactNode }) {
  const { words } = useTexts();
  return (
    <div role="alert" className="mx-auto flex max-w-md flex-col items-center gap-2 px-4 py-16 text-center">
      <CircleAlert className="text-bad" aria-hidden="true" />
      <h2 className="text-lg font-semibold">{words.failedTitle}</h2>
      <p className="text-muted">{fault instanceof Error ? fault.message : String(fault)}</p>
      {onRetry && <Button onClick={onRetry}>{words.retry}</Button>}
      {way}
    </div>
  );
}

/** Grey lines in the place of rows that are on their way, so that nothing jumps when they come. */
export function Skeleton({ rows = 5, height = 36 }: { rows?: number; height?: number }) {
  const { words } = useTexts();
  return (
    <div role="status" aria-label={words.loading}>
      {Array.from({ length: rows }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike
        <div key={index} style={{ height }} className="flex items-center border-b border-line px-4 last:border-0">
          <div className="h-2.5 animate-pulse rounded-full bg-line" style={{ width: `${30 + ((index * 37) % 50)}%` }} />
        </div>
      ))}
    </div>
  );
}
