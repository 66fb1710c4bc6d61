import type { FastifyRequest } from 'fastify';

/** What the addresses of the server belong to. `api` is the app too. */
export type ServedPart = 'api' | 'webhook' | 'health';

const known = new Map<string, ServedPart | undefined>();

/**
 * What a request is for. It goes by the route that was found, not by the address that was called, so that no other
 * spelling of an address gets past it. A route may say it itself: `config: { part: 'api' }`.
 */
export function partOf(request: FastifyRequest): ServedPart | undefined {
  const { url = '', config } = request.routeOptions;
  const own = (config as { part?: ServedPart }).part;
  if (own) return own;
  if (!known.has(url)) known.set(url, read(url));
  return known.get(url);
}

function read(route: string): ServedPart | undefined {
  if (/^\/(api|api-docs|api-docs-json)(\/|$)/.test(route)) return 'api';
  if (/^\/(webhook|form|chat)(-[a-z]+)?(\/|$)/.test(route)) return 'webhook';
  return route.startsWith('/health/') ? 'health' : undefined;
}
