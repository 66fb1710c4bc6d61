// Looks for the longest silence of a server under attack: a watcher in another process calls `/health/live` and a quiet
// tenant's webhook every few milliseconds while one attack after the other goes on.
//   node bench/silence.mjs [--only REGEXP] [--seconds 3] [--most 250]
// Exits with 1 when an attack caused a silence of more than `--most` milliseconds.
import { fork } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { NODE_FLAGS } from '../scripts/node-flags.mjs';
import { freePort, node, root, start } from './processes.mjs';
import { attacks } from './silence/attacks.mjs';
import { documentOf, edge, node as step } from './silence/bodies.mjs';
import { tenant } from './silence/client.mjs';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    seconds: { type: 'string', default: '3' },
    most: { type: 'string', default: '250' },
  },
});
const SECONDS = Number(values.seconds);
const MOST_MS = Number(values.most);
const only = new RegExp(values.only ?? '');
/** An attack that is not over by then is left alone. */
const PATIENCE_MS = 120_000;

const port = await freePort();
const base = `http://127.0.0.1:${port}`;
const folder = mkdtempSync(join(tmpdir(), 'silence-'));
chmodSync(folder, 0o755); // as root, the embedded database runs as another user who has to enter it
const server = await start(
  'Orchestrator',
  node,
  [...NODE_FLAGS, join(root, 'dist/main.js')],
  {
    PORT: String(port),
    DATA_DIR: join(folder, 'data'),
    LOG_LEVEL: 'error',
    NODE_ENV: 'production',
    TENANT_STORAGE_MB: '1000000',
  },
  async () => (await fetch(`${base}/health/ready`)).ok,
);
let watcher;
let failed = false;
try {
  const quiet = await tenant(base, 'quiet@example.com');
  const attacker = await tenant(base, 'attacker@example.com');
  const hook = await quiet.live(
    documentOf(
      [
        step(0, 'webhookTrigger', { path: 'silence-quiet', methods: ['GET'], responseMode: 'lastNode' }),
        step(1, 'noOperation'),
      ],
      [edge('n0', 'n1')],
    ),
  );
  const urls = [`${base}/health/live`, `${base}${hook}`];
  watcher = fork(join(root, 'bench/silence/watcher.mjs'), urls);
  const told = () => new Promise((done) => watcher.once('message', done));
  await told();
  console.log(`${'attack'.padEnd(52)} ${'health ms'.padStart(10)} ${'webhook ms'.padStart(11)} ${'calls'.padStart(6)}`);
  for await (const { name, calls } of attacks(attacker)) {
    if (!only.test(name) && name !== 'nothing') continue;
    watcher.send({ begin: true });
    const began = Date.now();
    let made = 0;
    const again = async (call) => {
      do {
        await call().catch(() => {});
        made++;
      } while (Date.now() - began < SECONDS * 1000);
    };
    const all = Promise.all([new Promise((done) => setTimeout(done, 1_000)), ...calls.map(again)]);
    let timer;
    await Promise.race([all, new Promise((done) => (timer = setTimeout(done, PATIENCE_MS)))]);
    clearTimeout(timer);
    watcher.send({ end: true });
    const marks = await told();
    const [health, webhook] = urls.map((url) => marks[url]);
    const isBad = Math.max(health.longest, webhook.longest) > MOST_MS || webhook.failed > 0;
    failed ||= isBad;
    const notes = [isBad ? '<<<' : '', webhook.failed > 0 ? `${webhook.failed} calls failed` : ''].join(' ').trim();
    console.log(
      `${name.padEnd(52)} ${health.longest.toFixed(0).padStart(10)} ${webhook.longest.toFixed(0).padStart(11)} ${String(made).padStart(6)}  ${notes}`,
    );
  }
} finally {
  watcher?.disconnect();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(failed ? 1 : 0);
