import type { HttpRequest } from '@orchestrator/node-sdk';

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/** Headers that say who is calling, or whose site is meant. They are for the origin they were meant for and no other. */
const IDENTITY_HEADERS = new Set(['authorization', 'cookie', 'proxy-authorization', 'host']);

/** Where an answer sends the caller on to; `undefined` when it doesn't. Throws for a `location` that is no URL. */
export function redirectTarget(status: number, location: string | undefined, from: URL): URL | undefined {
  if (!REDIRECTS.has(status) || location === undefined || location === '') return undefined;
  const target = new URL(asWritten(location), from);
  if (target.hash === '') target.hash = from.hash;
  return target;
}

/** Headers are read as Latin-1; an address that was sent in UTF-8, against the standard, is meant in that, as browsers take it. */
function asWritten(location: string): string {
  if (!/[\x80-\xff]/.test(location) || /[^\0-\xff]/.test(location)) return location;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(location, 'latin1'));
  } catch {
    return location;
  }
}

/**
 * The request that follows a redirect, as browsers make it (fetch standard, HTTP-redirect fetch): 303, and 301 and 302
 * after a POST, become a GET without a body; who calls is not told to another origin.
 * @param request as it was before a credential signed it
 */
export function redirected(request: HttpRequest, status: number, from: URL, to: URL): HttpRequest {
  const method = request.method.toUpperCase();
  const becomesGet =
    (status === 303 && method !== 'HEAD' && method !== 'GET') ||
    ((status === 301 || status === 302) && method === 'POST');
  const sameOrigin = from.origin === to.origin;
  const headers = Object.entries(request.headers ?? {}).filter(
    ([name]) => sameOrigin || !IDENTITY_HEADERS.has(name.toLowerCase()),
  );
  const next = {
    ...request,
    url: to.href,
    headers: Object.fromEntries(headers),
    clientCertificate: sameOrigin ? request.clientCertificate : undefined,
  };
  return becomesGet ? { ...withoutBody(next), method: 'GET' } : next;
}

/** The request without a body, and without the headers that tell of one. */
export function withoutBody(request: HttpRequest): HttpRequest {
  const headers = Object.entries(request.headers ?? {}).filter(([name]) => !name.toLowerCase().startsWith('content-'));
  return { ...request, headers: Object.fromEntries(headers), body: undefined };
}
