import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, unwrap } from '../../../api/client.ts';
import { useFormat } from '../../../texts/format.ts';
import { useTexts } from '../../../texts/texts.ts';
import { Field, Input } from '../../../ui/field.tsx';
import { useForm } from '../../session/use-form.ts';
import { FormDialog } from '../form-dialog.tsx';
import type { Secret } from '../once-dialog.tsx';
import { RoleField } from '../role-field.tsx';
import type { Role } from '../role-order.ts';

/** Makes a one-time link into the tenant. */
export function InviteDialog({ onClose, onMade }: { onClose(): void; onMade(secret: Secret): void }) {
  const { settings } = useTexts();
  const format = useFormat();
  const queries = useQueryClient();
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
    <FormDialog
      title={settings.invite}
      text={settings.inviteText}
      submit={settings.makeLink}
      form={form}
      onClose={onClose}
    >
      <Field label={settings.email} hint={settings.inviteEmailHint} error={form.errors.email}>
        {(control) => <Input {...control} {...form.input('email')} type="email" autoFocus autoComplete="off" />}
      </Field>
      <RoleField role={role} onChange={setRole} />
    </FormDialog>
  );
}
