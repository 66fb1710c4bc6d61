import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, unwrap } from '../../../api/client.ts';
import { useTexts } from '../../../texts/texts.ts';
import { Field, Input } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import { useForm } from '../../session/use-form.ts';
import { FormDialog } from '../form-dialog.tsx';
import type { Secret } from '../once-dialog.tsx';
import { RoleField } from '../role-field.tsx';
import type { Role } from '../role-order.ts';
import { useRole } from '../use-role.ts';

/** After how many days a key can end. */
const DAYS = ['30', '90', '365'] as const;
const FOREVER = 'never';
const DAY_MS = 86_400_000;
/** The server's bound. */
const NAME_LIMIT = 200;

/** Makes a key, which is shown once. */
export function NewKeyDialog({ onClose, onMade }: { onClose(): void; onMade(secret: Secret): void }) {
  const { settings } = useTexts();
  const queries = useQueryClient();
  const mine = useRole();
  const [role, setRole] = useState<Role>(mine === 'viewer' ? 'viewer' : 'editor');
  const [days, setDays] = useState<string>('90');
  const form = useForm({
    initial: { name: '' },
    missing: ({ name }) => (name?.trim() ? {} : { name: settings.nameMissing }),
    send: async ({ name }) => {
      const expiresAt =
        days === FOREVER ? {} : { expiresAt: new Date(Date.now() + Number(days) * DAY_MS).toISOString() };
      const made = await unwrap(api.POST('/api/v1/api-keys', { body: { name: name.trim(), role, ...expiresAt } }));
      void queries.invalidateQueries({ queryKey: ['api-keys'] });
      onMade({ title: settings.keyMade(made.name), label: settings.key, value: made.key, text: settings.keyUse });
    },
  });
  return (
    <FormDialog title={settings.newKey} submit={settings.makeKey} form={form} onClose={onClose}>
      <Field label={settings.name} hint={settings.keyNameHint} error={form.errors.name}>
        {(control) => (
          <Input {...control} {...form.input('name')} maxLength={NAME_LIMIT} autoFocus autoComplete="off" />
        )}
      </Field>
      <RoleField role={role} onChange={setRole} />
      <Field label={settings.endsAt}>
        {(control) => (
          <Select
            {...control}
            value={days}
            onChange={setDays}
            options={[
              ...DAYS.map((value) => ({ value, label: settings.inDays(Number(value)) })),
              { value: FOREVER, label: settings.noEnd },
            ]}
          />
        )}
      </Field>
    </FormDialog>
  );
}
