import { STATUS_CODES } from 'node:http';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from 'fastify';
import { Config, hasRole } from '../../../config/config.js';
import { BodyBytes, countBodies } from '../../../http/body-bytes.js';
import { decodeBodies } from '../../../http/content-encoding.js';
import { toProblem } from '../../../http/problem.filter.js';
import type { Problem } from '../../../http/problem.js';
import { RefusedTestCalls } from '../refused-test-calls.service.js';
import { WaitingIngress } from '../waiting/waiting-ingress.js';
import type { Call } from './call.js';
import { WebhookIngress } from './webhook-ingress.js';

const TEST_PREFIX = '/webhook-test/';
const METHODS: HTTPMethods[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/**
 * Mounts the addresses that workflows are called at. They go past the guards and interceptors of the management API, and
 * take bodies of any type as they come.
 */
@Injectable()
export class WebhookRoutes implements OnModuleInit {
  private readonly log = new Logger('Webhook');

  constructor(
    private readonly host: HttpAdapterHost,
    private readonly config: Config,
    private readonly ingress: WebhookIngress,
    private readonly waiting: WaitingIngress,
    private readonly bytes: BodyBytes,
    private readonly refused: RefusedTestCalls,
  ) {}

  onModuleInit(): void {
    if (!hasRole(this.config, 'webhook')) return;
    const server = this.host.httpAdapter.getInstance<FastifyInstance>();
    server.register(async (scope) => {
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
      scope.setErrorHandler((error, request, reply) => this.fail(error, request, reply));
      decodeBodies(scope);
      countBodies(scope, this.bytes, (request) => this.ingress.holderOf(request));
      this.mount(scope, '/webhook/*', (call) => this.ingress.take(call, false));
      this.mount(scope, `${TEST_PREFIX}*`, (call) => this.ingress.take(call, true));
      this.mount(scope, '/webhook-waiting/*', (call) => this.waiting.take(call));
    });
  }

  private mount(scope: FastifyInstance, url: string, take: (call: Call) => Promise<void>): void {
    scope.route({
      method: METHODS,
      url,
      handler: async (request, reply) => {
        await take({ request, reply });
        return reply;
      },
    });
  }

  private fail(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const problem = toProblem(error);
    const status = problem.getStatus();
    if (problem.code === 'server.error') {
      const err = error instanceof Error ? error.stack : String(error);
      this.log.error({ requestId: request.id, method: request.method, url: request.url.split('?')[0], err });
    }
    writeProblem(reply, problem, status, request.id);
    if (request.url.startsWith(TEST_PREFIX)) void this.refused.tell(request, problem);
  }
}

/** Whoever calls is nobody in particular: of what a problem says to programs only this much is for them. */
function writeProblem(reply: FastifyReply, problem: Problem, status: number, requestId: string): void {
  const { acceptEncoding, challenge, retryAfter, errors } = problem.more;
  if (typeof acceptEncoding === 'string') reply.header('accept-encoding', acceptEncoding);
  if (typeof retryAfter === 'number') reply.header('retry-after', String(retryAfter));
  if (typeof challenge === 'string') reply.header('www-authenticate', challenge);
  reply
    .code(status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'no-store')
    .send(
      JSON.stringify({
        type: 'about:blank',
        title: STATUS_CODES[status] ?? 'Error',
        status,
        code: problem.code,
        detail: problem.detail,
        requestId,
        retryAfter,
        errors,
      }),
    );
}
