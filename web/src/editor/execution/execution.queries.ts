import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';

export type ExecutionDetail = components['schemas']['ExecutionDetail'];

/** As which version of its workflow an execution runs again. */
export type RunVersion = 'same' | 'live' | 'draft';

/** One execution with what every node did. */
export const executionQuery = (id: string) =>
  queryOptions({
    queryKey: ['executions', id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/executions/{id}', { params: { path: { id } }, signal })),
    structuralSharing: false,
    refetchOnWindowFocus: false,
  });

const at = (id: string) => ({ params: { path: { id } } });

/** What can be done with an execution. @throws ApiProblem */
export const executionCalls = {
  retry: (id: string, version: RunVersion) =>
    unwrap(api.POST('/api/v1/executions/{id}/retry', { ...at(id), body: { version } })),
  replay: (id: string, body: { fromNode?: string; input?: unknown[]; version: RunVersion }) =>
    unwrap(api.POST('/api/v1/executions/{id}/replay', { ...at(id), body: body as never })),
  resume: (id: string) => unwrap(api.POST('/api/v1/executions/{id}/resume', at(id))),
  cancel: (id: string) => unwrap(api.POST('/api/v1/executions/{id}/cancel', at(id))),
  answer: (id: string, answer: 'again' | 'done' | 'stop', items?: unknown[]) =>
    unwrap(
      api.POST('/api/v1/executions/{id}/answer', { ...at(id), body: { answer, ...(items ? { items } : {}) } as never }),
    ),
  delete: (id: string) => unwrap(api.DELETE('/api/v1/executions/{id}', at(id))),
};
