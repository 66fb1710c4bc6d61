import { create } from 'zustand';
import { api, unwrap } from '../../../api/client.ts';
import type { components } from '../../../api/schema.d.ts';

/** Refused calls that are shown; the newest are what a person is looking for. */
const MOST_REFUSED = 5;

/** A call that came to a test address, and was not taken. */
export interface RefusedCall {
  /** The trigger that listens. */
  nodeId: string;
  method: string;
  path: string;
  status: number;
  detail: string;
  at: string;
}

/** A workflow that waits for one call of its test addresses. It goes on waiting while its panel is closed. */
export interface Listening {
  workflowId: string;
  until: string;
  webhooks: readonly components['schemas']['ArmedWebhook'][];
}

interface ListeningState {
  listening?: Listening;
  /** Since it listens, the newest first. */
  refused: readonly RefusedCall[];
  /** The workflow that listened last, when nothing came in time. */
  missed?: string;
}

const NONE: ListeningState = { listening: undefined, refused: [], missed: undefined };
const useStore = create<ListeningState>(() => NONE);

/** Arms the test addresses of a workflow's draft. @throws ApiProblem */
export async function listen(workflowId: string): Promise<void> {
  const answer = await unwrap(api.POST('/api/v1/workflows/{id}/listen', { params: { path: { id: workflowId } } }));
  useStore.setState({ ...NONE, listening: { workflowId, ...answer } });
}

/** Takes them back. @throws ApiProblem */
export async function stopListening(): Promise<void> {
  const { listening } = useStore.getState();
  useStore.setState(NONE);
  if (!listening) return;
  await unwrap(api.DELETE('/api/v1/workflows/{id}/listen', { params: { path: { id: listening.workflowId } } }));
}

/** The call has come, or its time is over. */
export function endListening(missed: boolean): void {
  const { listening } = useStore.getState();
  useStore.setState({ listening: undefined, missed: missed ? listening?.workflowId : undefined });
}

/** A call of one of a workflow's test addresses was refused. */
export function refusedCall(workflowId: string, call: RefusedCall): void {
  const { listening, refused } = useStore.getState();
  if (listening?.workflowId === workflowId) useStore.setState({ refused: [call, ...refused].slice(0, MOST_REFUSED) });
}

/** What listens for a workflow now. */
export const useListening = (workflowId: string | undefined): Listening | undefined =>
  useStore(({ listening }) => (listening && listening.workflowId === workflowId ? listening : undefined));

/** Whether a trigger waits for a test call. */
export const useIsListening = (workflowId: string | undefined, node: string): boolean =>
  useStore(
    ({ listening }) =>
      listening !== undefined &&
      listening.workflowId === workflowId &&
      listening.webhooks.some(({ nodeId }) => nodeId === node),
  );

export const useRefusedCalls = (): readonly RefusedCall[] => useStore(({ refused }) => refused);

/** Whether the last listening of a workflow ended without a call. */
export const useMissed = (workflowId: string | undefined): boolean =>
  useStore(({ missed }) => missed !== undefined && missed === workflowId);
