import createClient from 'openapi-fetch';
import { reach } from './connection.ts';
import { ApiProblem } from './problem.ts';
import type { paths } from './schema.d.ts';
import { bearer, refresh } from './session.ts';

/** `fetch` with the session's token; a call that meets an expired one is sent once more with a new one. */
export async function authorisedFetch(request: Request): Promise<Response> {
  // The language that the app speaks, which need not be the browser's.
  request.headers.set('accept-language', document.documentElement.lang);
  const again = request.clone();
  const send = async (each: Request) => {
    const token = await bearer();
    if (token) each.headers.set('authorization', `Bearer ${token}`);
    return reach(each);
  };
  const answer = await send(request);
  if (answer.status !== 401 || new URL(request.url).pathname.startsWith('/api/v1/auth/')) return answer;
  return (await refresh()) ? send(again) : answer;
}

/** The typed client of the API (generated from docs/openapi.json). Use it through `unwrap`. */
export const api = createClient<paths>({ baseUrl: '/', fetch: authorisedFetch });

/**
 * The body of an answer, or its problem thrown.
 * @example const page = await unwrap(api.GET('/api/v1/executions', { params: { query: { limit: 50 } } }))
 * @throws ApiProblem
 */
export async function unwrap<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  const { data, error, response } = await call;
  if (response.ok) return data as T;
  throw new ApiProblem(response.status, (typeof error === 'object' && error ? error : {}) as Record<string, unknown>);
}
