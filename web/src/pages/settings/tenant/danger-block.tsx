import { useState } from 'react';
import { api, unwrap } from '../../../api/client.ts';
import type { components } from '../../../api/schema.d.ts';
import { useAccount } from '../../../app/account.ts';
import { useTexts } from '../../../texts/texts.ts';
import { Button } from '../../../ui/button.tsx';
import { confirm } from '../../../ui/confirm.tsx';
import { Field, Input } from '../../../ui/field.tsx';
import { useForm } from '../../session/use-form.ts';
import { Block } from '../block.tsx';
import { FormDialog } from '../form-dialog.tsx';
import { atLeast } from '../role-order.ts';
import { useChange } from '../settings.queries.ts';
import { useRole } from '../use-role.ts';

type Tenant = components['schemas']['TenantView'];

/** Leaving the tenant, and deleting it with everything in it. Either ends the session. */
export function DangerBlock({ tenant }: { tenant: Tenant }) {
  const { settings } = useTexts();
  const role = useRole();
  const { signOut } = useAccount();
  const [deleting, setDeleting] = useState(false);
  const leave = useChange(() => unwrap(api.DELETE('/api/v1/tenants/current/members/me')), [], { onSuccess: signOut });
  const askLeave = async () => {
    const question = { title: settings.leaveTitle(tenant.name), text: settings.leaveText, action: settings.leave };
    if (await confirm({ ...question, danger: true })) leave.mutate(undefined);
  };
  return (
    <Block title={settings.danger} danger>
      <ul className="flex flex-col gap-4">
        <li className="flex flex-wrap items-center justify-between gap-3">
          <p className="max-w-prose text-muted">{settings.leaveText}</p>
          <Button look="danger" busy={leave.isPending} onClick={() => void askLeave()}>
            {settings.leave}
          </Button>
        </li>
        <li className="flex flex-wrap items-center justify-between gap-3 border-t border-line pt-4">
          <p className="max-w-prose text-muted">
            {atLeast(role, 'owner') ? settings.deleteTenantText : settings.ownersOnly}
          </p>
          {atLeast(role, 'owner') && (
            <Button look="danger" onClick={() => setDeleting(true)}>
              {settings.deleteTenant}
            </Button>
          )}
        </li>
      </ul>
      {deleting && <DeleteDialog tenant={tenant} onClose={() => setDeleting(false)} onDone={signOut} />}
    </Block>
  );
}

/** The slug has to be typed: this can't be undone. */
function DeleteDialog({ tenant, onClose, onDone }: { tenant: Tenant; onClose(): void; onDone(): Promise<void> }) {
  const { settings } = useTexts();
  const form = useForm({
    initial: { slug: '' },
    missing: ({ slug }) => (slug === tenant.slug ? {} : { slug: settings.typeSlugWrong(tenant.slug) }),
    send: async ({ slug }) => {
      await unwrap(api.DELETE('/api/v1/tenants/current', { params: { query: { slug } } }));
      await onDone();
    },
  });
  return (
    <FormDialog
      title={settings.deleteTenantTitle(tenant.name)}
      text={settings.deleteTenantText}
      submit={settings.deleteTenant}
      danger
      form={form}
      onClose={onClose}
    >
      <Field label={settings.typeSlug(tenant.slug)} error={form.errors.slug}>
        {(control) => (
          <Input {...control} {...form.input('slug')} className="font-mono" autoComplete="off" spellCheck={false} />
        )}
      </Field>
    </FormDialog>
  );
}
