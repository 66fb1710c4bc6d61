import { useCallback, useState } from 'react';
import { useTexts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { findNode } from '../document/lookup.ts';
import { useEditor } from '../editor-store.ts';
import { CommentEntry } from './comment-entry.tsx';
import { CommentField } from './comment-field.tsx';
import { type CommentThread, useCommentChange } from './comments.queries.ts';
import { useMaybeCommentsUi, useTyped } from './comments-ui.ts';

/** A thread: what it is about, what was said, and a place to answer. */
export function Thread({ workflowId, thread }: { workflowId: string; thread: CommentThread }) {
  const { together } = useTexts();
  const change = useCommentChange(workflowId);
  const [typed, type] = useTyped(thread.id);
  const [replying, setReplying] = useState(typed !== '');
  const selected = useEditor(({ selection }) => thread.nodeId !== null && selection.has(thread.nodeId));
  const node = useEditor(({ document }) => (thread.nodeId === null ? undefined : findNode(document, thread.nodeId)));
  const about = thread.nodeId === null ? together.whole : (node?.name ?? together.gone);
  const resolved = thread.resolvedAt !== null;
  // Of one identity, or every drawing would take the focus.
  const focusWhenMade = useCallback((field: HTMLTextAreaElement | null) => field?.focus(), []);
  const stop = () => {
    type('');
    setReplying(false);
  };
  return (
    <li
      aria-label={together.threadBy(thread.author?.name ?? together.somebody, about)}
      className={classNames('rounded-card border p-3', selected ? 'border-accent' : 'border-line')}
    >
      <div className="mb-1 flex items-center gap-2">
        <About thread={thread} name={node?.name} about={about} />
        <span className="flex-1" />
        <Button
          look="quiet"
          className="-me-2"
          busy={change.isPending && change.variables.what !== 'add'}
          onClick={() => change.mutate({ what: resolved ? 'reopen' : 'resolve', commentId: thread.id })}
        >
          {resolved ? together.reopen : together.resolve}
        </Button>
      </div>
      <CommentEntry workflowId={workflowId} comment={thread} />
      {thread.replies.length > 0 && (
        <ul className="mt-2 flex flex-col gap-2 border-s border-line ps-3">
          {thread.replies.map((reply) => (
            <li key={reply.id}>
              <CommentEntry workflowId={workflowId} comment={reply} />
            </li>
          ))}
        </ul>
      )}
      {resolved && (
        <p className="mt-2 text-sm text-muted">{together.resolvedBy(thread.resolvedBy?.name ?? together.somebody)}</p>
      )}
      <div className="mt-2">
        {replying ? (
          <CommentField
            label={together.replyLabel}
            action={together.reply}
            text={typed}
            onType={type}
            busy={change.isPending}
            onCancel={stop}
            onSend={(text) => change.mutate({ what: 'add', text, parentId: thread.id }, { onSuccess: stop })}
            field={focusWhenMade}
          />
        ) : (
          <Button look="quiet" className="ms-6" onClick={() => setReplying(true)}>
            {together.reply}
          </Button>
        )}
      </div>
    </li>
  );
}

/** What a thread is about; a node that is there is selected by it. */
function About({ thread, name, about }: { thread: CommentThread; name: string | undefined; about: string }) {
  const { together } = useTexts();
  const ui = useMaybeCommentsUi();
  if (name === undefined || thread.nodeId === null) {
    return <span className={classNames('text-sm', thread.nodeId !== null ? 'text-warn' : 'text-muted')}>{about}</span>;
  }
  const { nodeId } = thread;
  return (
    <button
      type="button"
      aria-label={together.selectNode(name)}
      onClick={() => ui?.setState({ reveal: { node: nodeId } })}
      className="min-w-0 truncate rounded text-sm font-medium text-accent hover:underline max-phone:min-h-10"
    >
      {name}
    </button>
  );
}
