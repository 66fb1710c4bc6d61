import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeDataFolder } from '../data-folder.js';
import { identify, isAlive, type ProcessIdentity } from './process-identity.js';

/** Two servers in a row may find the same stale lock; more rounds than that mean that something else is wrong. */
const ROUNDS = 5;

/** Holds a data folder for this process. */
export interface DataFolderLock {
  release(): void;
}

function read(path: string): ProcessIdentity | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as ProcessIdentity;
  } catch {
    return undefined;
  }
}

/**
 * Takes the data folder for this process, so that two servers never share one. A lock that a killed server left behind
 * is taken over.
 * @throws when another living server holds it
 */
export function lockDataFolder(folder: string): DataFolderLock {
  makeDataFolder(folder);
  const path = join(folder, 'server.lock');
  const own = identify(process.pid) ?? { pid: process.pid, started: '' };
  for (let round = 0; round < ROUNDS; round++) {
    try {
      writeFileSync(path, JSON.stringify(own), { flag: 'wx', mode: 0o600 });
      return { release: () => read(path)?.pid === own.pid && rmSync(path, { force: true }) };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = read(path);
    if (holder && isAlive(holder)) throw inUse(folder, holder);
    takeAside(path, folder);
  }
  throw new Error(`The data folder ${folder} can't be locked. Remove ${path} when no server is running in it.`);
}

/** Moves a stale lock away. Only one of two servers that do so at once gets it; a fresh one is put back. */
function takeAside(path: string, folder: string): void {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch {
    return; // somebody else was quicker
  }
  const holder = read(aside);
  try {
    if (!holder || !isAlive(holder)) return;
    linkSync(aside, path);
    throw inUse(folder, holder);
  } finally {
    rmSync(aside, { force: true });
  }
}

const inUse = (folder: string, holder: ProcessIdentity) =>
  new Error(
    `Another server (process ${holder.pid}) uses the data folder ${folder}. Stop it first, or give this one a folder of its own with DATA_DIR.`,
  );
