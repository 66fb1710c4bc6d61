import type { ServerResponse } from 'node:http';
import type { FastifyReply } from 'fastify';

/** A comment at this interval keeps proxies from cutting a quiet stream. */
const HEARTBEAT_MS = 15_000;

/**
 * Takes an answer over as a stream of server-sent events, which is kept open until it is ended.
 * @returns where frames are written, and what ends it
 */
export function openEventStream(reply: FastifyReply): { raw: ServerResponse; end: () => void } {
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
    // A stream that the server's stop ended would keep its connection, and with it the stop.
    connection: 'close',
  });
  const heartbeat = setInterval(() => raw.write(': still here\n\n'), HEARTBEAT_MS);
  return {
    raw,
    end: () => {
      clearInterval(heartbeat);
      raw.end();
    },
  };
}
