// The server under test: a fresh embedded database, the workflow imported and activated through the API.
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NODE_FLAGS } from '../scripts/node-flags.mjs';
import { freePort, memoryMiB, node, root, start } from './processes.mjs';

/** @param {string} [from] the tree whose build is run: another one for a comparison of two */
export async function startOrchestrator(from = root) {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'bench-orchestrator-'));
  chmodSync(folder, 0o755); // as root, the embedded database runs as another user who has to enter it
  const base = `http://127.0.0.1:${port}`;
  const env = { PORT: String(port), DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'error', NODE_ENV: 'production' };
  const ready = async () => (await fetch(`${base}/health/ready`)).ok;
  const server = await start('Orchestrator', node, [...NODE_FLAGS, join(from, 'dist/main.js')], env, ready);

  const call = async (method, path, body, token) => {
    const response = await fetch(`${base}/api/v1/${path}`, {
      method,
      headers: {
        'content-type': 'application/json',

        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      body: body && JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return response.json();
  };
  const { accessToken } = await call('POST', 'auth/register', {
    email: 'bench@example.com',
    password: 'correct horse battery 9',
    name: 'Bench',
  });
  const { workflow } = await call(
    'POST',
    'workflows/import',
    JSON.parse(readFileSync(join(root, 'bench/webhook/set-if.json'), 'utf8')),
    accessToken,
  );
  await call('POST', `workflows/${workflow.id}/activate`, {}, accessToken);
  return {
    name: 'Orchestrator',
    url: `${base}/webhook/bench-set`,
    pid: server.pid,
    databaseUrl: embeddedDatabase(join(folder, 'data')),
    memoryMiB: () => memoryMiB(server.pid),
    async executionsKept() {
      const ask = () => call('GET', 'executions?limit=1', undefined, accessToken);
      // The connection of the calls before the load has been closed meanwhile; the second try opens another.
      const { items } = await ask().catch(ask);
      return items.length > 0 ? 'yes, every one' : 'none';
    },
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The address of the embedded database of a data folder: on a unix socket within it. */
function embeddedDatabase(dataFolder) {
  const password = readFileSync(join(dataFolder, 'postgres.password'), 'utf8').trim();
  const socket = join(dataFolder, 'postgres');
  return `postgres://orchestrator:${encodeURIComponent(password)}@localhost/postgres?host=${encodeURIComponent(socket)}`;
}
