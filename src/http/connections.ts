import { type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyError, FastifyHttpOptions, FastifyReply, FastifyRequest } from 'fastify';

/** What a connection may take up without getting anywhere. Milliseconds, unless the name says otherwise. */
export interface ConnectionLimits {
  /** From the first byte of a request to the end of its headers. */
  headers: number;
  /** A body that brings no byte for so long is given up. */
  bodyIdle: number;
  /** Bytes a second that a body brings at least, over its whole time, once `bodyIdle` has passed. */
  bodyRate: number;
  /** An answer that the caller takes no byte of for so long is given up. */
  answerIdle: number;
  /** Between two requests. */
  keepAlive: number;
  /** How often all of this is looked at. */
  check: number;
  /** Headers of one request. */
  headerCount: number;
  headerBytes: number;
  /** Connections at once; further ones are cut at once. */
  connections: number;
}

export const CONNECTION_LIMITS: ConnectionLimits = {
  headers: 20_000,
  bodyIdle: 30_000,
  // A phone at the edge of its network brings ten times as much.
  bodyRate: 1024,
  answerIdle: 60_000,
  // Longer than load balancers keep theirs (60 s): who ends a connection first should be the one who makes it.
  keepAlive: 75_000,
  check: 1_000,
  headerCount: 200,
  headerBytes: 16 * 1024,
  // One takes some 20 KB. Beyond this, a load balancer and several processes should share the work.
  connections: 8_192,
};

/**
 * The options of Fastify's server that hold for connections. There is no bound on the time of a whole request: large
 * uploads over slow lines, calls that wait for a long run and streams of events are all honest; `watchConnections` finds
 * those that get nowhere. Nor on the requests of a connection: a request costs the same on whichever it comes.
 */
export function connectionOptions(limits: ConnectionLimits = CONNECTION_LIMITS) {
  return {
    http: {
      headersTimeout: limits.headers,
      connectionsCheckingInterval: limits.check,
      maxHeaderSize: limits.headerBytes,
    },
    requestTimeout: 0,
    connectionTimeout: 0,
    keepAliveTimeout: limits.keepAlive,
    maxRequestsPerSocket: 0,
    clientErrorHandler: answerBrokenRequest,
    frameworkErrors: answerUnreadableAddress,
  } satisfies FastifyHttpOptions<Server>;
}

/** What is known of a connection since it was last looked at. */
interface Watched {
  /** The last request with a body on it, and since when that comes in. */
  request?: IncomingMessage;
  response?: ServerResponse;
  began: number;
  bytesBefore: number;
  /** Bytes that had come in, and when the last of them did. */
  read: number;
  readAt: number;
  /** Bytes that the caller had taken, and when the last of them went out. */
  written: number;
  writtenAt: number;
}

/** Ends connections whose caller sends a body, or takes an answer, so slowly that it only holds the place. */
export function watchConnections(server: Server, limits: ConnectionLimits = CONNECTION_LIMITS): void {
  server.maxConnections = limits.connections;
  server.maxHeadersCount = limits.headerCount;
  const watched = new Map<Socket, Watched>();
  server.on('connection', (socket: Socket) => {
    watched.set(socket, { began: 0, bytesBefore: 0, read: 0, readAt: 0, written: 0, writtenAt: 0 });
    socket.once('close', () => watched.delete(socket));
  });
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const { headers, socket } = request;
    if (headers['content-length'] === undefined && headers['transfer-encoding'] === undefined) return;
    const state = watched.get(socket);
    if (!state) return;
    state.request = request;
    state.response = response;
    state.began = performance.now();
    state.readAt = state.began;
    state.bytesBefore = socket.bytesRead;
    state.read = socket.bytesRead;
  });
  const timer = setInterval(() => {
    const now = performance.now();
    for (const [socket, state] of watched) {
      if (bodyIsStuck(socket, state, limits, now)) giveUpBody(socket, state);
      else if (answerIsStuck(socket, state, limits, now)) socket.destroy();
    }
  }, limits.check);
  timer.unref();
  server.once('close', () => clearInterval(timer));
}

function bodyIsStuck({ bytesRead }: Socket, state: Watched, limits: ConnectionLimits, now: number): boolean {
  const { request } = state;
  if (!request) return false;
  if (request.complete || request.destroyed) {
    state.request = undefined;
    state.response = undefined;
    return false;
  }
  // Bytes that wait here for whoever reads them are not the caller's delay.
  if (bytesRead !== state.read || request.readableLength > 0) {
    state.read = bytesRead;
    state.readAt = now;
  }
  if (now - state.readAt > limits.bodyIdle) return true;
  const seconds = (now - state.began) / 1_000;
  return now - state.began > limits.bodyIdle && bytesRead - state.bytesBefore < seconds * limits.bodyRate;
}

/** Answers 408 when nothing has been answered yet, and ends the connection. */
function giveUpBody(socket: Socket, { response }: Watched): void {
  if (!response || response.headersSent || !socket.writable) {
    socket.destroy();
    return;
  }
  const detail = 'The body came too slowly or not at all. Send it again, over a better line or in parts.';
  const body = problemText(408, 'request.timeout', detail);
  response.writeHead(408, { ...PROBLEM_HEADERS, connection: 'close' });
  response.end(body, () => socket.destroy());
}

function answerIsStuck(socket: Socket, state: Watched, limits: ConnectionLimits, now: number): boolean {
  // What was handed to the system counts as taken: it holds little.
  const taken = socket.bytesWritten - socket.writableLength;
  if (socket.writableLength === 0 || taken !== state.written || state.writtenAt === 0) {
    state.written = taken;
    state.writtenAt = now;
  }
  return now - state.writtenAt > limits.answerIdle;
}

/** Answers what is no request: broken, too large in its headers, or never complete. */
function answerBrokenRequest(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const [status, code, detail] = brokenRequest(error.code);
  const body = problemText(status, code, detail);
  const headers = Object.entries({
    ...PROBLEM_HEADERS,
    connection: 'close',
    'content-length': Buffer.byteLength(body),
  });
  const head = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${head}\r\n${body}`, () => socket.destroy());
}

function brokenRequest(code: string | undefined): [status: number, code: string, detail: string] {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return [408, 'request.timeout', 'The request was not complete in time.'];
  if (code === 'HPE_HEADER_OVERFLOW') return [431, 'headers.too_large', 'The headers of the request are too large.'];
  return [400, 'request.malformed', 'This is not a request of HTTP/1.1 that can be understood.'];
}

/** Answers an address that no route can be looked up for, which none of the server's hooks gets to see. */
function answerUnreadableAddress({ code }: FastifyError, _request: FastifyRequest, reply: FastifyReply): void {
  const [status, why, detail] =
    code === 'FST_ERR_BAD_URL'
      ? ([400, 'request.malformed', 'The address of the request has a % that encodes nothing.'] as const)
      : ([404, 'route.not_found', 'Nothing is found at an address with so long a part.'] as const);
  reply.hijack();
  const body = problemText(status, why, detail);
  reply.raw.writeHead(status, { ...PROBLEM_HEADERS, 'content-length': Buffer.byteLength(body) }).end(body);
}

/** No hook adds to them: a browser that gets one is to show it as what it is, and run nothing in it. */
const PROBLEM_HEADERS = {
  'content-type': 'application/problem+json; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
};

function problemText(status: number, code: string, detail: string): string {
  return JSON.stringify({ type: 'about:blank', title: STATUS_CODES[status], status, code, detail });
}
