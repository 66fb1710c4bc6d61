import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** The user that PostgreSQL runs as, when this process is root: PostgreSQL refuses to run as root. */
export interface SystemUser {
  uid: number;
  gid: number;
}

const NAME = 'postgres';

function find(): SystemUser | undefined {
  const entry = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((line) => line.startsWith(`${NAME}:`));
  const [, , uid, gid] = entry?.split(':') ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}

/**
 * The user for the database's processes: nobody else (`undefined`) unless this process is root, then `postgres`, which
 * is made when it is missing.
 */
export function databaseUser(): SystemUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const found = find();
  if (found) return found;
  try {
    execFileSync('useradd', ['--system', '--user-group', '--shell', '/usr/sbin/nologin', NAME], { stdio: 'ignore' });
  } catch {
    // reported below
  }
  const made = find();
  if (made) return made;
  throw new Error(
    `PostgreSQL can't run as root, and the system user '${NAME}' is missing and can't be made. ` +
      'Make it (`useradd --system postgres`), start the server as an ordinary user, or set DATABASE_URL.',
  );
}

/**
 * Makes sure that the database's user can reach a path.
 * @throws with what to do when it can't
 */
export function requireReachable(path: string, user: SystemUser | undefined, what: string): void {
  if (!user) return;
  const enter = (folder: string) =>
    spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { uid: user.uid, gid: user.gid, cwd: '/', stdio: 'ignore' })
      .status === 0;
  if (enter(path)) return;
  let closed = path;
  for (let above = dirname(path); above !== closed && !enter(above); above = dirname(above)) closed = above;
  throw new Error(
    `${what} ${path} can't be entered by the user '${NAME}', which PostgreSQL runs as because this server runs as root: ` +
      `${closed} is closed to it. Open that folder (\`chmod o+x ${closed}\`), choose another place` +
      `${what.startsWith('The data folder') ? ' with DATA_DIR' : ''}, start the server as an ordinary user, or set DATABASE_URL.`,
  );
}
