import { spawn } from 'node:child_process';
import {
  existsSync,
  lchownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { lockDataFolder } from './data-folder-lock.js';
import { type DatabaseAddress, EmbeddedPostgres } from './embedded-postgres.js';
import { identify } from './process-identity.js';

let folder: string;
const running: EmbeddedPostgres[] = [];
const lost: string[] = [];

async function start(at = folder): Promise<{ postgres: EmbeddedPostgres; address: DatabaseAddress }> {
  const started = await EmbeddedPostgres.start(at, (error) => lost.push(error.message));
  running.push(started.postgres);
  return started;
}

async function ask(address: DatabaseAddress, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(address);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

const postmaster = () => Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);

async function gone(pid: number): Promise<boolean> {
  for (let waited = 0; waited < 10_000 && identify(pid); waited += 20) await sleep(20);
  return identify(pid) === undefined;
}

/** A server in a process of its own, which the test may kill. */
async function separateServer(): Promise<{ pid: number }> {
  const { buildAll } = await import(pathToFileURL(resolve('scripts/build.mjs')).href);
  await buildAll({ quiet: true });
  const built = pathToFileURL(resolve('dist/infrastructure/database/embedded-postgres.js')).href;
  const script = `
    const { EmbeddedPostgres } = await import('${built}');
    await EmbeddedPostgres.start(${JSON.stringify(folder)}, console.error);
    console.log('started');
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('exit', (code) => fail(new Error(`the server ended with ${code}`)));
    child.stdout.once('data', () => done({ pid: child.pid as number }));
  });
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'orc-pg-'));
  rmSync(folder, { recursive: true });
});

afterEach(async () => {
  vi.unstubAllEnvs();
  lost.length = 0;
  for (const each of running.splice(0)) await each.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('the embedded database', () => {
  it('keeps its data over a clean stop', async () => {
    const first = await start();
    await ask(first.address, 'create table kept (n int); insert into kept values (42)');
    const pid = postmaster();
    // As a service manager does that tells every process of a service: it ends once nobody is connected.
    first.postgres.willStop();
    process.kill(pid, 'SIGTERM');
    expect(await gone(pid)).toBe(true);
    await first.postgres.stop();
    expect(existsSync(join(folder, 'postgres', 'postmaster.pid'))).toBe(false);
    expect(lost).toEqual([]);
    const second = await start();
    expect(await ask(second.address, 'select n from kept')).toEqual([{ n: 42 }]);
  });

  it('leaves nothing running when the server is killed, and recovers from it', async () => {
    const server = await separateServer();
    const pid = postmaster();
    expect(identify(pid)).toBeDefined();
    process.kill(server.pid, 'SIGKILL');
    expect(await gone(pid)).toBe(true);
    const next = await start();
    expect(await ask(next.address, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it.runIf(existsSync('/proc/self/environ'))('is told nothing of the server, and so no key', async () => {
    vi.stubEnv('ENCRYPTION_KEY', 'a key that the database must not have');
    vi.stubEnv('METRICS_TOKEN', 'a token that the database must not have');
    const { address } = await start();
    const workers = await ask(address, "select pid from pg_stat_activity where backend_type <> 'client backend'");
    for (const pid of [postmaster(), ...workers.map((each) => Number(each.pid))]) {
      const given = readFileSync(`/proc/${pid}/environ`, 'utf8');
      expect(given).not.toMatch(/must not have|ENCRYPTION|TOKEN|npm_|VITEST/);
    }
    expect(workers.length).toBeGreaterThan(2);
  });

  it.runIf(process.getuid?.() === 0)(
    'runs as a user that no other service has, and takes over what another had',
    async () => {
      const nameOf = (uid: number) =>
        readFileSync('/etc/passwd', 'utf8').match(new RegExp(`^([^:]+):[^:]*:${uid}:`, 'm'))?.[1];
      const first = await start();
      const { uid } = statSync(`/proc/${postmaster()}`);
      expect(nameOf(uid)).toBe('orchestrator-postgres');
      await ask(first.address, 'create table kept (n int); insert into kept values (42)');
      await first.postgres.stop();
      // As an earlier version left it: all of it another user's.
      const cluster = join(folder, 'postgres');
      for (const name of ['', ...(readdirSync(cluster, { recursive: true }) as string[])])
        lchownSync(join(cluster, name), 1, 1);
      const second = await start();
      expect(await ask(second.address, 'select n from kept')).toEqual([{ n: 42 }]);
      const owners = new Set(
        readdirSync(cluster, { recursive: true }).map((name) => statSync(join(cluster, String(name))).uid),
      );
      expect([...owners]).toEqual([uid]);
    },
  );

  it('stops the database that another start left running', async () => {
    await start();
    const pid = postmaster();
    const { address } = await start();
    expect(postmaster()).not.toBe(pid);
    expect(lost).toEqual([expect.stringMatching(/^The embedded PostgreSQL ended \(.*\); see .*postgres\.log\.$/)]);
    expect(await ask(address, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('recovers from a postmaster.pid that names another program', async () => {
    const first = await start();
    await first.postgres.stop();
    writeFileSync(join(folder, 'postgres', 'postmaster.pid'), `${process.pid}\n`);
    const { address } = await start();
    expect(await ask(address, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('refuses the data of another major version, with what to do', async () => {
    const first = await start();
    await first.postgres.stop();
    writeFileSync(join(folder, 'postgres', 'PG_VERSION'), '14\n');
    await expect(start()).rejects.toThrow(/written by PostgreSQL 14.*brings PostgreSQL 18.*DATA_DIR/s);
  });

  it.runIf(process.getuid?.() === 0)('refuses a folder that its user can not enter, with what to do', async () => {
    mkdirSync(folder, { mode: 0o755 });
    mkdirSync(join(folder, 'closed'), { mode: 0o700 });
    await expect(start(join(folder, 'closed', 'data'))).rejects.toThrow(
      /closed is closed to it.*chmod o\+x.*DATA_DIR/s,
    );
  });
});

describe('the lock of a data folder', () => {
  it('is held by one server and taken over from a dead one', () => {
    const lock = lockDataFolder(folder);
    expect(() => lockDataFolder(folder)).toThrow(/Another server \(process \d+\) uses the data folder/);
    lock.release();
    writeFileSync(join(folder, 'server.lock'), JSON.stringify({ pid: process.pid, started: 'another time' }));
    lockDataFolder(folder).release();
    expect(existsSync(join(folder, 'server.lock'))).toBe(false);
  });
});
