import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client.ts';

/** When a trigger was last met in earnest; `null` when it never was, as far as is known. */
export const lastCallQuery = (workflowId: string | undefined, trigger: string | undefined) =>
  queryOptions({
    queryKey: ['executions', 'last-call', workflowId, trigger],
    enabled: workflowId !== undefined && trigger !== undefined,
    queryFn: async ({ signal }) => {
      const params = { path: { id: workflowId ?? '' }, query: { trigger: trigger ?? '' } };
      return (await unwrap(api.GET('/api/v1/workflows/{id}/last-call', { params, signal }))).call;
    },
  });
