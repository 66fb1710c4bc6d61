import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { APP_COOKIE } from '../../http/app-cookies.js';
import { SESSION_DAYS } from './sessions.service.js';

const NAME = `${APP_COOKIE}refresh`;
const options = (secure: boolean): CookieSerializeOptions => ({
  path: '/api/v1/auth',
  httpOnly: true,
  sameSite: 'strict',
  secure,
});

/** @param secure whether people reach the server by https */
export function setRefreshCookie(reply: FastifyReply, token: string, secure: boolean): void {
  reply.setCookie(NAME, token, { ...options(secure), maxAge: SESSION_DAYS * 24 * 60 * 60 });
}

export function clearRefreshCookie(reply: FastifyReply, secure: boolean): void {
  reply.clearCookie(NAME, options(secure));
}

export const refreshCookie = (request: FastifyRequest): string | undefined => request.cookies[NAME];
