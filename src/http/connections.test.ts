import { once } from 'node:events';
import type { Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CONNECTION_LIMITS, type ConnectionLimits, connectionOptions, watchConnections } from './connections.js';

const SHORT: ConnectionLimits = {
  ...CONNECTION_LIMITS,
  headers: 300,
  bodyIdle: 300,
  answerIdle: 400,
  check: 25,
  connections: 5,
};
const LARGE = Buffer.alloc(64 * 1024 * 1024);
let server: FastifyInstance<Server>;
const open: Socket[] = [];

beforeEach(async () => {
  server = fastify({ ...connectionOptions(SHORT), bodyLimit: LARGE.length }) as unknown as FastifyInstance<Server>;
  server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  server.post('/take', (request) => ({ bytes: (request.body as Buffer).length }));
  server.post('/slow', async () => {
    await sleep(900);
    return 'at last';
  });
  server.get('/large', (_request, reply) => reply.send(LARGE));
  watchConnections(server.server, SHORT);
  await server.listen({ host: '127.0.0.1', port: 0 });
});
afterEach(async () => {
  for (const socket of open.splice(0)) socket.destroy();
  await server.close();
});

/** A connection, and all that it is answered. */
async function call(...texts: string[]) {
  const socket = connect((server.server.address() as AddressInfo).port, '127.0.0.1');
  open.push(socket);
  let text = '';
  socket.on('data', (chunk) => (text += chunk)).on('error', () => undefined);
  const closed = once(socket, 'close').then(() => text);
  await once(socket, 'connect');
  for (const each of texts) socket.write(each);
  return { socket, closed, answer: () => text };
}
const head = (path: string, ...headers: string[]) =>
  `POST ${path} HTTP/1.1\r\n${['host: here', 'content-type: a/b', ...headers].join('\r\n')}\r\n\r\n`;

describe('a connection', () => {
  it('is cut when its headers do not end', async () => {
    const { closed } = await call('POST /take HTTP/1.1\r\nhost: here\r\n');
    expect(await closed).toMatch(/^HTTP\/1.1 408 [\s\S]*"code":"request.timeout"/);
  });

  it.each([
    ['never comes', head('/take', 'content-length: 10')],
    ['stops', `${head('/take', 'content-length: 10')}12345`],
    ['stops between two chunks', `${head('/take', 'transfer-encoding: chunked')}5\r\n12345\r\n`],
    ['stops where nobody reads it', `${head('/nowhere', 'content-length: 10').replace('POST', 'GET')}12345`],
  ])('is answered 408 or cut when a body %s', async (how, text) => {
    const { closed } = await call(text);
    expect(await closed).toMatch(
      how.includes('nobody') ? /^HTTP\/1.1 (408|404)/ : /^HTTP\/1.1 408 [\s\S]*"request.timeout"/,
    );
  });

  it('is answered 408 when a body trickles below the least rate', async () => {
    const { closed, socket } = await call(head('/take', 'content-length: 100000'));
    const drip = setInterval(() => socket.write('x'), 20);
    expect(await closed).toMatch(/^HTTP\/1.1 408/);
    clearInterval(drip);
  });

  it('may bring a body slowly for long', async () => {
    const { answer, socket } = await call(head('/take', 'content-length: 20000'));
    for (let i = 0; i < 20; i++) {
      socket.write('x'.repeat(1_000));
      await sleep(50);
    }
    await expect.poll(answer, { timeout: 5_000 }).toMatch(/^HTTP\/1.1 200 [\s\S]*"bytes":20000/);
  });

  it('may wait for an answer, and for another request, for longer than a body may', async () => {
    const { answer, socket } = await call(`${head('/slow', 'content-length: 2')}ok`);
    await expect.poll(answer, { timeout: 5_000 }).toMatch(/at last$/);
    await sleep(500);
    socket.write(`${head('/take', 'content-length: 3')}abc`);
    await expect.poll(answer, { timeout: 5_000 }).toMatch(/"bytes":3/);
  });

  it('is cut when its answer is not taken', async () => {
    const { socket } = await call();
    socket.pause();
    socket.write('GET /large HTTP/1.1\r\nhost: here\r\n\r\n');
    const count = () => server.server.getConnections.bind(server.server);
    await expect
      .poll(() => new Promise((resolve) => count()((_error, number) => resolve(number))), { timeout: 10_000 })
      .toBe(0);
  });

  it('is taken by one too many alone', async () => {
    const five = await Promise.all(Array.from({ length: 5 }, () => call()));
    const { closed } = await call();
    expect(await closed).toBe('');
    const [first] = five;
    first?.socket.write(`${head('/take', 'content-length: 1')}x`);
    await expect.poll(() => first?.answer(), { timeout: 5_000 }).toMatch(/"bytes":1/);
  });

  it.each([
    ['no request at all', '\0\0\0\r\n\r\n', '400'],
    ['headers that are too large', head('/take', `x: ${'x'.repeat(20_000)}`), '431'],
    ['two lengths', head('/take', 'content-length: 1', 'content-length: 2'), '400'],
    ['a length and chunks', head('/take', 'content-length: 1', 'transfer-encoding: chunked'), '400'],
    ['a chunk without a length', `${head('/take', 'transfer-encoding: chunked')}zz\r\n`, '400'],
  ])('is answered and ended for %s', async (_, text, status) => {
    const { closed } = await call(text);
    expect(await closed).toMatch(new RegExp(`^HTTP/1.1 ${status} [\\s\\S]*application/problem\\+json`));
  });
});
