import type { FastifyReply, FastifyRequest } from 'fastify';

/** Seconds for which a browser keeps what a preflight answered. */
const PREFLIGHT_SECONDS = '300';

/** Says which origins' scripts may read the answer: the caller's when it is allowed, else the first that is. */
export function allowOrigin(
  request: FastifyRequest,
  reply: FastifyReply,
  origins: readonly string[] | undefined,
): void {
  const { origin } = request.headers;
  if (origin === undefined) return;
  const allowed = origins === undefined || origins.includes(origin) ? origin : (origins[0] as string);
  if (/[^\x20-\x7e]/.test(allowed)) return;
  reply.header('access-control-allow-origin', allowed);
  if (origins) reply.header('vary', 'Origin');
}

/** Takes back what `allowOrigin` said. */
export function forgetOrigin(reply: FastifyReply): void {
  reply.removeHeader('access-control-allow-origin').removeHeader('vary');
}

/** Answers the question that a browser asks before it calls. */
export function answerPreflight(request: FastifyRequest, reply: FastifyReply, methods: readonly string[]): void {
  reply.header('access-control-allow-methods', ['OPTIONS', ...new Set(methods)].join(', '));
  reply.header('access-control-max-age', PREFLIGHT_SECONDS);
  const wanted = request.headers['access-control-request-headers'];
  if (wanted !== undefined) reply.header('access-control-allow-headers', wanted);
  reply.code(204).send();
}
