import { once } from 'node:events';
import { connect } from 'node:net';
import Fastify from 'fastify';
import { afterEach, describe, expect, it } from 'vitest';
import { BodyBytes, countBodies } from './body-bytes.js';
import type { Problem } from './problem.js';

const MIB = 1024 * 1024;
let close: (() => Promise<void>) | undefined;
afterEach(() => close?.());

/** Answers when it is told to, with the length of the body. */
async function serverWith(limit: number) {
  const server = Fastify({ bodyLimit: 16 * MIB });
  const answer: (() => void)[] = [];
  server.setErrorHandler((error, _request, reply) => reply.code((error as Problem).getStatus()).send());
  server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  const pieces: number[] = [];
  countBodies(server, new BodyBytes(limit), (request) => String(request.headers['x-key']));
  server.addHook('preParsing', (request, _reply, payload, done) => {
    if (payload !== request.raw) payload.on('data', (piece: Buffer) => pieces.push(piece.length));
    done(null, payload);
  });
  server.post('/', async (request) => {
    await new Promise<void>((resolve) => answer.push(resolve));
    return { length: (request.body as Buffer).length };
  });
  const url = await server.listen({ port: 0, host: '127.0.0.1' });
  close = () => server.close();
  const send = (key: string, size: number) =>
    fetch(url, { method: 'POST', body: Buffer.alloc(size), headers: { 'content-type': 'x/y', 'x-key': key } });
  /** A body whose every byte is a chunk of its own; the first line of the answer. */
  const sendCrumbs = async (count: number) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1').on('error', () => undefined);
    socket.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Type: x/y\r\nTransfer-Encoding: chunked\r\n\r\n');
    socket.write(`${'1\r\nx\r\n'.repeat(count)}0\r\n\r\n`);
    const [answered] = await once(socket, 'data');
    socket.destroy();
    return String(answered).split('\r\n')[0];
  };
  return { send, sendCrumbs, answer, pieces };
}

describe('the bytes of bodies in progress', () => {
  it('are bounded for each key and in all, and given back when the calls are answered', async () => {
    const { send, answer } = await serverWith(8 * MIB);
    const held = [send('a', 3 * MIB), send('b', 3 * MIB)];
    await expect.poll(() => answer.length).toBe(2);
    expect((await send('a', 2 * MIB)).status).toBe(429);
    expect((await send('c', 3 * MIB)).status).toBe(503);
    const small = send('a', 1_000);
    await expect.poll(() => answer.length).toBe(3);
    for (const go of answer.splice(0)) go();
    const lengths = await Promise.all(
      [...held, small].map(async (each) => ((await (await each).json()) as { length: number }).length),
    );
    expect(lengths).toEqual([3 * MIB, 3 * MIB, 1_000]);
    const again = send('a', 3 * MIB);
    await expect.poll(() => answer.length).toBe(1);
    answer[0]?.();
    expect((await again).status).toBe(200);
  });

  it('are joined when they come in crumbs, each of which would take an object, and refused when they are far too many', async () => {
    const { sendCrumbs, answer, pieces } = await serverWith(8 * MIB);
    const held = sendCrumbs(50_000);
    await expect.poll(() => answer.length).toBe(1);
    answer[0]?.();
    expect(await held).toBe('HTTP/1.1 200 OK');
    expect(pieces).toEqual([16_384, 16_384, 16_384, 848]);
    expect(await sendCrumbs(100_000)).toBe('HTTP/1.1 413 Payload Too Large');
  });
});
