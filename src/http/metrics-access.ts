import { createHash, timingSafeEqual } from 'node:crypto';
import { BlockList, isIP } from 'node:net';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Config } from '../config/config.js';
import { readHost } from './hosts/host-header.js';
import { Problem } from './problem.js';

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8);
LOOPBACK.addAddress('::1', 'ipv6');

/** Headers in which proxies say of whom they ask for: each has a name of its own for it, such as CF-Connecting-IP. */
const OF_PROXIES = /^(forwarded|via|x-(forwarded|original|envoy|cluster|arr)-.*|.*-ip)$/;

/** Who may read the metrics: whoever has METRICS_TOKEN, and what runs on this machine and calls here directly. */
@Injectable()
export class MetricsAccess {
  private readonly proxies = new BlockList();
  private readonly token: Buffer | undefined;

  constructor({ METRICS_TOKEN, TRUST_PROXY }: Config) {
    this.token = METRICS_TOKEN === undefined ? undefined : digest(METRICS_TOKEN);
    for (const entry of TRUST_PROXY) {
      if (entry === 'loopback') {
        this.proxies.addSubnet('127.0.0.0', 8);
        this.proxies.addAddress('::1', 'ipv6');
        continue;
      }
      const [address = '', bits] = entry.split('/');
      const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
      this.proxies.addSubnet(address, Number(bits ?? (family === 'ipv6' ? 128 : 32)), family);
    }
  }

  /** @throws Problem 401, 403 for everybody else */
  require(request: FastifyRequest): void {
    const given = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    // Who gives a token is judged by it, wherever they call from.
    if (given === undefined && this.isFromHere(request)) return;
    if (!this.token) {
      throw Problem.forbidden(
        'metrics.loopback_only',
        'Metrics are for this machine alone. To read them from elsewhere, set METRICS_TOKEN and send it as a Bearer token.',
      );
    }
    if (given === undefined || !timingSafeEqual(digest(given), this.token)) {
      throw new Problem(401, 'metrics.token_required', 'Send METRICS_TOKEN as a Bearer token to read the metrics.');
    }
  }

  /** By the socket: headers say what anybody likes. A proxy on this machine asks for somebody else. */
  private isFromHere({ raw, headers, host }: FastifyRequest): boolean {
    // Proxies that are told nothing else ask so (nginx), and say of nobody; what collects metrics has HTTP/1.1.
    if (raw.httpVersion === '1.0') return false;
    const address = raw.socket.remoteAddress?.replace(/^::ffff:(?=\d+\.)/i, '') ?? '';
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (isIP(address) === 0 || !LOOPBACK.check(address, family) || this.proxies.check(address, family)) return false;
    if (Object.keys(headers).some((name) => OF_PROXIES.test(name))) return false;
    const name = readHost(host)?.name ?? '';
    return name === 'localhost' || (isIP(name) !== 0 && LOOPBACK.check(name, isIP(name) === 6 ? 'ipv6' : 'ipv4'));
  }
}

/** Of one length, so that comparing takes the same time whatever was given. */
const digest = (token: string): Buffer => createHash('sha256').update(token).digest();
