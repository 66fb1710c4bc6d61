import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, TEST_PASSWORD, type TestServer, testServer } from '../../../testing/test-server.js';

let server: TestServer;
beforeAll(async () => {
  server = await testServer({ TRUST_PROXY: 'loopback' });
});
afterAll(() => server.drop());

const from = (ip: string, cookie?: string) => ({ 'x-forwarded-for': ip, ...(cookie ? { cookie } : {}) });
const login = (email: string, password: string, ip: string, cookie?: string) =>
  server.call('POST', 'auth/login', { email, password }, from(ip, cookie));
const register = (email: string, ip: string) =>
  server.call('POST', 'auth/register', { email, password: TEST_PASSWORD, name: 'x' }, from(ip));
const passwords = { currentPassword: TEST_PASSWORD, newPassword: 'another password for tests' };
const statuses = (answers: Answer[]) => answers.map(({ status }) => status);
/** The cookie by which the browser that was answered is known from now on. */
const deviceOf = (answer: Answer) =>
  /orchestrator_device=[^;]+/.exec(answer.headers.get('set-cookie') ?? '')?.[0] ?? '';
const wrong = (email: string, count: number, ip: (i: number) => string) =>
  Promise.all(Array.from({ length: count }, (_, i) => login(email, 'wrong', ip(i))));

describe('guessing a password', () => {
  it('is slowed for many at once as for one after the other, and says how long to wait', async () => {
    const { email } = await server.person();
    const answers = await wrong(email, 30, () => '198.51.100.1');
    expect(statuses(answers).filter((status) => status === 401)).toHaveLength(10);
    const slowed = answers.filter(({ status }) => status === 429);
    expect(slowed).toHaveLength(20);
    expect(slowed.every(({ headers }) => Number(headers.get('retry-after')) > 0)).toBe(true);
  });

  it('is counted by /64 of IPv6, and an IPv4 address is the same when it comes mapped', async () => {
    const { email } = await server.person();
    const sixes = await wrong(email, 12, (i) => `2001:db8:0:7:${i}::1`);
    expect(statuses(sixes).filter((status) => status === 429)).toHaveLength(2);
    expect((await login(email, TEST_PASSWORD, '2001:db8:0:8::1')).status).toBe(200);
    const fours = await wrong(email, 12, (i) => (i % 2 ? '198.51.100.2' : '::ffff:198.51.100.2'));
    expect(statuses(fours).filter((status) => status === 429)).toHaveLength(2);
  });

  it('from everywhere locks nobody out: strangers wait, and who signed in from there before does not', async () => {
    const { email } = await server.person();
    const device = deviceOf(await login(email, TEST_PASSWORD, '192.0.2.1'));
    await Promise.all(Array.from({ length: 11 }, (_, net) => wrong(email, 10, () => `203.0.113.${net}`)));
    await wrong(email, 2, () => '203.0.113.1'); // the attack may have taken so long that the first is let in
    expect((await login(email, TEST_PASSWORD, '203.0.113.1')).status).toBe(429);
    expect((await login(email, TEST_PASSWORD, '203.0.113.1', device)).status).toBe(200);
    expect((await login(email, TEST_PASSWORD, '192.0.2.99')).status).toBe(200);
  });

  it('from a known device is slowed too; a device is known for its own account alone', async () => {
    const [one, other] = [await server.person(), await server.person()];
    const device = deviceOf(await login(one.email, TEST_PASSWORD, '192.0.2.2'));
    const tries = (email: string, cookie: string, ip: string) =>
      Promise.all(Array.from({ length: 12 }, () => login(email, 'wrong', ip, cookie)));
    expect(statuses(await tries(one.email, device, '192.0.2.3')).filter((status) => status === 429)).toHaveLength(2);
    expect((await login(one.email, TEST_PASSWORD, '192.0.2.3')).status).toBe(200);
    await tries(other.email, device, '192.0.2.4');
    expect((await login(other.email, TEST_PASSWORD, '192.0.2.4', device)).status).toBe(429);
    expect((await login(other.email, TEST_PASSWORD, '192.0.2.4', `${device}x`)).status).toBe(429);
  });

  it('through a session that was taken over is slowed for that session alone', async () => {
    const person = await server.person();
    const another = server.as((await login(person.email, TEST_PASSWORD, '192.0.2.5')).body.accessToken);
    const body = { currentPassword: 'wrong', newPassword: 'another password for tests' };
    const answers = await Promise.all(Array.from({ length: 15 }, () => person.call('POST', 'users/me/password', body)));
    expect(statuses(answers).filter((status) => status === 403)).toHaveLength(10);
    expect(statuses(answers).filter((status) => status === 429)).toHaveLength(5);
    expect((await another('POST', 'users/me/password', { ...body, currentPassword: TEST_PASSWORD })).status).toBe(204);
  });
});

it('a link for a new password makes the browser known that used it', async () => {
  const owner = await server.person();
  const { token } = (await owner.call('POST', `users/${owner.userId}/password-reset`)).body;
  const used = await server.call('POST', 'auth/reset-password', { token, password: 'chosen by way of a link' });
  expect(used.status).toBe(204);
  await wrong(owner.email, 11, () => '198.51.100.9');
  expect((await login(owner.email, 'chosen by way of a link', '198.51.100.9')).status).toBe(429);
  expect((await login(owner.email, 'chosen by way of a link', '198.51.100.9', deviceOf(used))).status).toBe(200);
});

it('a network that found many addresses taken may still register a free one, and is slowed alike for both', async () => {
  const { email } = await server.person();
  for (let round = 0; round < 3; round++) {
    await Promise.all(Array.from({ length: 40 }, () => register(email, '198.51.100.20')));
  }
  const more = await Promise.all(Array.from({ length: 20 }, () => register(email, '198.51.100.20')));
  expect(statuses(more).filter((status) => status === 409).length).toBeLessThanOrEqual(3);
  expect((await register('free@example.com', '198.51.100.20')).status).toBe(201);
});

it('an office may register all at once', async () => {
  const all = await Promise.all(Array.from({ length: 40 }, (_, i) => register(`office${i}@example.com`, '192.0.2.50')));
  expect(new Set(statuses(all))).toEqual(new Set([201]));
});

it('a flood of one network leaves others their turn', async () => {
  const flood = Array.from({ length: 90 }, (_, i) => login(`nobody${i}@example.com`, 'wrong', '198.51.100.30'));
  const { email } = await server.person();
  let pending = flood.length;
  for (const each of flood) void each.finally(() => pending--);
  expect((await login(email, TEST_PASSWORD, '192.0.2.60')).status).toBe(200);
  expect(pending).toBeGreaterThan(0);
  expect(new Set(statuses(await Promise.all(flood)))).toEqual(new Set([401, 429]));
});

it('a guesser in an office signs nobody out there, and keeps nobody from signing in who did so before', async () => {
  const person = await server.person();
  const ip = '192.0.2.70';
  const device = deviceOf(await login(person.email, TEST_PASSWORD, ip));
  const refresh = (refreshToken: string) => server.call('POST', 'auth/refresh', { refreshToken }, from(ip));
  const noise = async () => {
    await refresh('no token');
    return (await server.call('POST', 'auth/reset-password', { token: 'x', password: TEST_PASSWORD }, from(ip))).status;
  };
  let last = 0;
  for (let round = 0; round < 31; round++) {
    last = (await Promise.all(Array.from({ length: 10 }, noise))).at(-1) as number;
  }
  expect([last, (await refresh('no token')).status]).toEqual([429, 429]);
  expect((await refresh(person.refreshToken)).status).toBe(200);
  expect((await login(person.email, TEST_PASSWORD, ip, device)).status).toBe(200);
  expect((await person.call('POST', 'users/me/password', passwords, from(ip))).status).toBe(204);
});

it('a program may sign in many times at once', async () => {
  const { email } = await server.person();
  const all = await Promise.all(Array.from({ length: 30 }, () => login(email, TEST_PASSWORD, '192.0.2.80')));
  expect(new Set(statuses(all))).toEqual(new Set([200]));
});
