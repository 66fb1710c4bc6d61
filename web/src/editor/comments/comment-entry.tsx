import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { useSession } from '../../api/session.ts';
import { useFormat } from '../../texts/format.ts';
import { useTexts } from '../../texts/texts.ts';
import { IconButton } from '../../ui/button.tsx';
import { confirm } from '../../ui/confirm.tsx';
import { Markdown } from '../../ui/markdown.tsx';
import { Menu } from '../../ui/menu.tsx';
import { Avatar } from '../together/people.tsx';
import { CommentField } from './comment-field.tsx';
import { type CommentView, useCommentChange } from './comments.queries.ts';

/** One comment: who said it and when, its text, and what its author or an admin can do with it. */
export function CommentEntry({ workflowId, comment }: { workflowId: string; comment: CommentView }) {
  const { together, words } = useTexts();
  const format = useFormat();
  const me = useSession(({ signed }) => signed);
  const change = useCommentChange(workflowId);
  const [editing, setEditing] = useState<string>();
  const name = comment.author?.name ?? together.somebody;
  const mine = comment.author?.id === me?.user.id;
  const mayDelete = mine || me?.tenant.role === 'admin' || me?.tenant.role === 'owner';
  const remove = async () => {
    const { deleteTitle, deleteText } = together;
    if (!(await confirm({ title: deleteTitle, text: deleteText, action: words.delete, danger: true }))) return;
    change.mutate({ what: 'delete', commentId: comment.id });
  };
  return (
    <div className="flex gap-2.5">
      <Avatar name={name} className="mt-0.5" />
      <div className="min-w-0 flex-1">
        <div className="flex min-h-8 items-center gap-2">
          <p className="min-w-0 flex-1 truncate">
            <span className="font-medium">{name}</span>{' '}
            <time
              dateTime={comment.createdAt}
              title={format.dateTime(comment.createdAt)}
              className="text-sm text-muted"
            >
              {format.ago(comment.createdAt)}
              {comment.editedAt && ` · ${together.edited}`}
            </time>
          </p>
          {!comment.deleted && mayDelete && (
            <Menu
              items={[
                ...(mine ? [{ label: words.edit, run: () => setEditing(comment.text) }] : []),
                { label: words.delete, danger: true, run: () => void remove() },
              ]}
            >
              <IconButton label={together.actions(name)}>
                <Ellipsis size={14} />
              </IconButton>
            </Menu>
          )}
        </div>
        {editing !== undefined ? (
          <CommentField
            label={together.editLabel}
            action={words.save}
            text={editing}
            onType={setEditing}
            busy={change.isPending}
            onCancel={() => setEditing(undefined)}
            onSend={(text) =>
              change.mutate({ what: 'edit', commentId: comment.id, text }, { onSuccess: () => setEditing(undefined) })
            }
          />
        ) : comment.deleted ? (
          <p className="text-muted italic">{together.removed}</p>
        ) : (
          <Markdown text={comment.text} />
        )}
      </div>
    </div>
  );
}
