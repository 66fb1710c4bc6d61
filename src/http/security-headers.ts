import type { FastifyInstance } from 'fastify';

const HEADERS = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
};
/** Answers of the API are data: nothing in them may run or be framed. */
const API_POLICY = "default-src 'none'; frame-ancestors 'none'";
/** Swagger UI brings its own scripts, and one inline script that starts it. */
const DOCS_POLICY =
  "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; " +
  "connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** Sets the headers that keep a browser from doing more with an answer than was meant. Webhooks set their own. */
export function secureAnswers(server: FastifyInstance): void {
  server.addHook('onRequest', (request, reply, done) => {
    const path = request.url;
    if (!/^\/(webhook|form)/.test(path)) {
      reply.headers(HEADERS);
      if (path.startsWith('/api-docs')) reply.header('content-security-policy', DOCS_POLICY);
      else if (path.startsWith('/api/')) {
        reply.headers({ 'content-security-policy': API_POLICY, 'cache-control': 'no-store' });
      }
    }
    done();
  });
}
