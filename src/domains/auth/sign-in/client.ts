import type { FastifyRequest } from 'fastify';
import { networkOf } from '../../../http/client-address.js';
import { deviceCookie } from './device-cookie.js';

/** Where somebody signs in from. */
export interface Client {
  userAgent?: string | undefined;
  ip: string;
  /** What it is counted by: the address, or the /64 of an IPv6 address. */
  network: string;
  /** What it keeps to show that accounts were signed in to from it before. */
  devices?: string | undefined;
}

export function clientOf(request: FastifyRequest): Client {
  return {
    ip: request.ip,
    network: networkOf(request.ip),
    userAgent: request.headers['user-agent'],
    devices: deviceCookie(request),
  };
}
