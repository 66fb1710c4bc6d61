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
  countBodies(server, new BodyBytes(limit), (request) => String(request.headers['x-key']));
  server.post('/', async (request) => {
    await new Promise<void>((resolve) => answer.push(resolve));
    return { length: (request.body as Buffer).length };
  });
  const url = await server.listen({ port: 0, host: '127.0.0.1' });
  close = () => server.close();
  const send = (key: string, size: number) =>
    fetch(url, { method: 'POST', body: Buffer.alloc(size), headers: { 'content-type': 'x/y', 'x-key': key } });
  return { send, answer };
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
});
