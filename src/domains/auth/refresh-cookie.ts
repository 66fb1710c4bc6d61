import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { APP_COOKIE, OF_THIS_HOST } from '../../http/app-cookies.js';
import { SESSION_DAYS } from './sessions.service.js';

const NAME = `${APP_COOKIE}refresh`;
/**
 * Names the session of the token. Another host of the same domain, such as that of a tenant's webhooks, can set a cookie
 * for this one too, and so put a session of its own under somebody; but none of this name.
 */
const SESSION = `${OF_THIS_HOST}${APP_COOKIE}session`;

const options = (secure: boolean): CookieSerializeOptions => ({
  path: '/api/v1/auth',
  httpOnly: true,
  sameSite: 'strict',
  secure,
});

/** @param secure whether people reach the server by https */
export function setRefreshCookie(reply: FastifyReply, token: string, secure: boolean): void {
  const maxAge = SESSION_DAYS * 24 * 60 * 60;
  reply.setCookie(NAME, token, { ...options(secure), maxAge });
  if (secure) reply.setCookie(SESSION, sessionOf(token), { ...options(secure), path: '/', maxAge });
}

export function clearRefreshCookie(reply: FastifyReply, secure: boolean): void {
  reply.clearCookie(NAME, options(secure));
  if (secure) reply.clearCookie(SESSION, { ...options(secure), path: '/' });
}

/**
 * The refresh token that this server set: of several under its name, that of the session that the browser has from here.
 * Programs keep no cookies of other hosts, and need not send the session's.
 * @param secure whether people reach the server by https, without which browsers take no cookie for one host alone
 */
export function refreshCookie({ headers, cookies }: FastifyRequest, secure: boolean): string | undefined {
  const isBrowser = headers['sec-fetch-site'] !== undefined || headers.origin !== undefined;
  if (!secure || !isBrowser) return cookies[NAME];
  const session = cookies[SESSION];
  return session && tokensIn(headers.cookie ?? '').find((token) => sessionOf(token) === session);
}

/** All of them, where other hosts may have added some. A token has no character that a cookie has to encode. */
function tokensIn(header: string): string[] {
  const pairs = header.split(';').map((pair) => pair.trim());
  return pairs.filter((pair) => pair.startsWith(`${NAME}=`)).map((pair) => pair.slice(NAME.length + 1));
}

/** A token begins with the id of its session (`RefreshTokens`). */
const sessionOf = (token: string): string => token.split('.', 1)[0] as string;
