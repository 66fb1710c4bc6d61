import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import { tryStored } from '../../forms/credential-trials.ts';
import { credentialsQuery } from '../../forms/credentials.queries.ts';

export type Credential = components['schemas']['CredentialView'];
const PAGE = 50;

/** The credentials of the tenant, newest first, as far as they were asked for. */
export const useCredentials = (type: string | undefined, q: string) =>
  useInfiniteQuery({
    queryKey: [...credentialsQuery.queryKey, 'list', type, q],
    queryFn: ({ pageParam: cursor }) =>
      unwrap(api.GET('/api/v1/credentials', { params: { query: { limit: PAGE, cursor, type, ...(q ? { q } : {}) } } })),
    placeholderData: (before) => before,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

export function useTestCredential() {
  const queries = useQueryClient();
  return useMutation({ mutationFn: ({ id }: Credential) => tryStored(queries, id) });
}

export function useDeleteCredential() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id }: Credential) => unwrap(api.DELETE('/api/v1/credentials/{id}', { params: { path: { id } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: credentialsQuery.queryKey }),
  });
}

export function useDeleteCredentials() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (rows: readonly Credential[]) =>
      unwrap(api.POST('/api/v1/credentials/bulk', { body: { action: 'delete', ids: rows.map(({ id }) => id) } })),
    onSettled: () => queries.invalidateQueries({ queryKey: credentialsQuery.queryKey }),
  });
}
