import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freePort } from './support/server-process.js';

/** `npm start` as people run it, with a server that really crashes. */
const ROOT = join(import.meta.dirname, '..');
/** Loaded into the server before its own code, so that the test alone can make it throw: SIGUSR2 is all that it takes. */
const THROWS = `process.on('SIGUSR2', () => setImmediate(() => { throw new Error('thrown by the test'); }));`;
const READY_MS = 90_000;

let folder: string;
let url: string;
let supervisor: ChildProcess;
let output = '';
/** As people have it: what runs tests sets a NODE_ENV. */
const { NODE_ENV: _, ...ENVIRONMENT } = process.env;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'orc-supervised-'));
  chmodSync(folder, 0o755);
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  supervisor = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: ROOT,
    env: {
      ...ENVIRONMENT,
      PORT: String(port),
      DATA_DIR: folder,
      LOG_LEVEL: 'warn',
      NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(THROWS)}`,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [supervisor.stdout, supervisor.stderr]) {
    stream?.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
  }
  await ready(undefined);
}, READY_MS);
afterAll(() => {
  if (supervisor.exitCode === null) supervisor.kill('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
});

/** The server's process: it holds the lock of the data folder. */
function serverPid(): number | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, 'server.lock'), 'utf8')).pid;
  } catch {
    return undefined;
  }
}

/** Waits for a server that is another process than `before`. */
async function ready(before: number | undefined): Promise<number> {
  const look = async () => {
    const answer = await fetch(`${url}/health/ready`).catch(() => undefined);
    return answer?.ok === true && serverPid() !== before;
  };
  for (const end = Date.now() + READY_MS; !(await look()); await sleep(50)) {
    if (Date.now() > end) throw new Error(`no server is ready:\n${output}`);
  }
  return serverPid() as number;
}

it('a server that is killed or throws comes back, and operators see that it crashed', {
  timeout: 3 * READY_MS,
}, async () => {
  const first = serverPid() as number;
  process.kill(first, 'SIGKILL');
  const second = await ready(first);
  process.kill(second, 'SIGUSR2');
  const third = await ready(second);
  expect(output).toContain('The server crashed (SIGKILL). It is started again in');
  expect(output).toContain('The server crashed (exit code 70), 2 times in a row');
  // The fault with its stack, at the most severe level; and the next start says what was before it.
  const lines = output
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line));
  expect(lines.find(({ level }) => level === 60)).toMatchObject({
    pid: second,
    err: { message: 'thrown by the test', stack: expect.stringContaining('at Immediate') },
  });
  expect(
    lines.filter(({ msg }) => msg?.startsWith('The server before this one crashed')).map(({ msg }) => msg),
  ).toEqual([expect.stringContaining('it was killed'), expect.stringContaining('thrown by the test')]);
  const account = { email: 'operator@example.com', password: 'a password for tests only', name: 'Op' };
  const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(account) };
  const { accessToken } = (await (await fetch(`${url}/api/v1/auth/register`, post)).json()) as { accessToken: string };
  const health = await fetch(`${url}/api/v1/system/health`, { headers: { authorization: `Bearer ${accessToken}` } });
  expect(((await health.json()) as { crashes: object }).crashes).toMatchObject({
    total: 2,
    last: { message: 'thrown by the test' },
  });
  expect(await (await fetch(`${url}/metrics`)).text()).toMatch(/^orchestrator_crashes_total 2$/m);
  expect(serverPid()).toBe(third);
});

it('ends with the server when it is told to, and that is no crash', { timeout: READY_MS }, async () => {
  // To both, as a service manager does: the supervisor hands it on once more.
  process.kill(serverPid() as number, 'SIGTERM');
  supervisor.kill('SIGTERM');
  const [code] = await once(supervisor, 'exit');
  expect(code).toBe(0);
  expect(readdirSync(join(folder, 'running'))).toEqual([]);
});

it('starts nothing again whose settings are wrong', { timeout: READY_MS }, async () => {
  const env = { ...ENVIRONMENT, PORT: 'eighty', DATA_DIR: folder };
  const child = spawn(process.execPath, ['scripts/start.mjs'], { cwd: ROOT, env, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text) => {
    said += text;
  });
  const [code] = await once(child, 'exit');
  expect([code, said]).toEqual([78, expect.stringContaining('PORT must be a whole number')]);
  expect(said).not.toContain('started again');
});
