import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestPerson, type TestServer, testServer } from '../../testing/test-server.js';

const PATH = 'users/me/preferences';
let server: TestServer;
let ada: TestPerson;
beforeAll(async () => {
  server = await testServer();
  ada = await server.person('Ada');
});
afterAll(() => server.drop());

it('nobody has chosen anything at first', async () => {
  expect((await ada.call('GET', PATH)).body).toEqual({});
});

it('keeps what was chosen; what is left out was not', async () => {
  const chosen = { language: 'de', colours: 'dark', tourDone: true };
  expect((await ada.call('PUT', PATH, chosen)).body).toEqual(chosen);
  expect((await ada.call('GET', PATH)).body).toEqual(chosen);
  expect((await ada.call('PUT', PATH, { colours: 'system' })).body).toEqual({ colours: 'system' });
  expect((await ada.call('GET', PATH)).body).toEqual({ colours: 'system' });
});

it('is the same in every tenant of the person', async () => {
  await ada.call('PUT', PATH, { language: 'pt-BR' });
  const other = (await ada.call('POST', 'tenants', { name: 'Second' })).body;
  const { accessToken } = (await ada.call('POST', 'auth/switch', { tenantId: other.id })).body;
  expect((await server.as(accessToken)('GET', PATH)).body).toEqual({ language: 'pt-BR' });
});

it('is nobody else’s, in the same tenant too', async () => {
  await ada.call('PUT', PATH, { language: 'de' });
  const guest = await server.person('Guest');
  const { token } = (await ada.call('POST', 'invitations', { role: 'admin' })).body;
  await guest.call('POST', 'invitations/accept', { token });
  const { accessToken } = (await guest.call('POST', 'auth/switch', { tenantId: ada.tenantId })).body;
  const inside = server.as(accessToken);
  expect((await inside('GET', PATH)).body).toEqual({});
  await inside('PUT', PATH, { language: 'en' });
  expect((await ada.call('GET', PATH)).body).toEqual({ language: 'de' });
});

it('an API key reads, and changes nothing of the person', async () => {
  const { key } = (await ada.call('POST', 'api-keys', { name: 'script' })).body;
  expect((await server.as(key)('GET', PATH)).status).toBe(200);
  expect((await server.as(key)('PUT', PATH, { language: 'en' })).status).toBe(403);
});

it.each([
  ['a language that is none', { language: 'german!' }],
  ['a language without end', { language: `de${'-12345678'.repeat(1000)}` }],
  ['colours that there are not', { colours: 'plaid' }],
  ['a word where yes or no belongs', { tourDone: 'yes' }],
  ['what no app asks for', { colours: 'dark', more: true }],
  ['no object', ['dark']],
])('refuses %s', async (_, body) => {
  const answer = await ada.call('PUT', PATH, body);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([
    400,
    expect.stringContaining('application/problem+json'),
  ]);
});
