import type { HttpRequest } from '@orchestrator/node-sdk';

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/** Headers that say who is calling. They are for the origin they were meant for and no other. */
const IDENTITY_HEADERS = new Set(['authorization', 'cookie', 'proxy-authorization', 'host']);

/** Where an answer sends the caller on to; `undefined` when it doesn't. Throws for a `location` that is no URL. */
export function redirectTarget(status: number, location: string | undefined, from: URL): URL | undefined {
  if (!REDIRECTS.has(status) || location === undefined || location === '') return undefined;
  const target = new URL(location, from);
  if (target.hash === '') target.hash = from.hash;
  return target;
}

/**
 * The request that follows a redirect, as browsers make it (fetch standard, HTTP-redirect fetch): 303, and 301 and 302
 * after a POST, become a GET without a body; who calls is not told to another origin.
 */
export function redirected(
  request: HttpRequest,
  status: number,
  from: URL,
  to: URL,
  secretHeaders: ReadonlySet<string>,
): HttpRequest {
  const method = request.method.toUpperCase();
  const becomesGet =
    (status === 303 && method !== 'HEAD' && method !== 'GET') ||
    ((status === 301 || status === 302) && method === 'POST');
  const dropped = (name: string) =>
    (becomesGet && name.startsWith('content-')) ||
    (from.origin !== to.origin && (IDENTITY_HEADERS.has(name) || secretHeaders.has(name)));
  const headers = Object.fromEntries(
    Object.entries(request.headers ?? {}).filter(([name]) => !dropped(name.toLowerCase())),
  );
  return {
    ...request,
    url: to.href,
    headers,
    method: becomesGet ? 'GET' : request.method,
    body: becomesGet ? undefined : request.body,
    clientCertificate: from.origin === to.origin ? request.clientCertificate : undefined,
  };
}
