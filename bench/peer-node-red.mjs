// Node-RED with a flow of the same logic, in memory.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, node, root, start } from './processes.mjs';

export async function startNodeRed() {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'bench-node-red-'));
  cpSync(join(root, 'bench/webhook/node-red-flows.json'), join(folder, 'flows.json'));
  writeFileSync(
    join(folder, 'settings.js'),
    `module.exports = { uiPort: ${port}, uiHost: '127.0.0.1', flowFile: 'flows.json', httpAdminRoot: false, telemetry: { enabled: false }, logging: { console: { level: 'warn' } } };`,
  );
  const url = `http://127.0.0.1:${port}/bench-set`;
  const ready = async () =>
    (
      await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"name":"a","items":[]}',
      })
    ).ok;
  const red = join(root, 'bench/node_modules/node-red/red.js');
  const process = await start(
    'Node-RED',
    node,
    [red, '--userDir', folder, '--settings', join(folder, 'settings.js')],
    { NODE_ENV: 'production' },
    ready,
  );
  return {
    name: 'Node-RED',
    url,
    pid: process.pid,
    async stop() {
      await process.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
