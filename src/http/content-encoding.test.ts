import { once } from 'node:events';
import { connect } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import Fastify from 'fastify';
import { afterEach, describe, expect, it } from 'vitest';
import { BodyBytes, countBodies } from './body-bytes.js';
import { decodeBodies } from './content-encoding.js';
import { toProblem } from './problem.filter.js';

const MIB = 1024 * 1024;
const LIMIT = 4 * MIB;
let close: (() => Promise<void>) | undefined;
afterEach(() => close?.());

/** Answers with the length of what it took for the body, and its beginning. */
async function serverWith(room = 64 * MIB) {
  const server = Fastify({ bodyLimit: LIMIT });
  server.setErrorHandler((error, _request, reply) => {
    const problem = toProblem(error);
    reply.code(problem.getStatus()).send({ code: problem.code });
  });
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  decodeBodies(server as never);
  // Whose a body is takes a look into the database.
  countBodies(server as never, new BodyBytes(room), () => new Promise((done) => setTimeout(done, 20, 'key')));
  server.route({
    method: ['GET', 'POST'],
    url: '/',
    handler: async ({ body }) => {
      const bytes = (body as Buffer | undefined) ?? Buffer.alloc(0);
      return { length: bytes.length, start: bytes.toString('utf8', 0, 20) };
    },
  });
  const url = await server.listen({ port: 0, host: '127.0.0.1' });
  close = () => server.close();
  const send = async (coding: string, body: Uint8Array<ArrayBuffer> | ReadableStream) => {
    const headers = { 'content-type': 'x/y', 'content-encoding': coding };
    const given = await fetch(url, { method: 'POST', body, headers, duplex: 'half' } as RequestInit);
    return { status: given.status, ...((await given.json()) as { code?: string; length?: number; start?: string }) };
  };
  return { url, send };
}

const noise = (size: number) => Buffer.from(Array.from({ length: size }, (_, i) => `${(i * 7919) % 1013} `).join(''));

describe('a compressed body', () => {
  it.each<[coding: string, pack: (text: Buffer) => Buffer<ArrayBuffer>]>([
    ['gzip', gzipSync],
    ['X-GZip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
    ['identity, gzip', gzipSync],
    ['identity', (text) => Buffer.from(text)],
    ['', (text) => Buffer.from(text)],
  ])('is unpacked: %s', async (coding, pack) => {
    const { send } = await serverWith();
    const text = noise(100_000);
    for (const each of [text, Buffer.from('a')]) {
      expect(await send(coding, pack(each))).toEqual({
        status: 200,
        length: each.length,
        start: each.toString('utf8', 0, 20),
      });
    }
  });

  it('that comes without its length is unpacked', async () => {
    const { send } = await serverWith();
    expect(await send('gzip', new Blob([gzipSync('hello')]).stream())).toMatchObject({ status: 200, start: 'hello' });
  });

  it.each(['gzip', 'deflate', 'br'])('that is not what it says, or cut, is refused: %s', async (coding) => {
    const { send } = await serverWith();
    expect(await send(coding, Buffer.from('garbage, and no end of it'))).toEqual({
      status: 400,
      code: 'body.malformed',
    });
    const pack = { gzip: gzipSync, deflate: deflateSync, br: brotliCompressSync }[coding] as typeof gzipSync;
    expect(await send(coding, pack(noise(1_000)).subarray(0, 40))).toEqual({ status: 400, code: 'body.malformed' });
  });

  it.each(['zip', 'gzip, br', 'constructor'])('in a coding that is not known is refused: %s', async (coding) => {
    const { send } = await serverWith();
    expect(await send(coding, Buffer.from('x'))).toEqual({ status: 415, code: 'body.unsupported_encoding' });
  });

  it('is held to the bounds of what it becomes', async () => {
    const { send } = await serverWith();
    expect(await send('gzip', gzipSync(Buffer.alloc(MIB)))).toMatchObject({ status: 200, length: MIB });
    const bomb = { status: 413, code: 'body.too_compressed' };
    expect(await send('gzip', gzipSync(Buffer.alloc(2 * MIB)))).toEqual(bomb);
    expect(await send('br', brotliCompressSync(Buffer.alloc(200 * MIB)))).toEqual(bomb);
    expect(await send('deflate', deflateSync(noise(2 * MIB)))).toEqual({ status: 413, code: 'body.too_large' });
  });

  it('counts as what it becomes while it comes in', async () => {
    const { send } = await serverWith(2 * MIB);
    expect((await send('gzip', gzipSync(noise(MIB)))).status).toBe(429);
    expect((await send('gzip', gzipSync(noise(10_000)))).status).toBe(200);
  });

  it('matters to no call that has none', async () => {
    const { url } = await serverWith();
    const given = await fetch(url, { headers: { 'content-encoding': 'gzip' } });
    expect(await given.json()).toMatchObject({ length: 0 });
  });

  it('may be cut off by its sender', async () => {
    const { url, send } = await serverWith();
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.write(
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Type: x/y\r\nContent-Encoding: gzip\r\nContent-Length: 9000\r\n\r\n',
    );
    socket.write(gzipSync(noise(1_000)).subarray(0, 100));
    await once(socket, 'connect');
    socket.destroy();
    expect((await send('gzip', gzipSync('hello'))).status).toBe(200);
  });
});
