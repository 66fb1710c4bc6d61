import { api, unwrap } from '../../../api/client.ts';
import type { components } from '../../../api/schema.d.ts';
import { type CallDraft, isText, parameterNames, readHeaders, requestOf } from './test-call.ts';

/** Characters of an answer that are read; more would only slow the page. */
const SHOWN = 100_000;

/** A call that was made, and what came of it. */
export interface Called {
  request: { method: string; target: string; headers: readonly [string, string][]; body?: string };
  status: number;
  statusText: string;
  headers: readonly [string, string][];
  contentType: string | null;
  /** Missing when the answer is no text. */
  text?: string;
  /** Bytes of the answer. */
  size: number;
  ms: number;
  /** Missing when the call was refused before anything ran. */
  executionId?: string;
}

/** Why a call could not be made; the page has the words. */
export class CallRefused extends Error {
  constructor(
    readonly reason: 'notInDraft' | 'parameter' | 'header',
    /** The path of the draft's address, the parameter without a value, or the line that is no header. */
    readonly what: string,
  ) {
    super(`${reason}: ${what}`);
  }
}

/**
 * Arms the test addresses of a webhook's draft, calls the one of the same node and method, and looks whether it ran.
 * @param webhook the live one; its draft may have another path by now
 * @param onPath is told the path of the draft's address
 * @throws CallRefused before anything is called
 */
export async function callWebhook(
  webhook: components['schemas']['WebhookView'],
  draft: Omit<CallDraft, 'method' | 'path'>,
  onPath: (path: string) => void,
  signal: AbortSignal,
): Promise<Called> {
  const read = readHeaders(draft.headers);
  if ('wrong' in read) throw new CallRefused('header', read.wrong);
  const params = { path: { id: webhook.workflow.id } };
  const armed = await unwrap(api.POST('/api/v1/workflows/{id}/listen', { params }));
  let used = false;
  try {
    const target = armed.webhooks.find(({ nodeId, method }) => nodeId === webhook.nodeId && method === webhook.method);
    if (!target) throw new CallRefused('notInDraft', webhook.method);
    // At this origin, even where the server knows itself by another name, or webhooks have an origin of their own.
    const path = target.appPath;
    onPath(path);
    const empty = parameterNames(path).find((name) => !draft.values[name]);
    if (empty !== undefined) throw new CallRefused('parameter', empty);
    const request = requestOf({ ...draft, method: webhook.method, path }, read.headers);
    const started = performance.now();
    const answer = await fetch(request.target, {
      method: request.method,
      headers: request.headers as [string, string][],
      body: request.body,
      credentials: 'omit',
      redirect: 'manual',
      signal,
    });
    const content = await answer.blob();
    const ms = performance.now() - started;
    const contentType = answer.headers.get('content-type');
    used = await hasRun(target.executionId);
    return {
      request,
      status: answer.status,
      statusText: answer.statusText,
      headers: [...answer.headers],
      contentType,
      text: isText(contentType) ? (await content.text()).slice(0, SHOWN) : undefined,
      size: content.size,
      ms,
      executionId: used ? target.executionId : undefined,
    };
  } finally {
    // What nobody called must not wait for a stranger's call.
    if (!used) await unwrap(api.DELETE('/api/v1/workflows/{id}/listen', { params })).catch(() => {});
  }
}

/** Whether a call has led to an execution; a call that is refused (a wrong key, a body that can't be read) does not. */
async function hasRun(id: string): Promise<boolean> {
  const { response } = await api.GET('/api/v1/executions/{id}', { params: { path: { id } } });
  return response.ok;
}
