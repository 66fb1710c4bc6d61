import { useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../../api/client.ts';
import type { components } from '../../../api/schema.d.ts';
import { useSession } from '../../../api/session.ts';
import { useTexts } from '../../../texts/texts.ts';
import { Button } from '../../../ui/button.tsx';
import { Field, Input } from '../../../ui/field.tsx';
import { toast } from '../../../ui/toast.tsx';
import { ZoneSelect } from '../../../ui/zones/zone-select.tsx';
import { Fault } from '../../session/session-card.tsx';
import { useForm } from '../../session/use-form.ts';
import { tenantQuery } from '../settings.queries.ts';

/** Name, slug and time zone of the tenant. */
export function TenantForm({ tenant, disabled }: { tenant: components['schemas']['TenantView']; disabled: boolean }) {
  const { settings, words } = useTexts();
  const queries = useQueryClient();
  const form = useForm({
    initial: { name: tenant.name, slug: tenant.slug, timezone: tenant.timezone },
    missing: ({ name, slug, timezone }) => ({
      ...(name?.trim() ? {} : { name: settings.nameMissing }),
      ...(slug?.trim() ? {} : { slug: settings.slugMissing }),
      ...(timezone?.trim() ? {} : { timezone: settings.zoneMissing }),
    }),
    send: async (body) => {
      const changed = await unwrap(api.PATCH('/api/v1/tenants/current', { body }));
      queries.setQueryData(tenantQuery.queryKey, changed);
      useSession.setState(({ signed }) =>
        signed ? { signed: { ...signed, tenant: { ...signed.tenant, name: changed.name, slug: changed.slug } } } : {},
      );
      void queries.invalidateQueries({ queryKey: ['tenants'] });
      toast({ text: settings.saved });
    },
  });
  return (
    <form {...form.form} className="mt-2 flex max-w-xl flex-col gap-4">
      {form.fault && <Fault>{form.fault.message}</Fault>}
      <Field label={settings.name} error={form.errors.name}>
        {(control) => <Input {...control} {...form.input('name')} disabled={disabled} />}
      </Field>
      <Field label={settings.slug} hint={settings.slugHint} error={form.errors.slug}>
        {(control) => <Input {...control} {...form.input('slug')} disabled={disabled} className="font-mono" />}
      </Field>
      <Field label={settings.zone} hint={settings.zoneHint} error={form.errors.timezone}>
        {(control) => (
          <ZoneSelect
            {...control}
            value={form.values.timezone}
            onChange={(zone) => form.input('timezone').onChange({ target: { value: zone } })}
            disabled={disabled}
          />
        )}
      </Field>
      {!disabled && (
        <div>
          <Button type="submit" busy={form.busy}>
            {words.save}
          </Button>
        </div>
      )}
    </form>
  );
}
