import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { text } from 'node:stream/consumers';
import { afterAll, describe, expect, it } from 'vitest';
import { type TestServer, testServer } from '../testing/test-server.js';
import { Stopping } from './stopping.js';

const TOKEN = 'a token for metrics alone';
const started: TestServer[] = [];
async function server(env: Record<string, string> = {}): Promise<TestServer> {
  const one = await testServer(env, started[0]?.databaseUrl);
  started.push(one);
  return one;
}
afterAll(async () => {
  for (const each of started.reverse()) await each.drop();
});
const status = async (of: TestServer, headers: Record<string, string> = {}) =>
  (await of.call('GET', '/metrics', undefined, headers)).status;
/** An address of this machine that is not loopback's, if it has one. */
const outer = Object.values(networkInterfaces())
  .flat()
  .find((each) => each && !each.internal && each.family === 'IPv4');

describe('the metrics', () => {
  it('are for what calls from this machine directly, as long as there is no token', async () => {
    const one = await server();
    expect(await status(one)).toBe(200);
    for (const headers of [
      { 'x-forwarded-for': '127.0.0.1' },
      { 'x-real-ip': '127.0.0.1' },
      { forwarded: 'for=127.0.0.1' },
      { via: '1.1 proxy' },
      { 'x-forwarded-server': 'proxy' },
      { 'cf-connecting-ip': '192.0.2.1' },
      { 'true-client-ip': '192.0.2.1' },
      { 'x-cluster-client-ip': '192.0.2.1' },
      { authorization: 'Bearer x' },
    ]) {
      const answer = await one.call('GET', '/metrics', undefined, headers as never);
      expect([headers, answer.status, answer.body.code]).toEqual([headers, 403, 'metrics.loopback_only']);
    }
  });

  it('are not for a proxy that says nothing of whom it asks for, as nginx without a setting', async () => {
    const { port } = new URL(await (await server()).app.getUrl());
    const socket = connect(Number(port), '127.0.0.1');
    socket.write('GET /metrics HTTP/1.0\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n');
    expect(await text(socket)).toMatch(/^HTTP\/1.1 403 /);
  });

  it('are for whoever has the token', async () => {
    const one = await server({ METRICS_TOKEN: TOKEN.replaceAll(' ', '-') });
    const token = TOKEN.replaceAll(' ', '-');
    const away = { 'x-forwarded-for': '192.0.2.1' };
    expect(await status(one)).toBe(200);
    expect(await status(one, away)).toBe(401);
    expect(await status(one, { ...away, authorization: `Bearer ${token}` })).toBe(200);
    for (const wrong of [`${token}x`, token.slice(1), token.toUpperCase()]) {
      expect(await status(one, { authorization: `Bearer ${wrong}` })).toBe(401);
    }
    expect(await status(one, { ...away, authorization: `Basic ${token}` })).toBe(401);
  });

  it('are not for those on whose behalf a proxy on this machine asks', async () => {
    const one = await server({ TRUST_PROXY: 'loopback', PUBLIC_URL: 'https://flows.example.com' });
    expect(await status(one)).toBe(403);
    const byBlock = await server({ TRUST_PROXY: '10.0.0.0/8,127.0.0.0/24,::1' });
    expect(await status(byBlock)).toBe(403);
    const elsewhere = await server({ TRUST_PROXY: '10.0.0.0/8' });
    expect(await status(elsewhere)).toBe(200);
  });

  it.runIf(outer)('are not for other machines, whatever host they name', async () => {
    const one = await server({ HOST: '0.0.0.0' });
    const { port } = new URL(await one.app.getUrl());
    const answer = await fetch(`http://${outer?.address}:${port}/metrics`);
    expect(answer.status).toBe(403);
    expect((await fetch(`http://127.0.0.1:${port}/metrics`)).status).toBe(200);
  });
});

it('a server that begins to stop says on connections that it still has that it is not ready', async () => {
  const one = await server();
  expect((await one.call('GET', '/health/ready')).body).toEqual({ status: 'ok', parts: { database: 'ok' } });
  one.app.get(Stopping).begin();
  const { status: code, body } = await one.call('GET', '/health/ready');
  expect([code, body]).toEqual([503, { status: 'failing', parts: { database: 'ok', server: 'failing' } }]);
});
