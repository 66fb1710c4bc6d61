import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { api, unwrap } from '../../../api/client.ts';
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

/** After how many days a key can end. */
const DAYS = ['30', '90', '365'] as const;
const FOREVER = 'never';
const DAY_MS = 86_400_000;
/** The server's bound. */
const NAME_LIMIT = 200;

/** Makes a key, which is shown once. */
export function NewKeyDialog({ onClose, onMade }: { onClose(): void; onMade(secret: Secret): void }) {
  const { settings, words } = useTexts();
  const queries = useQueryClient();
  const mine = useRole();
  const id = useId();
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
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={settings.newKey}
      actions={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button type="submit" form={id} look="primary" busy={form.busy}>
            {settings.makeKey}
          </Button>
        </>
      }
    >
      <form id={id} {...form.form} className="flex flex-col gap-4">
        {form.fault && <Fault>{form.fault.message}</Fault>}
        <Field label={settings.name} hint={settings.keyNameHint} error={form.errors.name}>
          {(control) => (
            <Input {...control} {...form.input('name')} maxLength={NAME_LIMIT} autoFocus autoComplete="off" />
          )}
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
      </form>
    </Dialog>
  );
}
