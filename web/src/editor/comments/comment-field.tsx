import type { Ref } from 'react';
import { useTexts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { useEscape } from '../../ui/escape.ts';
import { Field, TextArea } from '../../ui/field.tsx';
import { LONGEST_COMMENT } from './comments-ui.ts';

interface Props {
  label: string;
  action: string;
  text: string;
  onType(text: string): void;
  busy: boolean;
  /** @param text trimmed, and neither empty nor too long */
  onSend(text: string): void;
  onCancel?(): void;
  field?: Ref<HTMLTextAreaElement>;
  look?: 'primary' | 'plain';
}

/** Where a comment is written: Ctrl Enter sends it. */
export function CommentField({ label, action, text, onType, busy, onSend, onCancel, field, look }: Props) {
  const { together, words } = useTexts();
  const trimmed = text.trim();
  const over = trimmed.length - LONGEST_COMMENT;
  const send = () => {
    if (trimmed && over <= 0 && !busy) onSend(trimmed);
  };
  const escapes = useEscape(() => {
    if (!onCancel) return false;
    onCancel();
    return true;
  });
  return (
    <Field label={label} error={over > 0 ? together.tooLong(over) : undefined}>
      {(control) => (
        <div className="flex flex-col gap-2" ref={escapes}>
          <TextArea
            {...control}
            ref={field}
            rows={3}
            value={text}
            placeholder={together.placeholder}
            onChange={(event) => onType(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
                event.preventDefault();
                send();
              }
            }}
          />
          <div className="flex items-center justify-end gap-2">
            <span className="flex-1 text-sm text-muted max-phone:hidden">{together.sendHint}</span>
            {onCancel && (
              <Button look="quiet" onClick={onCancel}>
                {words.cancel}
              </Button>
            )}
            <Button look={look ?? 'plain'} busy={busy} disabled={!trimmed || over > 0} onClick={send}>
              {action}
            </Button>
          </div>
        </div>
      )}
    </Field>
  );
}
