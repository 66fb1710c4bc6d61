import { spawnSync } from 'node:child_process';
import { lchownSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { childEnvironment } from '../child-environment.js';

/** The user that PostgreSQL runs as, when this process is root: PostgreSQL refuses to run as root. */
export interface SystemUser {
  uid: number;
  gid: number;
}

/** Of the embedded database alone: a user that other services have too would let them read it, and it them. */
const NAME = 'orchestrator-postgres';
/** How systems make one: shadow's tools, and BusyBox's. */
const MAKERS = [
  [
    'useradd',
    '--system',
    '--user-group',
    '--no-create-home',
    '--home-dir',
    '/nonexistent',
    '--shell',
    '/usr/sbin/nologin',
  ],
  ['adduser', '-S', '-D', '-H', '-h', '/nonexistent', '-s', '/sbin/nologin'],
] as const;
/** Another server that starts at the same time may hold the lock of the list of users. */
const TRIES = 5;
const TRY_AGAIN_MS = 200;

function find(): SystemUser | undefined {
  const entry = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((line) => line.startsWith(`${NAME}:`));
  const [, , uid, gid] = entry?.split(':') ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}

/**
 * The user for the database's processes: nobody else (`undefined`) unless this process is root, then one of their own,
 * which is made when it is missing.
 */
export function databaseUser(): SystemUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const env = childEnvironment();
  for (let tried = 0; tried < TRIES; tried++) {
    const found = find();
    if (found) return found;
    if (tried > 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, TRY_AGAIN_MS);
    for (const [command, ...options] of MAKERS) {
      if (spawnSync(command, [...options, NAME], { stdio: 'ignore', env }).status === 0) break;
    }
  }
  const made = find();
  if (made) return made;
  throw new Error(
    `PostgreSQL can't run as root, and the system user '${NAME}' is missing and can't be made. ` +
      `Make it (\`useradd --system ${NAME}\`), start the server as an ordinary user, or set DATABASE_URL.`,
  );
}

/** Gives a folder with all that is in it to a user, unless it is theirs: an earlier version had another for it. */
export function giveFolder(folder: string, { uid, gid }: SystemUser): void {
  // Itself last: what is interrupted is begun again.
  if (lstatSync(folder).uid === uid) return;
  for (const name of readdirSync(folder, { recursive: true }) as string[]) lchownSync(join(folder, name), uid, gid);
  lchownSync(folder, uid, gid);
}

/**
 * Makes sure that the database's user can reach a path.
 * @throws with what to do when it can't
 */
export function requireReachable(path: string, user: SystemUser | undefined, what: string): void {
  if (!user) return;
  const options = { uid: user.uid, gid: user.gid, cwd: '/', stdio: 'ignore' as const, env: childEnvironment() };
  const enter = (folder: string) => spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], options).status === 0;
  if (enter(path)) return;
  let closed = path;
  for (let above = dirname(path); above !== closed && !enter(above); above = dirname(above)) closed = above;
  throw new Error(
    `${what} ${path} can't be entered by the user '${NAME}', which PostgreSQL runs as because this server runs as root: ` +
      `${closed} is closed to it. Open that folder (\`chmod o+x ${closed}\`), choose another place` +
      `${what.startsWith('The data folder') ? ' with DATA_DIR' : ''}, start the server as an ordinary user, or set DATABASE_URL.`,
  );
}
