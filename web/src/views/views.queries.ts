import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';

export type View = components['schemas']['ViewAnswer'];
export type ViewList = View['list'];
type ViewChanges = components['schemas']['ViewChanges'];

const keyOf = (list: ViewList) => ['views', list];

/** The views of a list: my own, and those that the tenant shares. */
export const useViews = (list: ViewList) =>
  useQuery({
    queryKey: keyOf(list),
    queryFn: async ({ signal }) =>
      (await unwrap(api.GET('/api/v1/views', { params: { query: { list } }, signal }))).items,
    staleTime: 30_000,
    refetchOnWindowFocus: true,
  });

/** What can be done to views; each is done, and the list of them true again, before it resolves. @throws ApiProblem */
export function useViewCalls(list: ViewList) {
  const queries = useQueryClient();
  const thenLook = async <T>(call: Promise<T>): Promise<T> => {
    try {
      return await call;
    } finally {
      await queries.invalidateQueries({ queryKey: keyOf(list) });
    }
  };
  const at = (id: string) => ({ params: { path: { id } } });
  return {
    create: (body: { name: string; query: string; shared: boolean }) =>
      thenLook(unwrap(api.POST('/api/v1/views', { body: { list, ...body } }))),
    change: (id: string, body: ViewChanges) => thenLook(unwrap(api.PATCH('/api/v1/views/{id}', { ...at(id), body }))),
    remove: (id: string) => thenLook(unwrap(api.DELETE('/api/v1/views/{id}', at(id)))),
  };
}
