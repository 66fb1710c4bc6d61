import type { ItemError } from '@orchestrator/workflow';
import { useTexts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';

/** What went wrong in a node, where, and what can be done next. */
export function NodeFault({
  error,
  attempts,
  onRetry,
  onEditRetry,
}: {
  error: ItemError;
  attempts: number;
  onRetry?(): void;
  onEditRetry(): void;
}) {
  const { panel, run } = useTexts();
  return (
    <div role="alert" className="mx-4 mb-2 rounded-card border border-bad bg-bad-soft p-3.5">
      <p className="font-semibold break-words text-bad">{error.message}</p>
      {error.description && <p className="mt-1 break-words">{error.description}</p>}
      <p className="mt-1 text-muted">
        {error.itemIndex !== undefined && panel.failedAt(error.itemIndex + 1)} {attempts > 1 && run.attempts(attempts)}
      </p>
      <div className="mt-2 flex flex-wrap gap-2">
        {onRetry && <Button onClick={onRetry}>{panel.tryAgain}</Button>}
        {onRetry && <Button onClick={onEditRetry}>{panel.editRetry}</Button>}
      </div>
    </div>
  );
}
