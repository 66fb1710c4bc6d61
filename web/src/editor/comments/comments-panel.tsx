import { useInfiniteQuery } from '@tanstack/react-query';
import { MessageSquare, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTexts } from '../../texts/texts.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { useEscape } from '../../ui/escape.ts';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { focusCanvas } from '../canvas/focus-canvas.ts';
import { findNode } from '../document/lookup.ts';
import { useEditor } from '../editor-store.ts';
import { CommentField } from './comment-field.tsx';
import { Thread } from './comment-thread.tsx';
import { threadsQuery, useCommentChange } from './comments.queries.ts';
import { useMaybeCommentsUi, useTyped } from './comments-ui.ts';

const VIEWS = ['open', 'resolved'] as const;
type View = (typeof VIEWS)[number];

/** What people said about the workflow and its nodes, and a place to say more: about the selected node, or all of it. */
export default function CommentsPanel({ workflowId }: { workflowId: string }) {
  const { together, words } = useTexts();
  const ui = useMaybeCommentsUi();
  const [view, setView] = useState<View>('open');
  const close = () => {
    ui?.setState({ open: false });
    focusCanvas();
  };
  const escapes = useEscape(() => {
    close();
    return true;
  });
  return (
    <div ref={escapes} className="flex h-full flex-col">
      <div className="flex items-center gap-2 border-b border-line ps-4 pe-2 pt-2 pb-1.5">
        <h2 className="flex-1 text-[15px] font-semibold">{together.comments}</h2>
        <IconButton label={words.close} onClick={close}>
          <X size={16} />
        </IconButton>
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto px-4 py-2">
        <Tabs
          label={together.filter}
          value={view}
          onChange={(next) => setView(next as View)}
          tabs={VIEWS.map((each) => ({
            id: each,
            label: together.filters[each],
            content: <Threads workflowId={workflowId} resolved={each === 'resolved'} />,
          }))}
        />
      </div>
      <NewThread workflowId={workflowId} onSent={() => setView('open')} />
    </div>
  );
}

function Threads({ workflowId, resolved }: { workflowId: string; resolved: boolean }) {
  const { together, words } = useTexts();
  const threads = useInfiniteQuery(threadsQuery(workflowId, resolved));
  if (threads.isPending) return <Skeleton rows={4} />;
  if (threads.isError) return <ErrorState fault={threads.error} onRetry={() => void threads.refetch()} />;
  const items = threads.data.pages.flatMap((page) => page.items);
  if (items.length === 0) {
    if (resolved) return <p className="py-8 text-center text-muted">{together.emptyResolved}</p>;
    return (
      <EmptyState icon={<MessageSquare aria-hidden="true" />} title={together.emptyTitle}>
        {together.emptyText}
      </EmptyState>
    );
  }
  return (
    <>
      <ul aria-label={together.comments} className="flex flex-col gap-3">
        {items.map((thread) => (
          <Thread key={thread.id} workflowId={workflowId} thread={thread} />
        ))}
      </ul>
      {threads.hasNextPage && (
        <Button className="mt-3" busy={threads.isFetchingNextPage} onClick={() => void threads.fetchNextPage()}>
          {words.loadMore}
        </Button>
      )}
    </>
  );
}

function NewThread({ workflowId, onSent }: { workflowId: string; onSent(): void }) {
  const { together } = useTexts();
  const change = useCommentChange(workflowId);
  const [typed, type] = useTyped('');
  const field = useRef<HTMLTextAreaElement>(null);
  const node = useEditor(({ document, selection }) =>
    selection.size === 1 ? findNode(document, [...selection][0] ?? '') : undefined,
  );
  useEffect(() => {
    // On a touch screen the keyboard would cover what is there to be read.
    if (!matchMedia('(pointer: coarse)').matches) field.current?.focus();
  }, []);
  return (
    <div className="border-t border-line px-4 py-3">
      <CommentField
        label={node ? together.about(node.name) : together.aboutAll}
        action={together.send}
        look="primary"
        text={typed}
        onType={type}
        busy={change.isPending}
        field={field}
        onSend={(text) =>
          change.mutate(
            { what: 'add', text, ...(node ? { nodeId: node.id } : {}) },
            {
              onSuccess: () => {
                type('');
                onSent();
              },
            },
          )
        }
      />
    </div>
  );
}
