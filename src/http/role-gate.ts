import type { FastifyInstance } from 'fastify';
import { Problem } from './problem.js';
import { partOf } from './served-parts.js';

/** What a process may serve. Health and metrics are served by every one. */
export interface ServedParts {
  api: boolean;
  webhook: boolean;
}

/** Answers 404 for the parts that this process does not serve. */
export function serveOnly(server: FastifyInstance, parts: ServedParts): void {
  if (parts.api && parts.webhook) return;
  server.addHook('onRequest', (request, _reply, done) => {
    const part = partOf(request);
    if (!part || part === 'health' || parts[part]) return done();
    done(new Problem(404, 'server.part_not_served', `This process does not serve this: its ROLE has no ${part}.`));
  });
}
