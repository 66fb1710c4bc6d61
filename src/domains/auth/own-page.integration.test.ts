import { afterAll, beforeAll, expect, it } from 'vitest';
import { TEST_PASSWORD, type TestServer, testServer } from '../../testing/test-server.js';

let server: TestServer;
beforeAll(async () => {
  server = await testServer({ PUBLIC_URL: 'https://flows.example.com' });
});
afterAll(() => server.drop());

/** What a browser says of pages that may not act by the cookie. Hosts of webhooks are of the same site as the app. */
const OTHERS = [
  { 'sec-fetch-site': 'cross-site', origin: 'null' },
  { 'sec-fetch-site': 'same-site', origin: 'https://acme.hooks.example.com' },
  { 'sec-fetch-site': 'same-site', origin: 'https://flows.example.com' },
  { origin: 'null' },
  { origin: 'https://hooks.example.com' },
  { origin: 'https://flows.example.com.evil.org' },
  { origin: 'http://flows.example.com' },
  { origin: 'flows.example.com' },
] as const;
const OWN = [
  {},
  { 'sec-fetch-site': 'same-origin', origin: 'https://flows.example.com' },
  { origin: 'https://flows.example.com' },
] as const;

it.each(OTHERS)('the cookie is nothing that another page may act by: %j', async (headers) => {
  const { refreshToken } = await server.person();
  const cookie = `orchestrator_refresh=${refreshToken}`;
  for (const path of ['auth/logout', 'auth/refresh']) {
    const withCookie = await server.call('POST', path, undefined, { cookie, ...headers });
    expect([path, withCookie.status, withCookie.body.code]).toEqual([path, 403, 'auth.other_origin']);
    // A browser that did not send it along would still take it back.
    const without = await server.call('POST', path, undefined, headers);
    expect([path, without.status, without.headers.get('set-cookie')]).toEqual([path, 403, null]);
  }
  expect((await server.call('POST', 'auth/refresh', undefined, { cookie })).status).toBe(200);
});

/** Both cookies, as a browser has them. */
const cookiesOf = (token: string) =>
  `orchestrator_refresh=${token}; __Host-orchestrator_session=${token.split('.')[0]}`;

it.each(OWN)('the server’s own pages, and programs, may: %j', async (headers) => {
  const { refreshToken } = await server.person();
  const cookie = cookiesOf(refreshToken);
  const renewed = await server.call('POST', 'auth/refresh', undefined, { cookie, ...headers });
  expect(renewed.status).toBe(200);
  const next = cookiesOf(renewed.body.refreshToken);
  const ended = await server.call('POST', 'auth/logout', undefined, { cookie: next, ...headers });
  expect([ended.status, ended.headers.get('set-cookie')]).toEqual([
    204,
    expect.stringContaining('orchestrator_refresh=;'),
  ]);
  expect((await server.call('POST', 'auth/refresh', undefined, { cookie: next })).status).toBe(401);
});

it('whoever has the token itself may use it from anywhere, and takes no cookie back', async () => {
  const [one, two] = [await server.person(), await server.person()];
  const [headers] = OTHERS;
  const byBody = await server.call('POST', 'auth/logout', { refreshToken: one.refreshToken }, headers);
  const byHeader = await server.as(two.accessToken)('POST', 'auth/logout', undefined, headers);
  expect([byBody.status, byHeader.status]).toEqual([204, 204]);
  expect([byBody.headers.get('set-cookie'), byHeader.headers.get('set-cookie')]).toEqual([null, null]);
  for (const { refreshToken } of [one, two]) {
    expect((await server.call('POST', 'auth/refresh', { refreshToken })).status).toBe(401);
  }
});

it('a session that another host of the domain put under somebody is none, and ends none', async () => {
  const [mine, theirs] = [await server.person(), await server.person()];
  const page = OWN[1];
  const call = (path: string, cookie: string) => server.call('POST', path, undefined, { ...page, cookie });
  // What pages of acme.hooks.example.com set for all of example.com comes first, as its path is longer.
  const put = `orchestrator_refresh=${theirs.refreshToken}`;
  for (const path of ['auth/refresh', 'auth/logout']) {
    const alone = await call(path, put);
    expect([path, alone.status]).toEqual([path, path === 'auth/refresh' ? 401 : 204]);
  }
  const renewed = await call('auth/refresh', `${put}; ${cookiesOf(mine.refreshToken)}`);
  expect([renewed.status, renewed.body.refreshToken.split('.')[0]]).toEqual([200, mine.refreshToken.split('.')[0]]);
  expect((await server.call('POST', 'auth/refresh', { refreshToken: theirs.refreshToken })).status).toBe(200);
});

it('browsers let no other host set the cookie that says whose session it is', async () => {
  const { email } = await server.person();
  const { headers } = await server.call('POST', 'auth/login', { email, password: TEST_PASSWORD });
  const [cookie] = headers.getSetCookie().filter((each) => each.startsWith('__Host-orchestrator_session='));
  expect(cookie).toMatch(/; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
});
