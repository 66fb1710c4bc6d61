import { useState } from 'react';
import { useNameOrder } from '../../texts/name-order.ts';
import { useTexts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { toastFault } from '../../ui/toast.tsx';
import { type Folder, paths } from './folders/folder-tree.ts';

/** Stands for the top, as a choice needs a value. */
const TOP = 'top';

/** Asks for the folder to move something to. */
export function MoveDialog({
  title,
  folders,
  from,
  send,
  onClose,
}: {
  title: string;
  /** Those that can be moved to. */
  folders: readonly Folder[];
  from: string | null;
  send(folderId: string | null): Promise<unknown>;
  onClose(): void;
}) {
  const { words, workflows } = useTexts();
  const [to, setTo] = useState(from ?? TOP);
  const order = useNameOrder();
  const [busy, setBusy] = useState(false);
  const move = async () => {
    setBusy(true);
    try {
      await send(to === TOP ? null : to);
      onClose();
    } catch (fault) {
      toastFault(fault);
    } finally {
      setBusy(false);
    }
  };
  const options = [
    { value: TOP, label: workflows.top },
    ...paths(folders, order).map(({ id, label }) => ({ value: id, label })),
  ];
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      actions={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button look="primary" busy={busy} onClick={() => void move()}>
            {workflows.moveHere}
          </Button>
        </>
      }
    >
      <Field label={workflows.folder}>
        {(control) => <Select {...control} value={to} onChange={setTo} options={options} />}
      </Field>
    </Dialog>
  );
}
