import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../api/client.ts';
import { useWords } from '../texts/texts.ts';

/** As many as the app shows at once; a tenant with more looks for them on their page. */
const MOST = 200;

/** The types of credentials with their fields, in the language of the app. They don't change while the server runs. */
export const useCredentialTypes = (enabled = true) =>
  useQuery({
    queryKey: ['credential-types', useWords().language],
    queryFn: async () => (await unwrap(api.GET('/api/v1/credentials/types'))).items,
    staleTime: Number.POSITIVE_INFINITY,
    enabled,
  });

/** The credentials of the tenant, newest first, without their secrets. */
export const credentialsQuery = queryOptions({
  queryKey: ['credentials'],
  queryFn: async () => (await unwrap(api.GET('/api/v1/credentials', { params: { query: { limit: MOST } } }))).items,
});

/** One credential, listed or not. */
export const credentialQuery = (id: string) =>
  queryOptions({
    queryKey: ['credentials', 'one', id],
    queryFn: () => unwrap(api.GET('/api/v1/credentials/{id}', { params: { path: { id } } })),
    retry: false,
  });

/** As many of the workflows that name a credential as are worth reading. */
const USES = 20;

/** The workflows that name a credential, newest first. */
export const usesQuery = (id: string) =>
  queryOptions({
    queryKey: ['credentials', 'uses', id],
    queryFn: () =>
      unwrap(api.GET('/api/v1/credentials/{id}/workflows', { params: { path: { id }, query: { limit: USES } } })),
  });
