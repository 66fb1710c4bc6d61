import { TriangleAlert } from 'lucide-react';

/** The sign at a card's corner that the node can't do its work as it is. The card's own sentence says why, too. */
export function ProblemMark({ problems }: { problems: readonly string[] }) {
  return (
    <span
      data-problem
      title={problems.join('\n')}
      className="card-problem absolute -start-2 -top-2.5 flex size-[20px] items-center justify-center rounded-[6px] border border-warn bg-warn-soft text-warn"
    >
      <TriangleAlert size={12} strokeWidth={2.5} aria-hidden="true" />
    </span>
  );
}
