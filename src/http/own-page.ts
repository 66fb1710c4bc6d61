import type { FastifyRequest } from 'fastify';

/**
 * Whether a call is no other site's doing: a page of this server made it, or no browser did. What acts by a cookie asks,
 * as browsers send that along whoever made them call; a token in a header or a body is given by its holder alone.
 *
 * `SameSite=Strict` is not enough: other hosts of the same domain are of the same site, such as those of webhooks.
 * @param base where people reach the server, which a proxy need not say in the Host header
 */
export function isOfOwnPage({ headers, host }: FastifyRequest, base: string): boolean {
  const { 'sec-fetch-site': site, origin } = headers;
  // Of every browser of these years, where the page came by HTTPS or from loopback; pages can't change it.
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  if (origin === undefined) return true;
  return origin === base || (URL.canParse(origin) && new URL(origin).host === host.toLowerCase());
}
