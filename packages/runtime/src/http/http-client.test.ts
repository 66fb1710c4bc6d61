import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BlobFiles } from '../blobs/blob-files.js';
import { MemoryBlobStore } from '../blobs/memory-blob-store.js';
import { createHttpClient, type HttpClient } from './http-client.js';
import { serve, serveTls, type TestServer } from './test-servers.js';

const whose = { tenantId: 't', executionId: 'e' };
const MIB = 2 ** 20;
const files = new BlobFiles(new MemoryBlobStore());
let client: HttpClient;
let server: TestServer;
let other: TestServer;

beforeAll(async () => {
  const echo = await serve((request, response) => response.end(JSON.stringify(request.headers)));
  other = echo;
  server = await serve(async (request, response) => {
    const pieces: Uint8Array[] = [];
    for await (const piece of request) pieces.push(piece as Uint8Array);
    const path = new URL(request.url ?? '/', 'http://x').pathname;
    const status = /^\/to-(\d+)$/.exec(path)?.[1];
    if (status) return response.writeHead(Number(status), { location: '/echo' }).end();
    switch (path) {
      case '/away':
        return response.writeHead(307, { location: other.url }).end();
      case '/loop':
        return response.writeHead(302, { location: '/loop' }).end();
      case '/bomb':
        return response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(8 * MIB)));
      case '/twice':
        return response.writeHead(200, { 'content-encoding': 'gzip, gzip' }).end(gzipSync(gzipSync('zipped twice')));
      case '/latin1':
        return response
          .writeHead(200, { 'content-type': 'text/plain; charset=iso-8859-1' })
          .end(Buffer.from('caf\xe9', 'latin1'));
      case '/file':
        return response
          .writeHead(200, { 'content-type': 'image/png', 'content-disposition': `attachment; filename="../a b.png"` })
          .end(Buffer.from([1, 2, 3]));
      case '/silent':
        return undefined;
      case '/cookies':
        return response.writeHead(200, { 'set-cookie': ['a=1', 'b=2'], 'x-many': ['1', '2'] }).end();
      default:
        return response.end(
          JSON.stringify({
            method: request.method,
            headers: request.headers,
            body: Buffer.concat(pieces).toString('latin1'),
          }),
        );
    }
  });
  client = createHttpClient({
    files,
    egressAllow: ['127.0.0.1'],
    limits: { maxMemoryBytes: MIB, maxFileBytes: 2 * MIB },
  });
});
afterAll(async () => {
  await client.close();
  await Promise.all([server.close(), other.close()]);
});
const text = async (path: string, more: object = {}) =>
  client.request({ method: 'GET', url: `${server.url}${path}`, as: 'text', ...more }, whose);
const echoed = async (path: string, more: object = {}) => JSON.parse((await text(path, more)).text ?? '');

describe('redirects', () => {
  it.each([
    [301, 'POST', 'GET'],
    [302, 'POST', 'GET'],
    [303, 'PUT', 'GET'],
    [302, 'PUT', 'PUT'],
    [307, 'POST', 'POST'],
    [308, 'POST', 'POST'],
  ])('after %d a %s becomes a %s', async (status, method, then) => {
    const got = await echoed(`/to-${status}`, { method, body: 'x=1', headers: { 'content-type': 'text/plain' } });
    expect(got.method).toBe(then);
    expect(got.body).toBe(then === 'GET' ? '' : 'x=1');
    expect(got.headers['content-type']).toBe(then === 'GET' ? undefined : 'text/plain');
  });

  it('do not carry who calls to another origin', async () => {
    const headers = { authorization: 'Bearer s', cookie: 'a=1', host: 'site.test', 'x-plain': 'p' };
    const got = await echoed('/away', { headers });
    expect(got).toMatchObject({ 'x-plain': 'p', host: new URL(other.url).host });
    expect(got).not.toHaveProperty('authorization');
    expect(got).not.toHaveProperty('cookie');
    expect((await echoed('/to-302', { headers })).headers).toMatchObject({ authorization: 'Bearer s', cookie: 'a=1' });
  });

  it('show no value that a credential put into the query, where an error or an item would keep it', async () => {
    const got = await text('/?page=2&api_key=secret', { secretQuery: ['api_key'] });
    expect(got.url).toBe(`${server.url}/?page=2&api_key=***`);
    const { url } = await client.request({ method: 'GET', url: server.url.replace('//', '//ada:secret@') }, whose);
    expect(url).toBe(`${server.url.replace('//', '//ada:***@')}/`);
  });

  it('end: after as many as are allowed, or at once', async () => {
    await expect(text('/loop', { maxRedirects: 3 })).rejects.toMatchObject({ code: 'http.redirects' });
    expect((await text('/loop', { maxRedirects: 0 })).status).toBe(302);
  });
});

describe('answers', () => {
  it('are bounded after they are unpacked', async () => {
    await expect(text('/bomb')).rejects.toMatchObject({ code: 'http.too_large' });
    await expect(text('/bomb', { as: 'blob' })).rejects.toMatchObject({ code: 'http.too_large' });
    await expect(text('/echo', { maxBytes: 10 })).rejects.toMatchObject({ code: 'http.too_large' });
  });
  it('are unpacked and decoded', async () => {
    expect((await text('/twice')).text).toBe('zipped twice');
    expect((await text('/twice')).headers).not.toHaveProperty('content-encoding');
    expect((await text('/latin1')).text).toBe('café');
  });
  it('go to the blob store when they are files', async () => {
    const { blob } = await text('/file', { as: 'auto' });
    expect(blob).toMatchObject({ mimeType: 'image/png', fileName: 'a b.png', fileExtension: 'png', bytes: 3 });
    expect([...(await files.read('t', blob!))]).toEqual([1, 2, 3]);
    expect((await text('/latin1', { as: 'auto' })).text).toBe('café');
  });
  it('keep repeated headers, and no cookies', async () => {
    expect((await text('/cookies')).headers).toMatchObject({ 'set-cookie': ['a=1', 'b=2'], 'x-many': '1, 2' });
    expect((await echoed('/echo')).headers).not.toHaveProperty('cookie');
  });
});

describe('requests', () => {
  it('send multipart bodies with files', async () => {
    const blob = await files.write('t', 'e', Buffer.from('content'), { fileName: 'a"\r\nx.txt' });
    const got = await echoed('/echo', {
      method: 'POST',
      body: {
        multipart: [
          { name: 'file', value: { blob } },
          { name: 'n', value: '1' },
        ],
      },
    });
    expect(got.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
    expect(got.body).toContain(
      'name="file"; filename="a%22%0D%0Ax.txt"\r\nContent-Type: text/plain\r\n\r\ncontent\r\n',
    );
    expect(got.body).toContain('name="n"\r\n\r\n1\r\n');
    expect(Number(got.headers['content-length'])).toBe(got.body.length);
  });
  it('send a file as it is', async () => {
    const blob = { data: Buffer.from('abc').toString('base64'), mimeType: 'text/csv' };
    const got = await echoed('/echo', { method: 'PUT', body: { blob } });
    expect(got).toMatchObject({ body: 'abc', headers: { 'content-type': 'text/csv', 'content-length': '3' } });
  });
  it('leave headers of the connection to the client', async () => {
    const got = await echoed('/echo', { headers: { 'transfer-encoding': 'chunked', 'content-length': '9' } });
    expect(got.headers).not.toHaveProperty('transfer-encoding');
    await expect(text('/echo', { headers: { 'x-a': 'b\r\nevil: 1' } })).rejects.toMatchObject({ code: 'http.request' });
  });
});

describe('trouble', () => {
  it('says when nothing answers in time, and when the run is cancelled', async () => {
    await expect(text('/silent', { timeoutMs: 50 })).rejects.toMatchObject({ code: 'http.timeout' });
    const signal = AbortSignal.timeout(50);
    const call = client.request({ method: 'GET', url: `${server.url}/silent` }, { ...whose, signal });
    await expect(call).rejects.toMatchObject({ code: 'http.cancelled' });
  });
  it('says when nobody is there, and when the URL is none', async () => {
    const gone = await serve(() => undefined);
    await gone.close();
    await expect(client.request({ method: 'GET', url: gone.url }, whose)).rejects.toMatchObject({
      code: 'http.connect',
    });
    const unknown = client.request({ method: 'GET', url: 'http://nobody.invalid/' }, whose);
    await expect(unknown).rejects.toMatchObject({ code: 'http.dns' });
    for (const url of ['', 'example.com', 'ftp://example.com/', 'file:///etc/passwd', 'data:,x']) {
      await expect(client.request({ method: 'GET', url }, whose)).rejects.toMatchObject({ code: 'http.url' });
    }
  });
  it('trusts no certificate that it does not know, unless told to', async () => {
    const tls = await serveTls((_request, response) => response.end('secure'));
    const get = (by: HttpClient, more: object = {}) =>
      by.request({ method: 'GET', url: tls.url, as: 'text', ...more }, whose);
    await expect(get(client)).rejects.toMatchObject({ code: 'http.tls' });
    expect((await get(client, { insecure: true })).text).toBe('secure');
    await expect(get(client)).rejects.toMatchObject({ code: 'http.tls' });
    const knowing = createHttpClient({ files, egressAllow: ['127.0.0.1'], egressCaFile: tls.caFile });
    expect((await get(knowing)).text).toBe('secure');
    await knowing.close();
    await tls.close();
  });
});
