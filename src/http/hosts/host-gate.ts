import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from '../problem.js';
import { partOf } from '../served-parts.js';
import { readHost } from './host-header.js';
import type { KnownHosts, Place } from './known-hosts.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** What the host that was called leads to. Missing for `/health/...` alone, which answers at any. */
    place: Place;
  }
}

const SLASH = 47;

/**
 * Notes what the host that was called leads to.
 * @param hosts is asked for when the first call comes, as the server's port is not known before
 */
export function noteHosts(server: FastifyInstance, hosts: () => KnownHosts): void {
  let known: KnownHosts | undefined;
  server.decorateRequest('place', null as unknown as Place);
  server.addHook('onRequest', (request, _reply, done) => {
    known ??= hosts();
    const place = hasOneHost(request.raw) ? known.placeOf(request.host) : undefined;
    if (place) request.place = place;
    done();
  });
}

/** Answers only for hosts of the server's own, and at a host for webhooks only what belongs there. After `noteHosts`. */
export function refuseOtherHosts(server: FastifyInstance): void {
  server.addHook('onRequest', (request, _reply, done) => {
    const part = partOf(request);
    if (part === 'health') return done();
    const { place } = request;
    if (!place) return done(refused(request));
    if (place.serves === 'webhooks' && part !== 'webhook') {
      return done(new Problem(404, 'route.not_found', 'This host serves webhooks and forms alone.'));
    }
    // What a tenant writes must not answer for an origin ever after. Browsers send this with a worker's script alone.
    if (part === 'webhook' && request.headers['service-worker'] !== undefined) {
      return done(Problem.forbidden('webhook.service_worker', 'No service worker is served from here.'));
    }
    done();
  });
}

/** A second Host header would be read by some and not by others on the way here. */
function hasOneHost({ rawHeaders }: IncomingMessage): boolean {
  let count = 0;
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const name = rawHeaders[i] as string;
    if (name.length === 4 && name.toLowerCase() === 'host') count++;
  }
  return count <= 1;
}

function refused(request: FastifyRequest): Problem {
  const host = hasOneHost(request.raw) ? readHost(request.host) : undefined;
  if (!host)
    return new Problem(
      400,
      'host.malformed',
      'The request names no host, more than one, or something that is no host.',
    );
  return new Problem(
    421,
    'host.unknown',
    `This server does not answer for the host '${host.name.slice(0, 100)}'. Whoever runs it can name it in ALLOWED_HOSTS, or in PUBLIC_URL.`,
  );
}

/**
 * The path of a request whose target is a whole address, as one to a proxy is: what that names goes over the Host header
 * (RFC 9112, 3.2.2). For Fastify's `rewriteUrl`.
 */
export function pathOfTarget(request: IncomingMessage): string {
  const target = request.url ?? '/';
  if (target.charCodeAt(0) === SLASH) return target;
  const [, host, path = ''] = /^https?:\/\/([^/?#]*)(.*)$/is.exec(target) ?? [];
  // Neither a path nor an address: to be looked up as a path, so that every hook is passed on the way to "not found".
  if (host === undefined) return `/${target}`;
  request.headers.host = host;
  return path.startsWith('/') ? path : `/${path}`;
}
