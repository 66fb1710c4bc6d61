import { X } from 'lucide-react';
import { useId, useState } from 'react';
import { useTexts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, Input } from '../../ui/field.tsx';
import { toastFault } from '../../ui/toast.tsx';

/** The server's bounds (src/domains/workflows/dto/folder-bodies.ts). */
const TAG_LIMIT = 100;
const TAGS_LIMIT = 50;

/** Edits tags: Enter or a comma adds one. */
export function TagsDialog({
  title,
  tags: before,
  known,
  send,
  onClose,
}: {
  title: string;
  tags: readonly string[];
  /** Tags in use, to choose from. */
  known: readonly string[];
  send(tags: string[]): Promise<unknown>;
  onClose(): void;
}) {
  const { words, workflows } = useTexts();
  const [tags, setTags] = useState(before);
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const list = useId();
  const withTyped = (text: string) =>
    [...new Set([...tags, ...text.split(',').map((each) => each.trim())])].filter(Boolean).slice(0, TAGS_LIMIT);
  const add = (text: string) => {
    setTags(withTyped(text));
    setTyped('');
  };
  const save = async () => {
    setBusy(true);
    try {
      await send(withTyped(typed));
      onClose();
    } catch (fault) {
      toastFault(fault);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      actions={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button look="primary" busy={busy} onClick={() => void save()}>
            {words.save}
          </Button>
        </>
      }
    >
      <Field label={workflows.tag} hint={workflows.tagHint}>
        {(control) => (
          <Input
            {...control}
            value={typed}
            list={list}
            maxLength={TAG_LIMIT}
            autoFocus
            onChange={({ target }) => (target.value.endsWith(',') ? add(target.value) : setTyped(target.value))}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              if (typed.trim()) add(typed);
              else void save();
            }}
          />
        )}
      </Field>
      <datalist id={list}>
        {known
          .filter((tag) => !tags.includes(tag))
          .map((tag) => (
            <option key={tag} value={tag} />
          ))}
      </datalist>
      <ul aria-label={workflows.tags} className="mt-3 flex flex-wrap gap-1.5">
        {tags.map((tag) => (
          <li key={tag} className="inline-flex max-w-full items-center rounded-full bg-sunken ps-2.5 text-sm">
            <span className="truncate">{tag}</span>
            <button
              type="button"
              aria-label={workflows.removeTag(tag)}
              className="flex size-6 items-center justify-center rounded-full text-muted hover:text-text max-phone:size-8"
              onClick={() => setTags(tags.filter((each) => each !== tag))}
            >
              <X size={12} aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
