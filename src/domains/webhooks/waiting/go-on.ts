import type { FastifyRequest } from 'fastify';
import { isPreview } from '../settings/call-rules.js';
import type { AskSetting } from '../settings/call-settings.js';

/** What the page of `approval-page.ts` posts, and nobody else by chance. */
export const GO_ON_FIELD = 'orchestrator-wait';
export const GO_ON_VALUE = 'go-on';
const GO_ON_BODY = `${GO_ON_FIELD}=${GO_ON_VALUE}`;
const FORM_TYPE = 'application/x-www-form-urlencoded';

/**
 * Whether somebody who opens the address of a wait is asked before the run goes on. Opening an address is what link
 * previews, mail scanners and prefetching browsers do too, and none of them presses a button; programs that call it mean it.
 */
export function isToBeAsked({ headers }: FastifyRequest, setting: AskSetting): boolean {
  if (setting !== 'automatic') return setting === 'always';
  const { accept = '', 'user-agent': agent, 'sec-fetch-dest': dest } = headers;
  if (opensPage(headers) || isPreview(agent)) return true;
  if (headers['sec-purpose'] !== undefined || headers.purpose !== undefined) return true;
  // Who calls itself a browser, and is neither a page's script nor after data, looks at what is behind a link.
  return agent?.startsWith('Mozilla/') === true && dest === undefined && !/json|xml/i.test(accept);
}

/**
 * Whether the call is made to show a document to a person. Programs that take whatever comes name JSON beside HTML, as
 * no browser does (n8n's own HTTP Request, for one).
 */
export function opensPage({
  accept = '',
  'sec-fetch-mode': mode,
  'sec-fetch-dest': dest,
}: FastifyRequest['headers']): boolean {
  if (mode === 'navigate' || dest === 'document') return true;
  return /text\/html|application\/xhtml/i.test(accept) && !/application\/json/i.test(accept);
}

/** Whether the call comes from the page's button. */
export function isAnswerOfPage({ method, headers, body }: FastifyRequest): boolean {
  return (
    method === 'POST' &&
    headers['content-type']?.split(';')[0]?.trim().toLowerCase() === FORM_TYPE &&
    body instanceof Buffer &&
    body.length === GO_ON_BODY.length &&
    body.toString() === GO_ON_BODY
  );
}

/**
 * A call as the workflow is to see it: its address without what has been read of it, and of the page's button nothing.
 * @param query what the caller says, without a question mark
 * @param asGet the call that the page's button stands for
 */
export function asSeen(request: FastifyRequest, query: string, asGet: boolean): FastifyRequest {
  const url = `${request.url.split(/[?&]/)[0]}${query && `?${query}`}`;
  if (!asGet) return view(request, { url });
  const { 'content-type': _type, 'content-length': _length, origin: _origin, ...headers } = request.headers;
  return view(request, { url, method: 'GET', body: undefined, headers });
}

function view(request: FastifyRequest, changed: Partial<Record<keyof FastifyRequest, unknown>>): FastifyRequest {
  const properties = Object.entries(changed).map(([name, value]) => [name, { value }]);
  return Object.create(request, Object.fromEntries(properties));
}
