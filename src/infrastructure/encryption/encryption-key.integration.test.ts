import { expect, it } from 'vitest';
import { TEST_PASSWORD, testServer } from '../../testing/test-server.js';

const OTHER = 'another encryption key which is long enough';
const FIRST = 'the first encryption key and long enough';

it('a start with another key is refused; with the former key beside it everything can be read, and is told apart no more', async () => {
  const first = await testServer({ ENCRYPTION_KEY: FIRST });
  const person = await first.person();
  const made = await person.call('POST', 'credentials', {
    name: 'Service',
    type: 'httpHeaderAuth',
    data: { name: 'X-Key', value: 'hunter2' },
  });
  expect(made.status).toBe(201);
  await first.stop();
  await expect(testServer({ ENCRYPTION_KEY: OTHER }, first.databaseUrl)).rejects.toThrow(
    /ENCRYPTION_KEY is not the key that this database was written with/,
  );

  const changed = { ENCRYPTION_KEY: OTHER, ENCRYPTION_KEYS_OLD: FIRST };
  const second = await testServer(changed, first.databaseUrl);
  const login = await second.call('POST', 'auth/login', { email: person.email, password: TEST_PASSWORD });
  expect(login.status).toBe(200);
  // Tokens are signed by a key that is derived from it: those of before are not taken any more.
  expect((await second.as(person.accessToken)('GET', 'users/me')).status).toBe(401);
  const call = second.as(login.body.accessToken);
  expect((await call('GET', `credentials/${made.body.id}`)).body.name).toBe('Service');
  expect((await call('PUT', `credentials/${made.body.id}`, { name: 'Renamed' })).status).toBeLessThan(300);
  await second.stop();

  await expect(testServer({ ENCRYPTION_KEY: FIRST }, first.databaseUrl)).rejects.toThrow(/ENCRYPTION_KEY/);
  await first.drop();
});
