import { useId, useState } from 'react';
import { useSession } from '../api/session.ts';
import { Fault } from '../pages/session/session-card.tsx';
import { useForm } from '../pages/session/use-form.ts';
import { useTexts } from '../texts/texts.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field, Input } from '../ui/field.tsx';
import { Switch } from '../ui/toggle.tsx';

/** The server's bound. */
const NAME_LIMIT = 100;

export interface Wanted {
  name: string;
  shared: boolean;
}

/** Asks what a view is called, and who sees it. */
export function ViewDialog({
  title,
  initial,
  mayMakePrivate,
  send,
  onClose,
}: {
  title: string;
  initial: Wanted;
  /** A view of somebody else's can't be taken back from the others. */
  mayMakePrivate: boolean;
  /** @throws ApiProblem what is then shown in the dialog */
  send(wanted: Wanted): Promise<unknown>;
  onClose(): void;
}) {
  const { views, words } = useTexts();
  const [id, shareId] = [useId(), useId()];
  const tenant = useSession(({ signed }) => signed?.tenant);
  const canShare = tenant !== undefined && tenant.role !== 'viewer';
  const [shared, setShared] = useState(initial.shared);
  const form = useForm({
    initial: { name: initial.name },
    missing: ({ name }) => (name?.trim() ? {} : { name: views.nameMissing }),
    send: async ({ name }) => {
      await send({ name: name.trim(), shared });
      onClose();
    },
  });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      actions={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button type="submit" form={id} look="primary" busy={form.busy}>
            {words.save}
          </Button>
        </>
      }
    >
      <form id={id} {...form.form} className="flex flex-col gap-4">
        {form.fault && <Fault>{form.fault.message}</Fault>}
        <Field label={views.name} error={form.errors.name}>
          {(control) => (
            <Input
              {...control}
              {...form.input('name')}
              maxLength={NAME_LIMIT}
              autoFocus
              onFocus={(event) => event.target.select()}
            />
          )}
        </Field>
        <div className="flex items-start gap-3">
          <Switch
            id={shareId}
            checked={shared}
            onChange={setShared}
            disabled={shared ? !mayMakePrivate : !canShare}
            aria-describedby={`${shareId}-about`}
          />
          <div>
            <label htmlFor={shareId} className="font-medium">
              {views.share(tenant?.name ?? '')}
            </label>
            <p id={`${shareId}-about`} className="mt-0.5 text-sm text-muted">
              {canShare ? views.shareText : views.shareForbidden}
            </p>
          </div>
        </div>
      </form>
    </Dialog>
  );
}
