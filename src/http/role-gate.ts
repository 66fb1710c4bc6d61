import type { FastifyInstance } from 'fastify';
import { Problem } from './problem.js';

/** What a process may serve. Health and metrics are served by every one. */
export interface ServedParts {
  api: boolean;
  webhook: boolean;
}

/**
 * Answers 404 for the parts that this process does not serve. It looks at the route that was found, not at the address
 * that was called, so that no other spelling of an address gets past it.
 */
export function serveOnly(server: FastifyInstance, parts: ServedParts): void {
  if (parts.api && parts.webhook) return;
  server.addHook('onRequest', (request, _reply, done) => {
    const { url, config } = request.routeOptions;
    const part = (config as { part?: keyof ServedParts }).part ?? partOf(url ?? '');
    if (!part || parts[part]) return done();
    done(new Problem(404, 'server.part_not_served', `This process does not serve this: its ROLE has no ${part}.`));
  });
}

function partOf(route: string): keyof ServedParts | undefined {
  if (/^\/(api|api-docs|api-docs-json)(\/|$)/.test(route)) return 'api';
  if (/^\/(webhook|form)(-[a-z]+)?(\/|$)/.test(route)) return 'webhook';
  return undefined;
}
