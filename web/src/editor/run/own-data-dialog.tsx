import { useState } from 'react';
import { useTexts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import CodeEditor from '../expression/code-editor.tsx';
import { itemsFromText } from '../panel/items-from-text.ts';

/** The person's own items for a trigger, as JSON. */
export default function OwnDataDialog({
  trigger,
  initial,
  onUse,
  onClose,
}: {
  trigger: string;
  initial: string;
  onUse(text: string): void;
  onClose(): void;
}) {
  const { run: texts, panel, words } = useTexts();
  const [text, setText] = useState(initial);
  const { items, fault } = itemsFromText(text);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      holdsText
      title={texts.ownTitle(trigger)}
      description={texts.ownDescription}
      size="medium"
      actions={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button look="primary" disabled={!items} onClick={() => onUse(text)}>
            {texts.ownUse}
          </Button>
        </>
      }
    >
      <Field label={texts.ownItems} error={fault && panel.badJson(fault)}>
        {(control) => (
          <CodeEditor
            value={text}
            onChange={setText}
            language="json"
            label={texts.ownItems}
            id={control.id}
            lines={14}
          />
        )}
      </Field>
    </Dialog>
  );
}
