// `npm start`: installs what is missing, builds what changed, runs the server, starts it again when it crashes, and waits
// for its clean end.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { installIfNeeded, node, requireNode, root } from './install.mjs';
import { NODE_FLAGS } from './node-flags.mjs';

requireNode();
installIfNeeded({ dev: false });
const { buildAll } = await import('./build.mjs');
await buildAll();
const { buildWeb } = await import('./build-web.mjs');
await buildWeb();

const { supervise } = await import('../dist/supervision/supervise.js');

const start = () =>
  spawn(
    node,
    [...NODE_FLAGS, join(root, 'dist', 'main.js')],
    // In a group of its own: Ctrl-C reaches this process alone, which hands it on once.
    {
      cwd: process.cwd(),
      stdio: 'inherit',
      detached: process.platform !== 'win32',
      shell: process.platform === 'win32',
    },
  );
try {
  process.exit(await supervise({ start, say: (line) => console.error(line) }));
} catch (error) {
  console.error(`The server can't be run: ${error.message}`);
  process.exit(1);
}
