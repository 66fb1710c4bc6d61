import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';

export type CallKind = 'subworkflow' | 'error';
export type CallableWorkflow = components['schemas']['CallableWorkflow'];

/** As many as one looks through; typing finds the others. */
const MOST = 50;
/** A workflow in another tab may have been changed since: its fields are asked for again when this tab is looked at. */
const FRESH_MS = 2_000;

/** What a workflow may call, by name. */
export const callableQuery = (kind: CallKind, by: string | undefined, search: string) =>
  queryOptions({
    queryKey: ['workflows', 'callable', kind, by, search],
    placeholderData: keepPreviousData,
    staleTime: FRESH_MS,
    queryFn: () => {
      const query = { kind, limit: MOST, ...(by ? { by } : {}), ...(search ? { q: search } : {}) };
      return unwrap(api.GET('/api/v1/workflows/callable', { params: { query } }));
    },
  });

/** One workflow that is called: its name, its fields, and why it can't be called; null when there is none with the id. */
export const calledQuery = (kind: CallKind, by: string | undefined, id: string) =>
  queryOptions({
    queryKey: ['workflows', 'called', kind, by, id],
    enabled: /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id),
    staleTime: FRESH_MS,
    refetchOnWindowFocus: true,
    queryFn: async (): Promise<CallableWorkflow | null> => {
      const query = { kind, ids: id, ...(by ? { by } : {}) };
      const { items } = await unwrap(api.GET('/api/v1/workflows/callable', { params: { query } }));
      return items[0] ?? null;
    },
  });
