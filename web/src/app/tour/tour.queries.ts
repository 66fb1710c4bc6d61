import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client.ts';

/** The tag that the sample of a fresh installation has. */
const TAG = 'sample';
/** Between two looks for the sample's first run, in milliseconds: the server begins it when the tenant is claimed. */
const LOOK_MS = 1_000;

/** The sample workflow and its last run, as soon as they are there. */
export const useSample = () =>
  useQuery({
    queryKey: ['workflows', 'sample'],
    queryFn: async () => {
      const { items } = await unwrap(api.GET('/api/v1/workflows', { params: { query: { tag: TAG, limit: 1 } } }));
      const [workflow] = items;
      if (!workflow) return null;
      const runs = await unwrap(
        api.GET('/api/v1/executions', { params: { query: { workflowId: workflow.id, limit: 1 } } }),
      );
      return { workflowId: workflow.id, executionId: runs.items[0]?.id };
    },
    refetchInterval: ({ state }) => (state.data?.executionId ? false : LOOK_MS),
  });
