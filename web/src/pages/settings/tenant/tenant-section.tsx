import { useQuery } from '@tanstack/react-query';
import { useTexts } from '../../../texts/texts.ts';
import { ErrorState, Skeleton } from '../../../ui/states.tsx';
import { Block, NotAllowed } from '../block.tsx';
import { atLeast } from '../role-order.ts';
import { tenantQuery, usageQuery } from '../settings.queries.ts';
import { useRole } from '../use-role.ts';
import { DangerBlock } from './danger-block.tsx';
import { TenantForm } from './tenant-form.tsx';
import { UsageBlock } from './usage-block.tsx';

/** The tenant: what it is called, what it uses, and its end. */
export function TenantSection() {
  const { settings } = useTexts();
  const role = useRole();
  const { data: tenant, error, refetch } = useQuery(tenantQuery);
  const usage = useQuery(usageQuery);
  if (error && !tenant) return <ErrorState fault={error} onRetry={() => void refetch()} />;
  return (
    <>
      <Block title={settings.tenant} text={settings.tenantText}>
        {!tenant ? (
          <Skeleton rows={3} height={56} />
        ) : (
          <>
            {!atLeast(role, 'admin') && <NotAllowed>{settings.adminsOnly}</NotAllowed>}
            <TenantForm key={tenant.id} tenant={tenant} disabled={!atLeast(role, 'admin')} />
          </>
        )}
      </Block>
      {/* Each comes when what is above it has its height. */}
      {tenant && <UsageBlock />}
      {tenant && !usage.isPending && <DangerBlock tenant={tenant} />}
    </>
  );
}
