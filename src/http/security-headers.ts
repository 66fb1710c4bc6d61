import type { FastifyInstance } from 'fastify';
import { partOf } from './served-parts.js';

/** What pages of the app have no use for, and so no script in them may ask a person for. */
const UNUSED_FEATURES = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
];
const HEADERS = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': UNUSED_FEATURES.map((feature) => `${feature}=()`).join(', '),
};
/** Answers of the API are data: nothing in them may run or be framed. */
const API_POLICY = "default-src 'none'; frame-ancestors 'none'";
/** Swagger UI brings its own scripts, and one inline script that starts it. */
const DOCS_POLICY =
  "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; " +
  "connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
/** Two years. Without `includeSubDomains`: hosts below it need not be this server's. */
const ONLY_BY_HTTPS = 'max-age=63072000';

/**
 * Sets the headers that keep a browser from doing more with an answer than was meant. Webhooks set their own. What host
 * was called is known by then.
 */
export function secureAnswers(server: FastifyInstance): void {
  server.addHook('onRequest', (request, reply, done) => {
    if (request.place?.isSecure) reply.header('strict-transport-security', ONLY_BY_HTTPS);
    if (partOf(request) === 'webhook') {
      // Only at an origin of its own may a tenant's page ask a person for anything in the name of the host.
      if (request.place?.tenant === undefined) reply.header('permissions-policy', HEADERS['permissions-policy']);
      return done();
    }
    reply.headers(HEADERS);
    const route = request.routeOptions.url ?? request.url;
    if (route.startsWith('/api-docs')) reply.header('content-security-policy', DOCS_POLICY);
    else if (route.startsWith('/api/')) {
      reply.headers({ 'content-security-policy': API_POLICY, 'cache-control': 'no-store' });
    }
    done();
  });
}
