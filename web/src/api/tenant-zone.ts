import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from './client.ts';

/** The zone of workflows that name none; nothing until it is known. */
export function useTenantZone(): string | undefined {
  // The key of the settings page, which changes it.
  const { data } = useQuery({ queryKey: ['tenant'], queryFn: () => unwrap(api.GET('/api/v1/tenants/current')) });
  return data?.timezone;
}
