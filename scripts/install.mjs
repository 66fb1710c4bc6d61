// Installs what package-lock.json names when node_modules is missing or was made for another lock file.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

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

/** Brings node_modules up to date. Ends the process when npm can't. */
export function installIfNeeded() {
  const marker = join(root, 'node_modules', '.orchestrator-lock');
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(node)) {
    if (existsSync(marker) && readFileSync(marker, 'utf8') === lock) return;
    // Somebody ran npm themselves: npm keeps a copy of the lock file, and it is newer than ours then.
    if (!existsSync(marker) && isUpToDate()) {
      writeFileSync(marker, lock);
      return;
    }
  }
  console.log('Installing packages (npm ci) ...');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status } = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    console.error('npm ci failed; see above. Check the network and run it again.');
    process.exit(1);
  }
  writeFileSync(marker, lock);
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
