import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, unwrap } from '../../../api/client.ts';
import { useTexts } from '../../../texts/texts.ts';
import { Field, Input, TextArea } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import { useForm } from '../../session/use-form.ts';
import { FormDialog } from '../form-dialog.tsx';
import type { Secret } from '../once-dialog.tsx';
import { RoleField } from '../role-field.tsx';
import type { Role } from '../role-order.ts';
import { keyPermissionsQuery } from '../settings.queries.ts';
import { useRole } from '../use-role.ts';
import { linesOf, type PermissionName, permissionGroups } from './permission-groups.ts';
import { PermissionsField } from './permissions-field.tsx';

/** After how many days a key can end; the last is the server's bound. */
const DAYS = ['30', '90', '180', '365'] as const;
const DAY_MS = 86_400_000;
/** The server's bound. */
const NAME_LIMIT = 100;

/** Makes a key, which is shown once. */
export function NewKeyDialog({ onClose, onMade }: { onClose(): void; onMade(secret: Secret): void }) {
  const { settings, access } = useTexts();
  const queries = useQueryClient();
  const mine = useRole();
  const permissions = useQuery(keyPermissionsQuery).data ?? [];
  const [role, setRole] = useState<Role>(mine === 'viewer' ? 'viewer' : 'editor');
  const [picked, setPicked] = useState<ReadonlySet<PermissionName>>();
  const [days, setDays] = useState<string>('90');
  const groups = permissionGroups(permissions, role);
  // What was picked for a stronger role before is left out.
  const offered = picked && groups.flatMap(({ names }) => names.filter((name) => picked.has(name)));
  const form = useForm({
    initial: { name: '', addresses: '' },
    missing: ({ name }) => ({
      name: name?.trim() ? undefined : settings.nameMissing,
      permissions: offered?.length === 0 ? access.pickSome : undefined,
    }),
    send: async ({ name, addresses }) => {
      const expiresAt = new Date(Date.now() + Number(days) * DAY_MS).toISOString();
      const from = linesOf(addresses);
      const made = await unwrap(
        api.POST('/api/v1/api-keys', {
          body: {
            name: name.trim(),
            role,
            expiresAt,
            ...(offered ? { permissions: offered } : {}),
            ...(from.length > 0 ? { addresses: from } : {}),
          },
        }),
      );
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
      <PermissionsField
        groups={groups}
        picked={picked}
        onChange={setPicked}
        error={offered?.length === 0 ? form.errors.permissions : undefined}
      />
      <Field label={access.from} hint={access.fromHint} error={form.errors.addresses}>
        {(control) => <TextArea {...control} {...form.input('addresses')} rows={2} spellCheck={false} />}
      </Field>
      <Field label={settings.endsAt} hint={access.lifeHint}>
        {(control) => (
          <Select
            {...control}
            value={days}
            onChange={setDays}
            options={DAYS.map((value) => ({ value, label: settings.inDays(Number(value)) }))}
          />
        )}
      </Field>
    </FormDialog>
  );
}
