import { MessageSquare } from 'lucide-react';
import { useTexts } from '../../texts/texts.ts';
import { useEditorStore } from '../editor-store.ts';
import { useMaybeCommentsUi } from './comments-ui.ts';

/** How many threads about a node are open, at its card's corner; opens them. */
export function CommentBadge({ nodeId, count }: { nodeId: string; count: number }) {
  const { together } = useTexts();
  const editor = useEditorStore();
  const ui = useMaybeCommentsUi();
  return (
    <button
      type="button"
      // The canvas is one stop of the tab key; M opens the comments of the selected node.
      tabIndex={-1}
      aria-label={together.badge(count)}
      title={together.badge(count)}
      onClick={(event) => {
        event.stopPropagation();
        editor.getState().select([nodeId]);
        ui?.setState({ open: true });
      }}
      className="card-signs nodrag nopan absolute -start-2 -top-2.5 flex h-5 items-center gap-0.5 rounded-full border border-accent bg-surface px-1.5 text-[11px] font-semibold text-accent hover:bg-accent-soft"
    >
      <MessageSquare size={10} aria-hidden="true" />
      {count}
    </button>
  );
}
