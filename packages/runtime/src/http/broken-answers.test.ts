import { createServer, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { brotliCompressSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { NodeFault } from '@orchestrator/node-sdk';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BlobFiles } from '../blobs/blob-files.js';
import { MemoryBlobStore } from '../blobs/memory-blob-store.js';
import { createHttpClient, type HttpClient } from './http-client.js';

const whose = { tenantId: 't', executionId: 'e' };
const MIB = 2 ** 20;
const faults: unknown[] = [];
const note = (fault: unknown) => void faults.push(fault);
let client: HttpClient;
let server: Server;
/** What the server does with a connection, once a request has come. */
let behave: (socket: Socket) => void;
const sockets = new Set<Socket>();

beforeAll(async () => {
  process.on('uncaughtExceptionMonitor', note);
  server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined);
    socket.once('data', () => behave(socket));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  client = createHttpClient({
    files: new BlobFiles(new MemoryBlobStore()),
    egressAllow: ['127.0.0.1'],
    limits: { maxMemoryBytes: MIB, maxFileBytes: MIB },
  });
});
afterAll(async () => {
  await client.close();
  for (const socket of sockets) socket.destroy();
  await new Promise((done) => server.close(done));
  expect(faults).toEqual([]);
  process.off('uncaughtExceptionMonitor', note);
});

const address = () => `http://127.0.0.1:${(server.address() as { port: number }).port}/`;
const ask = (as: 'text' | 'blob', timeoutMs = 3_000) =>
  client.request({ method: 'GET', url: address(), as, timeoutMs }, whose);
const head = (...headers: string[]) => `HTTP/1.1 200 OK\r\n${headers.map((each) => `${each}\r\n`).join('')}\r\n`;
const says =
  (...parts: (string | Uint8Array)[]) =>
  (socket: Socket) => {
    for (const each of parts) socket.write(each);
    socket.end();
  };
const zipped = gzipSync('zipped '.repeat(10_000));
const chunked = (bytes: Uint8Array) =>
  Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from('\r\n0\r\n\r\n')]);

describe.each(['text', 'blob'] as const)('an answer taken as %s', (as) => {
  it.each<[kind: string, behaviour: (socket: Socket) => void]>([
    ['ends at once', (socket) => socket.end()],
    ['is reset at once', (socket) => socket.resetAndDestroy()],
    ['is no HTTP', says('220 smtp.example.com ESMTP\r\n')],
    ['is cut in its headers', says('HTTP/1.1 200 OK\r\ncontent-le')],
    ['is cut in its body', says(head('content-length: 100'), 'short')],
    ['is cut in its first chunk', says(head('transfer-encoding: chunked'), '64\r\nshort')],
    ['is cut between its chunks', says(head('transfer-encoding: chunked'), '5\r\nshort\r\n')],
    ['has a chunk of no length', says(head('transfer-encoding: chunked'), 'zz\r\nshort\r\n')],
    ['comes in crumbs without end', says(head('transfer-encoding: chunked'), '1\r\nx\r\n'.repeat(100_000))],
    ['has two lengths', says(head('content-length: 5', 'content-length: 6'), 'shorty')],
    ['has a length that is none', says(head('content-length: -5'), 'short')],
    ['has headers without end', (socket) => void socket.write(`HTTP/1.1 200 OK\r\nx: ${'x'.repeat(200_000)}`)],
    ['has too many headers', says(head(...Array.from({ length: 20_000 }, (_, i) => `x-${i}: 1`)), '')],
    [
      'is reset in its body',
      (socket) => {
        socket.write(`${head('content-length: 100')}short`);
        setTimeout(() => socket.resetAndDestroy(), 30);
      },
    ],
    [
      'is reset while it is unzipped',
      (socket) => {
        socket.write(head('content-encoding: gzip', 'content-length: 999999'));
        socket.write(zipped.subarray(0, 40));
        setTimeout(() => socket.resetAndDestroy(), 30);
      },
    ],
    ['is not zipped as it says', says(head('content-encoding: gzip', 'content-length: 5'), 'short')],
    ['is not br as it says', says(head('content-encoding: br', 'content-length: 5'), '\xff\xff\xff\xff')],
    ['is not zstd as it says', says(head('content-encoding: zstd', 'content-length: 5'), 'short')],
    ['blows up', says(head('content-encoding: gzip'), gzipSync(Buffer.alloc(8 * MIB)))],
    ['blows up in br', says(head('content-encoding: br'), brotliCompressSync(Buffer.alloc(8 * MIB)))],
    ['blows up twice', says(head('content-encoding: gzip, gzip'), gzipSync(gzipSync(Buffer.alloc(64 * MIB))))],
    [
      'redirects to itself',
      says('HTTP/1.1 302 Found\r\nlocation: /\r\ncontent-length: 0\r\nconnection: close\r\n\r\n'),
    ],
    [
      'redirects to nowhere',
      says('HTTP/1.1 302 Found\r\nlocation: http://127.0.0.1:1/\r\ncontent-length: 0\r\nconnection: close\r\n\r\n'),
    ],
    [
      'redirects with a body without end',
      (socket) => {
        socket.write('HTTP/1.1 302 Found\r\nlocation: http://127.0.0.1:1/\r\n\r\n');
        const more = setInterval(() => socket.write('x'.repeat(100_000)), 1);
        socket.once('close', () => clearInterval(more));
      },
    ],
    ['never comes', () => undefined],
  ])('that %s is an error of the step', async (_, behaviour) => {
    behave = behaviour;
    const fault = await ask(as, 1_500).then(
      (answer) => answer,
      (error: unknown) => error,
    );
    expect(fault).toBeInstanceOf(NodeFault);
    expect((fault as NodeFault).code).toMatch(/^(http|egress)\./);
    await sleep(20);
    expect(faults).toEqual([]);
  });

  it('cut at any byte is taken or an error of the step', async () => {
    const sound = Buffer.concat([
      Buffer.from(head('content-type: application/json', 'content-encoding: gzip', 'transfer-encoding: chunked')),
      chunked(gzipSync('{"a":1}')),
    ]);
    for (let end = 0; end < sound.length; end++) {
      behave = says(sound.subarray(0, end));
      const given = await ask(as).catch((error: unknown) => error);
      if (given instanceof Error) expect(given).toBeInstanceOf(NodeFault);
    }
    behave = says(sound);
    await expect(ask('text')).resolves.toMatchObject({ text: '{"a":1}' });
  });

  it('changed anywhere is taken or an error of the step', async () => {
    const zips = {
      gzip: gzipSync('text '.repeat(50)),
      br: brotliCompressSync('text '.repeat(50)),
      zstd: zstdCompressSync('text '.repeat(50)),
    };
    const cases = fc.tuple(
      fc.constantFrom(...(Object.keys(zips) as (keyof typeof zips)[])),
      fc.nat(),
      fc.uint8Array({ maxLength: 3 }),
    );
    await fc.assert(
      fc.asyncProperty(cases, async ([encoding, at, by]) => {
        const sound = Buffer.concat([
          Buffer.from(head(`content-encoding: ${encoding}`, `content-length: ${zips[encoding].length}`)),
          zips[encoding],
        ]);
        const place = at % sound.length;
        behave = says(sound.subarray(0, place), by, sound.subarray(place + by.length));
        const given = await ask(as).catch((error: unknown) => error);
        if (given instanceof Error) expect(given).toBeInstanceOf(NodeFault);
      }),
      { numRuns: 60 },
    );
    expect(faults).toEqual([]);
  });
});

describe('an answer that is broken while nobody reads it', () => {
  it('is an error of the step, however late its file is kept', async () => {
    const store = new MemoryBlobStore();
    const slow = Object.assign(Object.create(store) as MemoryBlobStore, {
      put: async (...given: Parameters<MemoryBlobStore['put']>) => {
        await sleep(200);
        return store.put(...given);
      },
    });
    const patient = createHttpClient({ files: new BlobFiles(slow), egressAllow: ['127.0.0.1'] });
    behave = (socket) => {
      socket.write(`${head('content-length: 100')}short`);
      setTimeout(() => socket.resetAndDestroy(), 20);
    };
    await expect(patient.request({ method: 'GET', url: address(), as: 'blob' }, whose)).rejects.toBeInstanceOf(
      NodeFault,
    );
    await patient.close();
    expect(faults).toEqual([]);
  });

  it('leaves no connection behind when it is too large', async () => {
    behave = (socket) => {
      socket.write(head('content-type: text/plain'));
      const more = setInterval(() => socket.write('x'.repeat(100_000)), 1);
      socket.once('close', () => clearInterval(more));
    };
    await expect(ask('text')).rejects.toMatchObject({ code: 'http.too_large' });
    await expect.poll(() => sockets.size, { timeout: 5_000 }).toBe(0);
  });
});
