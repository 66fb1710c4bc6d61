import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { platform } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { childEnvironment } from '../child-environment.js';
import { type PostgresBinaries, postgresBinaries } from './postgres-binaries.js';
import { commandLine, identify, isAlive, type ProcessIdentity } from './process-identity.js';
import { databaseUser, giveFolder, requireReachable, type SystemUser } from './system-user.js';

/** How the server reaches the embedded database. `host` is a folder when it is a unix socket. */
export interface DatabaseAddress {
  host: string;
  port: number;
  user: string;
  password: string;
  database: string;
}

const USER = 'orchestrator';
const DATABASE = 'postgres';
/** A unix socket's path may have 107 bytes (unix(7)); the file is called `.s.PGSQL.5432`. */
const SOCKET_FOLDER_LIMIT = 107 - '/.s.PGSQL.5432'.length;
/** Crash recovery replays at most `max_wal_size`; well above that. */
const START_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 15_000;
const POLL_MS = 10;

/** Small in memory, durable, for one server on one machine. */
const PARAMETERS = {
  shared_buffers: '48MB',
  max_connections: '60',
  work_mem: '4MB',
  maintenance_work_mem: '32MB',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '256MB',
  wal_compression: 'pglz',
  max_parallel_workers_per_gather: '0',
  jit: 'off',
  io_method: 'sync', // the default of 18 starts three workers, which a small machine does better without
  huge_pages: 'off',
  logging_collector: 'off',
  log_min_messages: 'warning',
  timezone: 'UTC',
  log_timezone: 'UTC',
};

/** A PostgreSQL of our own in a data folder. The caller holds the folder's lock. */
export class EmbeddedPostgres {
  private readonly folder: string;
  private readonly cluster: string;
  private child: ChildProcess | undefined;
  private guard: ChildProcess | undefined;
  private mayEnd = false;

  private constructor(
    dataFolder: string,
    private readonly binaries: PostgresBinaries,
    private readonly user: SystemUser | undefined,
    private readonly onLost: (error: Error) => void,
  ) {
    this.folder = resolve(dataFolder);
    this.cluster = join(this.folder, 'postgres');
  }

  /**
   * Starts the database, after making it when the folder has none and stopping what a killed server left running.
   * @param onLost is told when it ends although nobody stopped it: it does not come back by itself. Whoever uses it but
   * shortly meets that in what it asks next, and needs none
   * @throws with what to do when the folder is of another PostgreSQL version or can't be used
   */
  static async start(
    dataFolder: string,
    onLost: (error: Error) => void = () => {},
  ): Promise<{ postgres: EmbeddedPostgres; address: DatabaseAddress }> {
    const postgres = new EmbeddedPostgres(dataFolder, await postgresBinaries(), databaseUser(), onLost);
    return { postgres, address: await postgres.run() };
  }

  /**
   * The server is about to stop it. A service manager may have told it to end as well, which it does when the last
   * connection is closed.
   */
  willStop(): void {
    this.mayEnd = true;
  }

  /** Stops the database cleanly: open transactions are rolled back, everything committed stays. */
  async stop(): Promise<void> {
    const child = this.child;
    this.child = undefined;
    if (child && child.exitCode === null && child.signalCode === null) {
      child.ref(); // or this process would end without waiting for it
      const ended = new Promise((done) => child.once('exit', done));
      child.kill('SIGINT'); // "fast" shutdown
      await Promise.race([ended, sleep(STOP_TIMEOUT_MS, undefined, { ref: false })]);
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGQUIT'); // recovers at the next start
    }
    this.guard?.stdin?.end();
    this.guard = undefined;
  }

  private async run(): Promise<DatabaseAddress> {
    mkdirSync(this.folder, { recursive: true, mode: this.user ? 0o711 : 0o700 });
    requireReachable(this.folder, this.user, 'The data folder');
    requireReachable(dirname(this.binaries.postgres), this.user, "PostgreSQL's folder");
    this.requireSameVersion();
    const password = this.password();
    if (!existsSync(this.cluster)) this.initialise(password);
    await this.stopLeftover();
    if (this.user) giveFolder(this.cluster, this.user);
    const bySocket = platform() !== 'win32' && Buffer.byteLength(this.cluster) <= SOCKET_FOLDER_LIMIT;
    const port = bySocket ? 5432 : await freePort();
    await this.launch(port, bySocket);
    return { host: bySocket ? this.cluster : '127.0.0.1', port, user: USER, password, database: DATABASE };
  }

  private requireSameVersion(): void {
    const file = join(this.cluster, 'PG_VERSION');
    if (!existsSync(file)) return;
    const written = readFileSync(file, 'utf8').trim();
    const options = { ...this.user, cwd: '/', env: childEnvironment() };
    const version = spawnSync(this.binaries.postgres, ['--version'], { encoding: 'utf8', ...options }).stdout;
    const own = /(\d+)(\.\d+)*\s*$/.exec(version?.trim() ?? '')?.[1];
    if (!own || own === written) return;
    throw new Error(
      `The data folder ${this.folder} was written by PostgreSQL ${written}, and this version of Orchestrator brings PostgreSQL ${own}. ` +
        `Start the version of Orchestrator that wrote it and carry the data over with pg_dump and pg_restore, or set DATA_DIR to another folder.`,
    );
  }

  private password(): string {
    const file = join(this.folder, 'postgres.password');
    if (existsSync(file)) return readFileSync(file, 'utf8').trim();
    const password = randomBytes(24).toString('base64url');
    writeFileSync(file, password, { mode: 0o600 });
    return password;
  }

  /** Makes the cluster aside and moves it into place, so that a start that is killed half-way leaves nothing half made. */
  private initialise(password: string): void {
    for (const name of readdirSync(this.folder)) {
      if (name.startsWith('postgres.new-')) rmSync(join(this.folder, name), { recursive: true, force: true });
    }
    const fresh = join(this.folder, `postgres.new-${process.pid}`);
    const passwordFile = join(fresh, 'password');
    const target = join(fresh, 'cluster');
    mkdirSync(target, { recursive: true, mode: 0o700 });
    writeFileSync(passwordFile, password, { mode: 0o600 });
    if (this.user) for (const path of [fresh, target, passwordFile]) chownSync(path, this.user.uid, this.user.gid);
    const made = spawnSync(
      this.binaries.initdb,
      [
        `--pgdata=${target}`,
        `--username=${USER}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale-provider=builtin',
        '--locale=C.UTF-8',
        '--lc-messages=C',
        '--no-instructions',
      ],
      { encoding: 'utf8', ...this.user, cwd: '/', env: childEnvironment({ LC_ALL: 'C' }) },
    );
    if (made.status !== 0) {
      throw new Error(
        `The embedded PostgreSQL can't be set up in ${this.folder}: ${(made.stderr || String(made.error)).trim()}`,
      );
    }
    renameSync(target, this.cluster);
    rmSync(fresh, { recursive: true, force: true });
  }

  /** Ends a database that a killed server left running in this folder, and forgets a postmaster.pid that lies. */
  private async stopLeftover(): Promise<void> {
    const file = join(this.cluster, 'postmaster.pid');
    const pid = existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : 0;
    const found = identify(pid);
    if (!found) return; // PostgreSQL itself removes the file of a process that is gone
    const words = commandLine(pid);
    if (words && !words.includes(this.cluster)) {
      rmSync(file, { force: true }); // another program has that number now
      return;
    }
    process.kill(pid, 'SIGINT');
    if (await ended(found, STOP_TIMEOUT_MS)) return;
    process.kill(pid, 'SIGQUIT');
    if (!(await ended(found, STOP_TIMEOUT_MS))) {
      throw new Error(
        `The PostgreSQL that an earlier server left running (process ${pid}) does not stop. End it by hand.`,
      );
    }
  }

  private async launch(port: number, bySocket: boolean): Promise<void> {
    const log = join(this.folder, 'postgres.log');
    const deadline = Date.now() + START_TIMEOUT_MS;
    const settings = {
      ...PARAMETERS,
      port: String(port),
      listen_addresses: bySocket ? '' : '127.0.0.1',
      unix_socket_directories: bySocket ? this.cluster : '',
    };
    while (true) {
      const output = openSync(log, 'w', 0o600);
      const child = spawn(
        this.binaries.postgres,
        ['-D', this.cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
        // A session of its own: Ctrl-C in the terminal must reach the server alone, which stops the database last.
        {
          ...this.user,
          cwd: '/',
          detached: true,
          stdio: ['ignore', output, output],
          env: childEnvironment({ LC_ALL: 'C' }),
        },
      );
      closeSync(output);
      chmodSync(log, 0o600);
      if (await this.ready(child, deadline)) {
        this.child = child;
        child.once('exit', (code, signal) => {
          if (this.child !== child || this.mayEnd) return;
          this.onLost(new Error(`The embedded PostgreSQL ended (${signal ?? `exit code ${code}`}); see ${log}.`));
        });
        child.unref();
        this.guard = this.user === undefined && platform() === 'win32' ? undefined : watchOver(child.pid as number);
        return;
      }
      const said = readFileSync(log, 'utf8').trim().slice(-2000);
      // The processes of a killed postmaster end within moments; until then they hold its shared memory.
      const again = /pre-existing shared memory block|lock file "postmaster.pid"/.test(said) && Date.now() < deadline;
      if (!again) throw new Error(`The embedded PostgreSQL does not start. It says:\n${said}\n(see ${log})`);
      await sleep(200);
    }
  }

  /** Waits until postmaster.pid says that connections are taken (its 8th line); false when the process ended. */
  private async ready(child: ChildProcess, deadline: number): Promise<boolean> {
    const file = join(this.cluster, 'postmaster.pid');
    let failed = false;
    child.once('error', () => {
      failed = true;
    });
    while (!failed && child.exitCode === null && child.signalCode === null && Date.now() < deadline) {
      try {
        const lines = readFileSync(file, 'utf8').split('\n');
        if (Number(lines[0]) === child.pid && lines[7]?.trim() === 'ready') return true;
      } catch {
        // not written yet
      }
      await sleep(POLL_MS);
    }
    child.kill('SIGINT');
    return false;
  }
}

/**
 * A tiny shell that waits for this process to end, however it ends, and then stops the database: its standard input is
 * a pipe that the system closes with us. So even a killed server leaves nothing running.
 */
function watchOver(pid: number): ChildProcess | undefined {
  if (platform() === 'win32') return undefined;
  const guard = spawn('/bin/sh', ['-c', `read -r _; kill -INT ${pid} 2>/dev/null`], {
    detached: true,
    cwd: '/',
    stdio: ['pipe', 'ignore', 'ignore'],
    env: {},
  });
  guard.on('error', () => {}); // without a shell the next start stops the leftover
  guard.unref();
  (guard.stdin as unknown as { unref?(): void } | null)?.unref?.();
  return guard;
}

async function ended(identity: ProcessIdentity, timeoutMs: number): Promise<boolean> {
  for (const deadline = Date.now() + timeoutMs; Date.now() < deadline; await sleep(POLL_MS)) {
    if (!isAlive(identity)) return true;
  }
  return !isAlive(identity);
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer().once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => done(port));
    });
  });
}
