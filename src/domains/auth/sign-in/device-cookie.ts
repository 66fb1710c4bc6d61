import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { APP_COOKIE } from '../../../http/app-cookies.js';

const NAME = `${APP_COOKIE}device`;
/** Browsers keep no cookie longer (RFC 6265bis §5.5). */
const DAYS = 400;

const options = (secure: boolean): CookieSerializeOptions => ({
  path: '/api/v1/auth',
  httpOnly: true,
  sameSite: 'strict',
  secure,
  maxAge: DAYS * 24 * 60 * 60,
});

/** @param secure whether people reach the server by https */
export function setDeviceCookie(reply: FastifyReply, devices: string, secure: boolean): void {
  reply.setCookie(NAME, devices, options(secure));
}

export const deviceCookie = (request: FastifyRequest): string | undefined => request.cookies[NAME];
