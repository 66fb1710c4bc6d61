import { queryOptions, type UseMutationOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client.ts';
import { toastFault } from '../../ui/toast.tsx';

/** As many as a list of settings shows; members and keys of one tenant are few. */
const MOST = 200;
const all = { params: { query: { limit: MOST } } };

export const sessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: async () => (await unwrap(api.GET('/api/v1/users/me/sessions'))).items,
});
export const tenantQuery = queryOptions({
  queryKey: ['tenant'],
  queryFn: () => unwrap(api.GET('/api/v1/tenants/current')),
});
export const usageQuery = queryOptions({
  queryKey: ['tenant', 'usage'],
  queryFn: () => unwrap(api.GET('/api/v1/tenants/current/usage')),
});
export const membersQuery = queryOptions({
  queryKey: ['members'],
  queryFn: async () => (await unwrap(api.GET('/api/v1/tenants/current/members', all))).items,
});
export const invitationsQuery = queryOptions({
  queryKey: ['invitations'],
  queryFn: async () => (await unwrap(api.GET('/api/v1/invitations', all))).items,
});
export const apiKeysQuery = queryOptions({
  queryKey: ['api-keys'],
  queryFn: async () => (await unwrap(api.GET('/api/v1/api-keys', all))).items,
});
export const keyPermissionsQuery = queryOptions({
  queryKey: ['api-key-permissions'],
  queryFn: async () => (await unwrap(api.GET('/api/v1/api-keys/permissions'))).items,
  staleTime: Number.POSITIVE_INFINITY, // it changes with a new server alone
});
export const webhooksQuery = queryOptions({
  queryKey: ['webhooks'],
  queryFn: async () => (await unwrap(api.GET('/api/v1/webhooks', all))).items,
});
export const heldPathsQuery = queryOptions({
  queryKey: ['webhooks', 'held'],
  queryFn: async () => (await unwrap(api.GET('/api/v1/webhooks/held', all))).items,
});

/** Which version the server is; it changes with a new start alone. */
export const infoQuery = queryOptions({
  queryKey: ['system-info'],
  queryFn: () => unwrap(api.GET('/api/v1/system/info')),
});

/** A change after which lists are asked anew; what goes wrong is said in passing. */
export function useChange<Input, Answer>(
  send: (input: Input) => Promise<Answer>,
  stale: readonly string[],
  options: Pick<UseMutationOptions<Answer, Error, Input>, 'onSuccess'> = {},
) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: send,
    onError: toastFault,
    onSettled: () => Promise.all(stale.map((key) => queries.invalidateQueries({ queryKey: [key] }))),
    ...options,
  });
}
