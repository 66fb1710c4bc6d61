import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestPerson, type TestServer, testServer } from '../../testing/test-server.js';
import { nodes, workflow } from '../../testing/webhook-workflows.js';

const APP = 'flows.example.com';
const HOOKS = 'hooks.example.com';
const URLS = { PUBLIC_URL: `https://${APP}`, WEBHOOK_URL: `https://${HOOKS}` };

let server: TestServer;
let person: TestPerson;
beforeAll(async () => {
  server = await testServer(URLS);
  person = await server.person();
  const { body } = await person.call('POST', 'workflows', workflow('hosts', [nodes.webhook('hosts')]));
  await person.call('POST', `workflows/${body.id}/activate`);
});
afterAll(() => server.drop());

/** Sends lines as they are; gives status, headers and body of the answer. */
async function send(lines: string[], to: TestServer = server) {
  const socket = connect(Number(new URL(await to.app.getUrl()).port), '127.0.0.1');
  let text = '';
  socket.setEncoding('utf8').on('data', (part) => {
    text += part;
  });
  socket.write([...lines, 'Connection: close', '', ''].join('\r\n'));
  await once(socket, 'close');
  const [head = '', body = ''] = text.split('\r\n\r\n');
  return { status: Number(head.split(' ')[1]), head: head.toLowerCase(), body };
}
const get = (path: string, host: string, ...more: string[]) => send([`GET ${path} HTTP/1.1`, `Host: ${host}`, ...more]);
const status = async (path: string, host: string, ...more: string[]) => (await get(path, host, ...more)).status;

/** One of each kind of address, and what they answer where everything is served. */
const EVERYTHING = [
  ['/', 200],
  ['/sw.js', 200],
  ['/icon.svg', 200],
  ['/sign-in', 200],
  ['/api/v1/auth/setup', 200],
  ['/api/v1/workflows', 401],
  ['/api-docs', 200],
  ['/api-docs-json', 200],
  ['/webhook/hosts', 200],
  ['/health/live', 200],
] as const;

describe('at the host of the app, at addresses and at loopback', () => {
  it.each([APP, `${APP}:443`, `${APP.toUpperCase()}.`, '127.0.0.1', '[::1]:3000', '10.0.0.9', 'localhost:3000'])(
    'everything is served: %s',
    async (host) => {
      for (const [path, expected] of EVERYTHING) expect([path, await status(path, host)]).toEqual([path, expected]);
    },
  );
});

describe('at the host of webhooks', () => {
  it('nothing of the app or the API is served', async () => {
    const served = [];
    for (const [path] of EVERYTHING) if ((await status(path, HOOKS)) !== 404) served.push(path);
    expect(served).toEqual(['/webhook/hosts', '/health/live']);
    for (const spelt of [
      '//api/v1/auth/setup',
      '/%61pi/v1/auth/setup',
      '/webhook/../api/v1/auth/setup',
      '/metrics',
      '/API/v1/auth/setup',
    ]) {
      expect([spelt, [400, 404].includes(await status(spelt, HOOKS))]).toEqual([spelt, true]);
    }
    const refresh = ['POST /api/v1/auth/refresh HTTP/1.1', `Host: ${HOOKS}`, 'Content-Length: 0'];
    expect((await send(refresh)).status).toBe(404);
  });

  it('what is served is confined, as tenants share it', async () => {
    const { head } = await get('/webhook/hosts', HOOKS);
    expect(head).toContain('content-security-policy: sandbox allow-forms allow-scripts\r\n');
    expect(head).toContain('x-content-type-options: nosniff');
    expect(head).toContain('strict-transport-security: max-age=63072000\r\n');
    expect(head).not.toContain('includesubdomains');
    expect(head).toContain('permissions-policy: accelerometer=()');
  });
});

describe('at a host that is none of the server’s', () => {
  it.each(['evil.org', `${APP}.evil.org`, '127.0.0.1.nip.io', 'x.localhost.evil.org', '2130706433'])(
    'nothing but health is: %s',
    async (host) => {
      for (const [path] of EVERYTHING) {
        expect([path, await status(path, host)]).toEqual([path, path.startsWith('/health/') ? 200 : 421]);
      }
      const { body, head } = await get('/api/v1/auth/setup', host);
      expect(JSON.parse(body)).toMatchObject({
        code: 'host.unknown',
        detail: expect.stringContaining('ALLOWED_HOSTS'),
      });
      expect(head).toContain('x-content-type-options: nosniff');
    },
  );

  it('no claim of a stranger to be a proxy changes that', async () => {
    expect(await status('/sign-in', 'evil.org', `X-Forwarded-Host: ${APP}`)).toBe(421);
    expect(await status('/sign-in', 'evil.org', `Forwarded: host=${APP}`)).toBe(421);
  });

  it('addresses that there are none of are refused as well', async () => {
    expect(await status('/nothing', 'evil.org')).toBe(421);
    expect((await send(['POST /nothing HTTP/1.1', 'Host: evil.org', 'Content-Length: 0'])).status).toBe(421);
  });
});

describe('a request whose host can not be told', () => {
  it.each([
    [['GET /sign-in HTTP/1.1', 'Host:']],
    [['GET /sign-in HTTP/1.1']],
    [['GET /sign-in HTTP/1.0']],
    [['GET /sign-in HTTP/1.1', `Host: ${APP}`, 'Host: evil.org']],
    [['GET /sign-in HTTP/1.1', 'Host: evil.org', `host: ${APP}`]],
    [['GET /sign-in HTTP/1.1', `Host: user@${APP}`]],
    [['GET /sign-in HTTP/1.1', `Host: ${APP}@evil.org`]],
    [['GET /sign-in HTTP/1.1', `Host: ${APP}/`]],
    [['GET /sign-in HTTP/1.1', `Host: ${APP}, ${APP}`]],
    [[`GET http://user@${APP}/sign-in HTTP/1.1`, `Host: ${APP}`]],
  ])('is refused: %j', async (lines) => expect((await send(lines)).status).toBe(400));

  it('is served without one where it asks for health', async () => {
    expect((await send(['GET /health/live HTTP/1.0'])).status).toBe(200);
  });

  it('is told by an address in place of the path, which goes over the header', async () => {
    const target = (host: string) => send([`GET http://${host}/sign-in HTTP/1.1`, `Host: ${APP}`]);
    expect([(await target(APP)).status, (await target('evil.org')).status, (await target(HOOKS)).status]).toEqual([
      200, 421, 404,
    ]);
    expect((await send([`GET HTTP://${APP}?x HTTP/1.1`, 'Host: evil.org'])).status).toBe(200);
  });
});

it('behind a proxy that is trusted, the host is what the proxy says', async () => {
  const behind = await testServer({ ...URLS, TRUST_PROXY: 'loopback' }, server.databaseUrl);
  try {
    const at = async (...headers: string[]) =>
      (await send(['GET /sign-in HTTP/1.1', 'Host: 127.0.0.1', ...headers], behind)).status;
    expect(await at(`X-Forwarded-Host: ${APP}`)).toBe(200);
    expect(await at('X-Forwarded-Host: evil.org')).toBe(421);
    expect(await at(`X-Forwarded-Host: ${HOOKS}`)).toBe(404);
    expect(await at()).toBe(200);
  } finally {
    await behind.drop();
  }
});

it('no script of a service worker comes from an address that tenants write', async () => {
  for (const host of [APP, HOOKS, '127.0.0.1']) {
    for (const path of ['/webhook/hosts', '/webhook-test/hosts', '/webhook-waiting/x']) {
      expect([host, path, await status(path, host, 'Service-Worker: script')]).toEqual([host, path, 403]);
    }
  }
  expect(await status('/sw.js', APP, 'Service-Worker: script')).toBe(200);
});

describe('where each tenant has an origin of its own', () => {
  let each: TestServer;
  let other: TestPerson;
  const slugs: string[] = [];
  const at = async (slug: string, path: string) => {
    const { status, head, body } = await send([`GET ${path} HTTP/1.1`, `Host: ${slug}.hooks.example.com`], each);
    return { status, head, body };
  };
  beforeAll(async () => {
    each = await testServer(
      { PUBLIC_URL: `https://${APP}`, WEBHOOK_URL: 'https://*.hooks.example.com' },
      server.databaseUrl,
    );
    other = await each.person();
    for (const { accessToken } of [person, other]) {
      slugs.push((await each.as(accessToken)('GET', 'tenants/current')).body.slug);
    }
  });
  afterAll(() => each.drop());

  it('each leads to that tenant’s webhooks alone', async () => {
    const [mine, others] = slugs as [string, string];
    expect((await at(mine, '/webhook/hosts')).status).toBe(200);
    expect((await at(mine.toUpperCase(), `/webhook/t/${mine}/hosts`)).status).toBe(200);
    expect((await at(others, '/webhook/hosts')).status).toBe(404);
    expect((await at(others, `/webhook/t/${mine}/hosts`)).status).toBe(404);
    expect((await at('nobody', '/webhook/hosts')).status).toBe(404);
    expect((await at(mine, '/api/v1/auth/setup')).status).toBe(404);
    expect((await at(`x.${mine}`, '/webhook/hosts')).status).toBe(421);
  });

  it('answers there are not confined, and set cookies for that host alone', async () => {
    const set = { name: 'set-cookie', value: 'a=1; Path=/; Domain=hooks.example.com; HttpOnly' };
    const page = nodes.respond({ respondWith: 'text', text: 'hi', options: { headers: [set] } });
    const document = workflow('own', [nodes.webhook('own', { responseMode: 'responseNode' }), page]);
    const { body } = await each.as(person.accessToken)('POST', 'workflows', document);
    const live = await each.as(person.accessToken)('POST', `workflows/${body.id}/activate`);
    expect(live.body.webhooks[0]).toMatchObject({ url: `https://${slugs[0]}.hooks.example.com/webhook/own` });
    const { head } = await at(slugs[0] as string, '/webhook/own');
    expect(head).toContain('set-cookie: a=1; path=/; httponly\r\n');
    expect(head).not.toContain('content-security-policy');
    expect(head).toContain('x-content-type-options: nosniff');
    const shared = await send(['GET /webhook/own HTTP/1.1', `Host: ${APP}`], each);
    expect(shared.head).toContain('content-security-policy: sandbox');
    expect(shared.head).not.toContain('set-cookie');
  });

  it('says so wherever it says addresses', async () => {
    const call = each.as(person.accessToken);
    const origin = `https://${slugs[0]}.hooks.example.com`;
    const { items } = (await call('GET', 'webhooks')).body;
    const listed = items.find((one: { workflow: { name: string } }) => one.workflow.name === 'hosts');
    expect(listed).toMatchObject({ url: `${origin}/webhook/hosts`, tenantUrl: `${origin}/webhook/hosts` });
    const [armed] = (await call('POST', `workflows/${listed.workflow.id}/listen`)).body.webhooks;
    expect(armed.url).toBe(`${origin}/webhook-test/hosts`);
    expect((await at(slugs[0] as string, '/webhook-test/hosts')).status).toBe(200);
  });
});

describe('an address that is none', () => {
  const unreadable = ['/%zz', '/webhook/%', `/api/v1/workflows/${'a'.repeat(500)}`, '*', 'ftp://flows.example.com/'];
  it.each(unreadable)('is answered as a problem that a browser makes nothing of: %s', async (target) => {
    for (const host of [APP, HOOKS, 'evil.org']) {
      const answer = await get(target, host);
      expect([400, 404, 421]).toContain(answer.status);
      expect(answer.head).toContain('content-type: application/problem+json');
      expect(answer.head).toContain('x-content-type-options: nosniff');
      expect(JSON.parse(answer.body)).toMatchObject({ type: 'about:blank', status: answer.status });
    }
  });
});
