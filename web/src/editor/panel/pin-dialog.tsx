import type { Item } from '@orchestrator/workflow';
import { useState } from 'react';
import { useTexts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import CodeEditor from '../expression/code-editor.tsx';
import { itemsFromText } from './items-from-text.ts';

/** Items as JSON, to be changed. */
export default function PinDialog({
  items,
  onClose,
  onSave,
}: {
  items: readonly Item[];
  onClose(): void;
  onSave(items: readonly Item[]): void;
}) {
  const { panel, words } = useTexts();
  const [text, setText] = useState(() =>
    JSON.stringify(
      items.map(({ json }) => json),
      null,
      2,
    ),
  );
  const read = itemsFromText(text, items);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      holdsText
      title={panel.editPinned}
      size="large"
      actions={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button
            look="primary"
            disabled={read.items === undefined}
            onClick={() => {
              if (!read.items) return;
              onSave(read.items);
              onClose();
            }}
          >
            {words.save}
          </Button>
        </>
      }
    >
      <CodeEditor value={text} onChange={setText} language="json" label={panel.editPinned} lines={20} />
      {read.fault && (
        <p role="alert" className="mt-1 text-sm text-bad">
          {panel.badJson(read.fault)}
        </p>
      )}
    </Dialog>
  );
}
