import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readConfig } from '../../config/config.js';
import { startServer } from '../../server.js';
import { TEST_SECRET } from '../../testing/test-database.js';
import { TEST_PASSWORD, testServer } from '../../testing/test-server.js';

const ROOT = resolve(import.meta.dirname, '../../..');
const COMMAND = join(ROOT, 'packages/cli/bin/orchestrator.js');
const EMAIL = 'ada@example.com';
let folder: string;

// The command is a program of its own, on the built code.
beforeAll(async () => {
  await promisify(execFile)(process.execPath, [join(ROOT, 'scripts/build.mjs')]);
  folder = mkdtempSync(join(tmpdir(), 'orc-reset-'));
  chmodSync(folder, 0o755); // as root the database runs as another user, who has to be able to enter
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the operator's command: the token of the link that it prints. */
async function token(env: Record<string, string>, email = EMAIL): Promise<string> {
  const options = { cwd: ROOT, env: { PATH: process.env.PATH, ...env } };
  const { stdout } = await promisify(execFile)(process.execPath, [COMMAND, 'reset-password', email], options);
  return stdout.trim().split('#token=')[1] ?? '';
}

const post = async (url: string, path: string, body: object) =>
  (
    await fetch(`${url}/api/v1/auth/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  ).status;
const login = (url: string, password: string) => post(url, 'login', { email: EMAIL, password });

it('makes a link on the embedded database, while the server runs and while it does not', async () => {
  const env = { DATA_DIR: join(folder, 'data') };
  const start = () => startServer(readConfig({ ...env, PORT: '0', LOG_LEVEL: 'error' }));
  const first = await start();
  try {
    expect(await post(first.url, 'register', { email: EMAIL, password: TEST_PASSWORD, name: 'Ada' })).toBe(201);
    const running = { token: await token(env), password: 'set while it was running' };
    expect(await post(first.url, 'reset-password', running)).toBe(204);
    expect(await post(first.url, 'reset-password', running)).toBe(403);
    expect([await login(first.url, TEST_PASSWORD), await login(first.url, running.password)]).toEqual([401, 200]);
    await expect(token(env, 'nobody@example.com')).rejects.toThrow('Nobody has an account with the address');
  } finally {
    await first.stop();
  }
  const stopped = { token: await token(env), password: 'set while it was stopped' };
  const second = await start();
  try {
    expect(await post(second.url, 'reset-password', stopped)).toBe(204);
    expect(await login(second.url, stopped.password)).toBe(200);
  } finally {
    await second.stop();
  }
});

it('makes a link on a database of one’s own', async () => {
  const server = await testServer();
  const person = await server.person();
  const env = { DATABASE_URL: server.databaseUrl, ENCRYPTION_KEY: TEST_SECRET };
  const reset = { token: await token(env, person.email), password: 'set on a server of its own' };
  expect(await post(server.url, 'reset-password', reset)).toBe(204);
  await server.drop();
});

it('says what is missing when there is no database', async () => {
  await expect(token({ DATA_DIR: join(folder, 'nothing') })).rejects.toThrow(/There is no database in .*nothing/);
});
