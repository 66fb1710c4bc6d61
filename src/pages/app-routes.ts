import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AppDocument, WEB_DIST } from './app-page.js';

/**
 * The addresses of the app (web/src/app/routes.tsx), all answered by one document. They are named, and not "everything
 * else", so that a mistyped address of the API is never answered by a page.
 */
const ADDRESSES = [
  '/',
  '/sign-in',
  '/register',
  '/setup',
  '/invitation',
  '/reset-password',
  ...['workflows', 'executions', 'schedules', 'credentials', 'templates', 'settings'].flatMap((page) => [
    `/${page}`,
    `/${page}/*`,
  ]),
];
/** What programs call: never answered by a page. */
const FOR_PROGRAMS = /^\/(api|webhook|form|health|metrics|assets)(?![^/?-])/;
/** Files in /assets have a hash of what is in them in their names: they never change. */
const ASSETS_MAX_AGE_MS = 365 * 24 * 3600 * 1000;

/** Serves the built app: its document at each of its addresses, and its files. */
@Injectable()
export class AppRoutes implements OnModuleInit {
  private readonly document = new AppDocument();

  constructor(private readonly host: HttpAdapterHost) {}

  onModuleInit(): void {
    const server = this.host.httpAdapter.getInstance<FastifyInstance>();
    // A process without the role `api` has no app either: http/role-gate.ts.
    const config = { part: 'api' };
    for (const url of ADDRESSES) {
      server.route({ method: ['GET', 'HEAD'], url, config, handler: (request, reply) => this.show(request, reply) });
    }
    server.route({ method: 'GET', url: '*', config, handler: (request, reply) => this.miss(request, reply) });
    if (!existsSync(join(WEB_DIST, 'assets'))) return;
    server.register(fastifyStatic, {
      root: join(WEB_DIST, 'assets'),
      prefix: '/assets/',
      preCompressed: true,
      immutable: true,
      maxAge: ASSETS_MAX_AGE_MS,
      index: false,
      decorateReply: false,
    });
    server.register(fastifyStatic, {
      root: WEB_DIST,
      prefix: '/',
      wildcard: false,
      globIgnore: ['assets/**', 'index.html*', '**/*.gz', '**/*.br'],
      index: false,
      decorateReply: false,
      cacheControl: false,
      // The service worker and the manifest are asked for again each time, and answered with 304.
      setHeaders: (reply) => reply.header('cache-control', 'no-cache'),
    });
  }

  /** A person who mistyped an address is told so by the app, which shows the way back; a program gets its problem document. */
  private miss(request: FastifyRequest, reply: FastifyReply): FastifyReply {
    const isPerson = request.headers.accept?.includes('text/html') && !FOR_PROGRAMS.test(request.url);
    if (isPerson && this.document.render()) return this.show(request, reply.code(404));
    reply.callNotFound();
    return reply;
  }

  private show(_request: FastifyRequest, reply: FastifyReply): FastifyReply {
    const page = this.document.render();
    if (!page) {
      return reply.code(503).type('text/plain; charset=utf-8').send('The app is not built here. Run: npm run build\n');
    }
    return reply
      .headers({
        'content-security-policy': page.policy,
        'cross-origin-opener-policy': 'same-origin',
        'cache-control': 'no-store',
      })
      .type('text/html; charset=utf-8')
      .send(page.html);
  }
}
