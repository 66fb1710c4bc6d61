import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BlobFiles } from '../blobs/blob-files.js';
import { MemoryBlobStore } from '../blobs/memory-blob-store.js';
import { createEgressPolicy } from './egress-policy.js';
import { createHttpClient } from './http-client.js';
import { serve, serveProxy, serveTls, type TestServer } from './test-servers.js';

const whose = { tenantId: 't', executionId: 'e' };
const files = new BlobFiles(new MemoryBlobStore());
const guarded = createHttpClient({ files });
let server: TestServer;
let reached = 0;

beforeAll(async () => {
  server = await serve((request, response) => {
    reached++;
    const to = new URL(request.url ?? '/', 'http://x').searchParams.get('to');
    if (to) response.writeHead(302, { location: to }).end();
    else response.end('inside');
  });
});
afterAll(async () => {
  await guarded.close();
  await server.close();
});

describe('addresses', () => {
  const policy = createEgressPolicy(['10.1.0.0/16', 'db.internal', '*.lan', 'fd12::/16', '192.168.7.7']);
  it.each(['8.8.8.8', '1.1.1.1', '2606:4700:4700::1111', '10.1.2.3', 'fd12::1', '192.168.7.7', '::ffff:8.8.8.8'])(
    'reaches %s',
    (address) => expect(policy.allows(address, address)).toBe(true),
  );
  it.each([
    ...['127.0.0.1', '0.0.0.0', '10.2.0.1', '172.16.0.1', '192.168.7.8', '169.254.169.254', '100.64.0.1', '224.0.0.1'],
    ...['255.255.255.255', '198.18.0.1', '168.63.129.16', '::', '::1', 'fe80::1', 'fc00::1', 'ff02::1', 'fec0::1'],
    ...['::ffff:127.0.0.1', '::ffff:a9fe:a9fe', '::127.0.0.1', '64:ff9b::7f00:1', '2002:7f00:1::', '2001:0:1::1'],
  ])('refuses %s', (address) => expect(policy.allows(address, address)).toBe(false));
  it('allows names, whatever they resolve to', () => {
    expect(policy.allows('DB.internal', '10.9.9.9')).toBe(true);
    expect(policy.allows('nas.lan', '192.168.1.1')).toBe(true);
    expect(policy.allows('lan', '192.168.1.1')).toBe(false);
    expect(policy.allows('evil-db.internal', '10.9.9.9')).toBe(false);
  });
  it('names an entry that is nothing', () => expect(() => createEgressPolicy(['http://x'])).toThrow('http://x'));
});

describe('calls to private addresses', () => {
  it.each([
    ...['127.0.0.1', '2130706433', '0x7f000001', '0177.0.0.1', '127.1', '0', '[::1]', '[::ffff:127.0.0.1]'],
    ...['localhost', '[::ffff:7f00:1]', '[::]'],
  ])('are refused when written as %s', async (host) => {
    const before = reached;
    const call = guarded.request({ method: 'GET', url: `http://${host}:${server.port}/` }, whose);
    await expect(call).rejects.toMatchObject({ code: 'egress.refused', retryable: false });
    await expect(call).rejects.toHaveProperty('description', expect.stringContaining('EGRESS_ALLOW'));
    expect(reached).toBe(before);
  });

  it('are refused behind a redirect', async () => {
    const client = createHttpClient({ files, egressAllow: ['127.0.0.1/32'] });
    for (const to of ['http://127.0.0.2/', 'http://[::1]/', 'http://169.254.169.254/latest/']) {
      const url = `${server.url}/?to=${encodeURIComponent(to)}`;
      await expect(client.request({ method: 'GET', url }, whose)).rejects.toMatchObject({ code: 'egress.refused' });
    }
    const file = `${server.url}/?to=${encodeURIComponent('file:///etc/passwd')}`;
    await expect(client.request({ method: 'GET', url: file }, whose)).rejects.toMatchObject({ code: 'http.url' });
    await client.close();
  });

  it('are refused through a proxy that the workflow names, and that proxy itself is', async () => {
    const proxy = await serveProxy(server);
    const call = (client: typeof guarded, url: string) =>
      client.request({ method: 'GET', url, proxy: proxy.url }, whose);
    await expect(call(guarded, 'http://8.8.8.8/')).rejects.toMatchObject({ code: 'egress.refused' });
    const client = createHttpClient({ files, egressAllow: ['127.0.0.1/32'] });
    await expect(call(client, 'http://127.0.0.2/')).rejects.toMatchObject({ code: 'egress.refused' });
    await expect(call(client, 'http://[::1]/')).rejects.toMatchObject({ code: 'egress.refused' });
    expect(proxy.asked).toEqual([]);
    expect((await call(client, 'http://93.184.215.14/')).status).toBe(200);
    expect(proxy.asked).toEqual(['93.184.215.14:80']);
    await client.close();
    await proxy.close();
  });

  it("go through the operator's proxy only when their target may be reached", async () => {
    const inner = await serveTls((_request, response) => response.end('by proxy'));
    const proxy = await serveProxy(inner);
    const client = createHttpClient({ files, egressProxy: proxy.url, egressCaFile: inner.caFile });
    for (const url of ['https://localhost/', 'https://127.0.0.1/', 'https://169.254.169.254/']) {
      await expect(client.request({ method: 'GET', url }, whose)).rejects.toMatchObject({ code: 'egress.refused' });
    }
    expect(proxy.asked).toEqual([]);
    // A name that does not resolve here is the proxy's to know; the certificate is for another name, so TLS refuses.
    const unknown = client.request({ method: 'GET', url: 'https://service.invalid/' }, whose);
    await expect(unknown).rejects.toMatchObject({ code: 'http.tls' });
    expect(proxy.asked).toEqual(['service.invalid:443']);
    const trusted = createHttpClient({
      files,
      egressProxy: proxy.url,
      egressCaFile: inner.caFile,
      egressAllow: ['localhost'],
    });
    const answer = await trusted.request({ method: 'GET', url: 'https://localhost/', as: 'text' }, whose);
    expect(answer.text).toBe('by proxy');
    await Promise.all([client.close(), trusted.close()]);
    await Promise.all([proxy.close(), inner.close()]);
  });
});
