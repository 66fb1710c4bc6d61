import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { create } from 'zustand';
import { api, unwrap } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import { credentialsQuery } from '../../forms/credentials.queries.ts';

export type Credential = components['schemas']['CredentialView'];
const PAGE = 50;

/** The credentials of the tenant, newest first, as far as they were asked for. */
export const useCredentials = (type: string | undefined) =>
  useInfiniteQuery({
    queryKey: [...credentialsQuery.queryKey, 'list', type],
    queryFn: ({ pageParam: cursor }) =>
      unwrap(api.GET('/api/v1/credentials', { params: { query: { limit: PAGE, cursor, type } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

export interface TestOutcome {
  ok: boolean;
  message: string;
  /** When, as ISO text. */
  at: string;
}
/** What tests said since the app was opened. The server keeps no results: they would be old by the next look. */
export const useTestOutcomes = create<{ outcomes: Readonly<Record<string, TestOutcome>> }>(() => ({ outcomes: {} }));

export const useTestCredential = () =>
  useMutation({
    mutationFn: async ({ id }: Credential) => {
      const { ok, message } = await unwrap(api.POST('/api/v1/credentials/{id}/test', { params: { path: { id } } }));
      const outcome = { ok, message, at: new Date().toISOString() };
      useTestOutcomes.setState(({ outcomes }) => ({ outcomes: { ...outcomes, [id]: outcome } }));
      return outcome;
    },
  });

export function useDeleteCredential() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id }: Credential) => unwrap(api.DELETE('/api/v1/credentials/{id}', { params: { path: { id } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: credentialsQuery.queryKey }),
  });
}
