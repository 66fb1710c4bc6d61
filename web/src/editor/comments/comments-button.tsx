import { useQuery } from '@tanstack/react-query';
import { MessageSquare } from 'lucide-react';
import { useEffect } from 'react';
import { useTexts } from '../../texts/texts.ts';
import { IconButton } from '../../ui/button.tsx';
import { countsQuery } from './comments.queries.ts';
import { useCommentsUi, useMaybeCommentsUi } from './comments-ui.ts';

/** Opens the comments, and shows how many threads are open; hands the counts to the cards of the canvas. */
export function CommentsButton({ workflowId }: { workflowId: string }) {
  const { together } = useTexts();
  const ui = useMaybeCommentsUi();
  const open = useCommentsUi((state) => state.open);
  const { data } = useQuery(countsQuery(workflowId));
  useEffect(() => {
    if (!data) return;
    ui?.setState({ counts: Object.fromEntries(data.items.map((each) => [each.nodeId ?? '', each.open])) });
  }, [data, ui]);
  const total = data?.items.reduce((sum, each) => sum + each.open, 0) ?? 0;
  return (
    <span className="relative shrink-0">
      <IconButton
        label={total > 0 ? together.commentsOpen(total) : together.comments}
        aria-pressed={open}
        onClick={() => ui?.setState({ open: !open })}
        className={open ? 'bg-accent-soft' : undefined}
      >
        <MessageSquare size={15} />
      </IconButton>
      {total > 0 && (
        <span
          aria-hidden="true"
          className="pointer-events-none absolute -end-1 -top-0.5 min-w-4 rounded-full bg-accent px-1 text-center text-[10px] leading-4 font-semibold text-on-accent"
        >
          {total > 99 ? '99+' : total}
        </span>
      )}
    </span>
  );
}
