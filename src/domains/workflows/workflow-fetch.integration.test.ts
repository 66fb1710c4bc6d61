import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestPerson, type TestServer, testServer } from '../../testing/test-server.js';

const FLOW = JSON.stringify({ name: 'Shared', nodes: [], connections: {} });

let there: Server;
let origin: string;
let server: TestServer;
let ada: TestPerson;

beforeAll(async () => {
  there = createServer(({ url }, answer) => {
    if (url === '/flow.json') answer.end(FLOW);
    else if (url === '/moved') answer.writeHead(302, { location: '/flow.json' }).end();
    else if (url === '/round') answer.writeHead(302, { location: '/round' }).end();
    else if (url === '/secret') answer.end('{"secret": "of the network"}');
    else if (url === '/large') answer.end(`{"nodes": "${'x'.repeat(400_000)}"}`);
    else answer.writeHead(404).end('gone');
  });
  await new Promise<void>((done) => there.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${(there.address() as AddressInfo).port}`;
  server = await testServer({ EGRESS_ALLOW: '127.0.0.1', BODY_LIMIT: '300000' });
  ada = await server.person('Ada');
});
afterAll(async () => {
  await server?.drop();
  there.close();
});

const fetched = (url: unknown, by = ada) => by.call('POST', 'workflows/fetch', { url });

describe('a workflow at an address', () => {
  it('is fetched, over redirects', async () => {
    for (const path of ['/flow.json', '/moved']) {
      const { status, body } = await fetched(` ${origin}${path} `);
      expect(status).toBe(200);
      expect(body).toEqual({ text: FLOW });
    }
  });

  it.each([
    ['/none', /status 404/],
    ['/round', /redirects more than/],
    ['/secret', /There is no workflow at this address/],
    ['/large', /larger than/],
  ])('is said not to be at %s', async (path, why) => {
    const { status, body } = await fetched(origin + path);
    expect(status).toBe(422);
    expect(body).toMatchObject({ code: 'workflow.import_failed', detail: expect.stringMatching(why) });
    expect(JSON.stringify(body)).not.toContain('of the network');
  });

  it.each(['http://10.0.0.1/a.json', 'http://localhost:1/a.json', 'file:///etc/passwd', 'nonsense'])(
    'is not asked for at %s',
    async (url) => {
      const { status, body } = await fetched(url);
      expect(status).toBe(422);
      expect(body.code).toBe('workflow.import_failed');
    },
  );

  it('needs an address of a sane length, and the right to import', async () => {
    expect((await fetched('')).status).toBe(400);
    expect((await fetched(`https://example.com/${'a'.repeat(5_000)}`)).status).toBe(400);
    expect((await fetched(7)).status).toBe(400);
    const viewer = await server.member(ada, 'viewer');
    expect((await fetched(`${origin}/flow.json`, viewer)).status).toBe(403);
  });
});
