import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { api, unwrap } from '../../../api/client.ts';
import { useFormat } from '../../../texts/format.ts';
import { useTexts } from '../../../texts/texts.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field, Input } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import { Fault } from '../../session/session-card.tsx';
import { useForm } from '../../session/use-form.ts';
import type { Secret } from '../once-dialog.tsx';
import { givenBy, type Role } from '../role-order.ts';
import { useRole } from '../use-role.ts';

/** Makes a one-time link into the tenant. */
export function InviteDialog({ onClose, onMade }: { onClose(): void; onMade(secret: Secret): void }) {
  const { settings, words } = useTexts();
  const format = useFormat();
  const queries = useQueryClient();
  const mine = useRole();
  const id = useId();
  const [role, setRole] = useState<Role>('editor');
  const form = useForm({
    initial: { email: '' },
    missing: () => ({}),
    send: async ({ email }) => {
      const body = { role, ...(email.trim() ? { email: email.trim() } : {}) };
      const made = await unwrap(api.POST('/api/v1/invitations', { body }));
      void queries.invalidateQueries({ queryKey: ['invitations'] });
      onMade({
        title: settings.invitationMade,
        label: settings.link,
        value: made.link,
        text: `${settings.invitationFor(made.email ?? settings.anybody)} ${settings.linkWorksUntil(format.dateTime(made.expiresAt))}`,
      });
    },
  });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={settings.invite}
      description={settings.inviteText}
      actions={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button type="submit" form={id} look="primary" busy={form.busy}>
            {settings.makeLink}
          </Button>
        </>
      }
    >
      <form id={id} {...form.form} className="flex flex-col gap-4">
        {form.fault && <Fault>{form.fault.message}</Fault>}
        <Field label={settings.email} hint={settings.inviteEmailHint} error={form.errors.email}>
          {(control) => <Input {...control} {...form.input('email')} type="email" autoFocus autoComplete="off" />}
        </Field>
        <Field label={settings.role} hint={settings.roleTexts[role]}>
          {(control) => (
            <Select
              {...control}
              value={role}
              onChange={(next) => setRole(next as Role)}
              options={givenBy(mine).map((value) => ({ value, label: settings.roles[value] }))}
            />
          )}
        </Field>
      </form>
    </Dialog>
  );
}
