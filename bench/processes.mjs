// Starting, watching and ending the processes that are measured.
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');
export const node = join(root, 'node_modules/.bin/node');
const READY_MS = 60_000;

/** A free TCP port on loopback. */
export const freePort = () =>
  new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });

/**
 * Starts a process and waits until `ready` says so.
 * @returns {Promise<{pid: number, output: () => string, stop: () => Promise<void>}>}
 */
export async function start(name, command, args, env, ready) {
  const child = spawn(command, args, { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const keep = (chunk) => {
    output = (output + chunk).slice(-20_000);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const ended = new Promise((done) => child.once('exit', done));
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  const end = Date.now() + READY_MS;
  while (!(await ready().catch(() => false))) {
    if (child.exitCode !== null || Date.now() > end) {
      await stop();
      throw new Error(`${name} did not start:\n${output}`);
    }
    await new Promise((done) => setTimeout(done, 100));
  }
  return { pid: child.pid, output: () => output, stop };
}

/** The process ids of a process and all below it. */
function familyOf(pid) {
  const parents = new Map();
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    const fields = statOf(entry);
    if (fields) parents.set(Number(entry), Number(fields[1]));
  }
  const family = [pid];
  for (const each of family) for (const [child, parent] of parents) if (parent === each) family.push(child);
  return family;
}

/** The fields of /proc/<pid>/stat behind the command, which may have spaces in it; `undefined` when the process has ended. */
function statOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

const commandOf = (pid) => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
};

/** What Linux counts processor time in, a second. */
const TICKS = 100;

/**
 * Microseconds of processor time that a process has taken, all its threads together, and those below it by themselves:
 * for a server with an embedded database, what the database takes.
 * @returns {{own: number, below: number}}
 */
export function cpuTime(pid) {
  /** `count` fields of /proc/<pid>/stat from utime on: 2 are the process's own, 4 with those below it that have ended. */
  const of = (each, count) => {
    const ticks = (statOf(each) ?? []).slice(11, 11 + count).reduce((sum, field) => sum + Number(field), 0);
    return (ticks / TICKS) * 1e6;
  };
  const [, ...below] = familyOf(pid);
  return { own: of(pid, 2), below: below.reduce((sum, each) => sum + of(each, 4), 0) };
}

/** Proportional memory, in MiB, of a process and all below it, but those whose command matches `except`. */
export function memoryMiB(pid, except = /postgres/) {
  let kib = 0;
  for (const each of familyOf(pid)) {
    try {
      if (except.test(commandOf(each))) continue;
      kib += Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${each}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
    } catch {
      // ended meanwhile
    }
  }
  return kib / 1024;
}
