import { ArrowUp } from 'lucide-react';
import { useTexts } from '../../texts/texts.ts';
import type { Arrivals } from './arrivals.ts';

/** Says how many are new and brings them in. It floats over the list, in sight wherever it is scrolled to, and moves nothing. */
export function ArrivalsButton({ arrivals, onShow }: { arrivals: Arrivals | undefined; onShow(): void }) {
  const { executions } = useTexts();
  return (
    <div role="status" className="sticky top-3 z-20 flex h-0 justify-center">
      {arrivals && (
        <button
          type="button"
          onClick={onShow}
          className="inline-flex h-7 -translate-y-1/2 items-center gap-1.5 rounded-full border border-accent bg-surface px-3 text-sm font-medium whitespace-nowrap text-accent shadow-sheet hover:bg-accent-soft max-phone:h-9"
        >
          <ArrowUp size={13} aria-hidden="true" />
          {arrivals.isMore ? executions.freshMore(arrivals.count) : executions.fresh(arrivals.count)}
        </button>
      )}
    </div>
  );
}
