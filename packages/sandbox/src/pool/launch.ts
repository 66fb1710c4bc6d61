import { type ChildProcess, spawn } from 'node:child_process';
import { setPriority } from 'node:os';
import type { SandboxLimits } from '../limits.js';
import type { WorkerSetup } from '../worker/setup.js';
import { WITHOUT_NETWORK } from './network-wall.js';
import type { WorkerFiles } from './worker-files.js';

/** Lower priority than the server's, so that endless loops here leave it its share of the machine. */
const NICENESS = 10;
/** MB of address space that V8 maps for code: 560 for Node itself and for each isolate, of which three may overlap. */
const RESERVED_MB = 4 * 576;

/**
 * Starts a code process: no environment but a time zone, no files but its own, no child processes or threads, where the
 * system can do it no network, and the kernel's limit on memory.
 */
export function launch(
  files: WorkerFiles,
  limits: Pick<SandboxLimits, 'isolateMemoryMb' | 'processMemoryMb'>,
): ChildProcess {
  const setup: WorkerSetup = { addon: files.addon, scripts: files.scripts, memoryMb: limits.isolateMemoryMb };
  const node = [
    '--permission',
    '--allow-addons',
    ...[files.worker, files.addon, ...Object.values(files.scripts)].map((path) => `--allow-fs-read=${path}`),
    // isolated-vm asks for it: a startup snapshot of Node clashes with isolates of its own.
    '--no-node-snapshot',
    // A small young generation, a lean compiler and one helper thread keep an idle process small.
    '--max-semi-space-size=2',
    '--max-old-space-size=128',
    '--optimize-for-size',
    '--v8-pool-size=1',
    '--disable-proto=delete',
    files.worker,
    JSON.stringify(setup),
  ];
  const options = { stdio: 'pipe' as const, env: { TZ: Intl.DateTimeFormat().resolvedOptions().timeZone }, cwd: '/' };
  const child =
    process.platform === 'win32'
      ? spawn(process.execPath, node, { ...options, cwd: undefined })
      : spawn('/bin/sh', ['-c', shellLine(files, limits.processMemoryMb), process.execPath, ...node], options);
  try {
    if (child.pid !== undefined) setPriority(child.pid, NICENESS);
  } catch {
    // Not allowed here; the limits on time hold all the same.
  }
  return child;
}

/** The kernel's limit is the backstop for memory that grows faster than the host looks. */
function shellLine({ networkWall: wall }: WorkerFiles, memoryMb: number): string {
  const kilobytes = (RESERVED_MB + 2 * memoryMb) * 1024;
  return `ulimit -d ${kilobytes}; ulimit -c 0; exec ${wall ? `${WITHOUT_NETWORK.join(' ')} ` : ''}"$0" "$@"`;
}
