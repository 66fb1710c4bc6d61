import { ArrowUp } from 'lucide-react';
import { useTexts } from '../../texts/texts.ts';
import type { Arrivals } from './arrivals.ts';

/**
 * Says how many are new and brings them in. It floats over the list, in sight wherever that is scrolled to, and moves
 * nothing; at the top it lies where the head of the table, and the gap above the cards, have nothing to say.
 */
export function ArrivalsButton({ arrivals, onShow }: { arrivals: Arrivals | undefined; onShow(): void }) {
  const { executions } = useTexts();
  return (
    <div role="status" className="sticky top-3 z-20 flex h-0 justify-end pe-36 max-phone:justify-center max-phone:pe-0">
      {arrivals && (
        <button
          type="button"
          onClick={onShow}
          className="inline-flex h-7 translate-y-[3px] items-center gap-1.5 rounded-full border border-accent bg-surface px-3 text-sm font-medium whitespace-nowrap text-accent shadow-sheet hover:bg-accent-soft max-phone:h-8 max-phone:-translate-y-3.5"
        >
          <ArrowUp size={13} aria-hidden="true" />
          {arrivals.isMore ? executions.freshMore(arrivals.count) : executions.fresh(arrivals.count)}
        </button>
      )}
    </div>
  );
}
