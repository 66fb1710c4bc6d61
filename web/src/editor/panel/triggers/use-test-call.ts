import { useEffect } from 'react';
import { api, unwrap } from '../../../api/client.ts';
import type { RunActions } from '../../run/run-actions.ts';
import { holdCall } from '../../run/run-data-store.ts';
import { endListening, useListening } from './listening-store.ts';

/** How often the server is asked whether the call has come. */
const ASK_MS = 1_000;
/** Executions among which it is looked for. */
const NEWEST = 50;

/** While a workflow listens: shows the run that its test call starts, and has runs begin with that call from then on. */
export function useTestCall(workflowId: string | undefined, { follow }: RunActions): void {
  const listening = useListening(workflowId);
  useEffect(() => {
    if (!listening) return undefined;
    let over = false;
    const ask = async () => {
      while (!over && Date.now() < Date.parse(listening.until)) {
        // The list, and not each by its id: those that are not there yet are no error.
        const query = { workflowId: listening.workflowId, limit: NEWEST };
        const page = await unwrap(api.GET('/api/v1/executions', { params: { query } })).catch(() => undefined);
        if (over) return;
        const came = page?.items.find(({ id }) => listening.webhooks.some(({ executionId }) => executionId === id));
        const at = listening.webhooks.find(({ executionId }) => executionId === came?.id);
        if (came && at) {
          holdCall(listening.workflowId, at.nodeId, { executionId: came.id, at: came.queuedAt, test: true });
          follow(came.id);
          return endListening(false);
        }
        await new Promise((resolve) => setTimeout(resolve, ASK_MS));
      }
      if (!over) endListening(true);
    };
    void ask();
    return () => {
      over = true;
    };
  }, [listening, follow]);
}
