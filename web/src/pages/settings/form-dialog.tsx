import { type ReactNode, useId } from 'react';
import { useTexts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Fault } from '../session/session-card.tsx';
import type { useForm } from '../session/use-form.ts';

/** A short form in a sheet: its fields, what is wrong with the whole, and the button that sends it. */
export function FormDialog({
  title,
  text,
  submit,
  danger,
  form: { form, fault, busy },
  onClose,
  children,
}: {
  title: string;
  /** One sentence under the title. */
  text?: string;
  /** The verb of its button. */
  submit: string;
  danger?: boolean;
  form: Pick<ReturnType<typeof useForm>, 'form' | 'fault' | 'busy'>;
  onClose(): void;
  children: ReactNode;
}) {
  const { words } = useTexts();
  const id = useId();
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      description={text}
      actions={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button type="submit" form={id} look={danger ? 'danger' : 'primary'} busy={busy}>
            {submit}
          </Button>
        </>
      }
    >
      <form id={id} {...form} className="flex flex-col gap-4">
        {fault && <Fault>{fault.message}</Fault>}
        {children}
      </form>
    </Dialog>
  );
}
