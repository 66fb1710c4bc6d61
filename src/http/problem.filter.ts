import { STATUS_CODES } from 'node:http';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { WorkerFault } from '../infrastructure/workers/worker-fault.js';
import { Problem } from './problem.js';

/** Codes for faults that the framework finds before any of our code runs. */
const CODES: Record<number, string> = {
  400: 'request.malformed',
  401: 'auth.required',
  403: 'auth.forbidden',
  404: 'route.not_found',
  405: 'route.method_not_allowed',
  408: 'request.timeout',
  413: 'body.too_large',
  414: 'url.too_long',
  415: 'body.unsupported_type',
  431: 'headers.too_large',
  503: 'server.unavailable',
};

/** Seconds after which a call may come again that there was no room for. */
const BUSY_SECONDS = 1;

interface DatabaseFault {
  code?: string;
  driverError?: { code?: string };
}
/**
 * Text that PostgreSQL can't hold (a NUL), ids that are none, numbers out of range (SQLSTATE class 22), or nothing where
 * there has to be something (23502): the caller's fault.
 */
const isBadValue = (error: DatabaseFault) => /^22|^23502$/.test(error.driverError?.code ?? error.code ?? '');

/** The database is stopping, starting, gone, or has no connection left (SQLSTATE; what a socket says). */
const isAway = (error: DatabaseFault) => /^(57P0|08|53300|ECONNREFUSED$|ENOENT$)/.test(error.driverError?.code ?? '');

/** The caller went away: no fault of the server's, and nobody is there to be told. */
function isCut({ code, message }: NodeJS.ErrnoException): boolean {
  return (code === 'ECONNRESET' && message === 'aborted') || code === 'ERR_STREAM_PREMATURE_CLOSE';
}

/** Turns whatever was thrown into `application/problem+json`. What is not meant for callers goes to the log alone. */
export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof WorkerFault && error.code !== 'workers.failed') {
    return new Problem(503, 'server.busy', 'The server has too much to work out just now. Try again in a moment.', {
      retryAfter: BUSY_SECONDS,
    });
  }
  if (error instanceof HttpException) {
    const status = error.getStatus();
    return new Problem(status, CODES[status] ?? `http.${status}`, error.message);
  }
  const { statusCode, code } = error as { statusCode?: number; code?: string };
  if (isCut(error as Error)) return new Problem(400, 'request.aborted', 'The call was cut before it was answered.');
  if (typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500 && code?.startsWith('FST_')) {
    return new Problem(statusCode, CODES[statusCode] ?? `http.${statusCode}`, (error as Error).message);
  }
  if (isAway(error as DatabaseFault)) {
    return new Problem(503, 'server.unavailable', 'The database does not answer just now. Try again in a moment.', {
      retryAfter: BUSY_SECONDS,
    });
  }
  if (isBadValue(error as DatabaseFault)) {
    return new Problem(
      400,
      'request.malformed',
      'A value of the request has a form that can not be stored or looked up.',
    );
  }
  return new Problem(500, 'server.error', 'Something went wrong on our side. The request id leads to it in the log.');
}

@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('Http');

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = toProblem(error);
    const status = problem.getStatus();
    if (status >= 500) {
      const stack = error instanceof Error ? error.stack : String(error);
      this.log.error({ requestId: request.id, method: request.method, url: request.url?.split('?')[0], err: stack });
    }
    if (reply.sent) return;
    const { retryAfter } = problem.more;
    if (typeof retryAfter === 'number') reply.header('retry-after', String(retryAfter));
    if (status === 401) reply.header('www-authenticate', 'Bearer');
    reply
      .status(status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(
        JSON.stringify({
          type: 'about:blank',
          title: STATUS_CODES[status] ?? 'Error',
          status,
          code: problem.code,
          detail: problem.detail,
          requestId: request.id,
          ...problem.more,
        }),
      );
  }
}
