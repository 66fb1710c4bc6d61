// Installs what package-lock.json names when node_modules is missing or was made for another lock file.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');
/** The Node that the project runs on, which npm brings; the one that runs the scripts only has to be 20.19 or later. */
export const node = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
const LEAST = [20, 19];

/** Ends the process with a message when the Node that runs this is too old. */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > LEAST[0] || (major === LEAST[0] && minor >= LEAST[1])) return;
  console.error(`Orchestrator needs Node ${LEAST.join('.')} or later to start; this is ${process.versions.node}.`);
  process.exit(1);
}

/**
 * Brings node_modules up to date. Ends the process when npm can't.
 * @param {{dev?: boolean}} [options] `dev: false` leaves the tools of tests and checks out of a first install
 */
export function installIfNeeded({ dev = true } = {}) {
  const marker = join(root, 'node_modules', '.orchestrator-lock');
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const [have, scope] = existsSync(marker) ? readFileSync(marker, 'utf8').split(' ') : [];
  if (existsSync(node)) {
    if (have === lock && (scope === 'all' || !dev)) return;
    // Somebody ran npm themselves: npm keeps a copy of the lock file, and it is newer than ours then.
    if (have === undefined && isUpToDate()) {
      writeFileSync(marker, `${lock} all`);
      return;
    }
  }
  const all = dev || scope === 'all';
  console.log('Installing packages ...');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  // Not `npm ci`: it refuses a lock file that does not name the optional packages of every platform there is, which a
  // lock file written with a mirror for one platform does not. This one takes the locked versions and writes no lock.
  const args = ['install', '--no-save', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = spawnSync(npm, all ? args : [...args, '--omit=dev'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    console.error('npm install failed; see above. Check the network and run it again.');
    process.exit(1);
  }
  writeFileSync(marker, `${lock} ${all ? 'all' : 'production'}`);
}

/** Whether what npm says it installed is what the lock file names. */
function isUpToDate() {
  try {
    const installed = JSON.parse(readFileSync(join(root, 'node_modules', '.package-lock.json'), 'utf8')).packages;
    const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
    return Object.entries(wanted).every(
      ([path, entry]) =>
        !path.startsWith('node_modules/') || entry.link || entry.optional || installed[path]?.version === entry.version,
    );
  } catch {
    return false;
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  requireNode();
  installIfNeeded();
}
