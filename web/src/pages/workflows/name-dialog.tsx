import { useId } from 'react';
import { useTexts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, Input } from '../../ui/field.tsx';
import { Fault } from '../session/session-card.tsx';
import { useForm } from '../session/use-form.ts';

/** The server's bound for names of workflows and folders. */
const LIMIT = 200;

export interface Naming {
  title: string;
  /** What it is called now. */
  name: string;
  action: string;
  send(name: string): Promise<unknown>;
}

/** Asks for a name: of a folder, a workflow, a view. */
export function NameDialog({ naming, onClose }: { naming: Naming; onClose(): void }) {
  const { words, workflows } = useTexts();
  const id = useId();
  const form = useForm({
    initial: { name: naming.name },
    missing: ({ name }) => (name?.trim() ? {} : { name: workflows.nameMissing }),
    send: async ({ name }) => {
      await naming.send(name.trim());
      onClose();
    },
  });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={naming.title}
      actions={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button type="submit" form={id} look="primary" busy={form.busy}>
            {naming.action}
          </Button>
        </>
      }
    >
      <form id={id} {...form.form} className="flex flex-col gap-3">
        {form.fault && <Fault>{form.fault.message}</Fault>}
        <Field label={workflows.name} error={form.errors.name}>
          {(control) => (
            <Input
              {...control}
              {...form.input('name')}
              maxLength={LIMIT}
              autoFocus
              onFocus={(event) => event.target.select()}
            />
          )}
        </Field>
      </form>
    </Dialog>
  );
}
