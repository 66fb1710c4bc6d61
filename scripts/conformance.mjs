// Measures how far workflows behave as in n8n, with the recordings in SHARED_DIR (default ../shared), and fails when a
// count falls below its floor in .ci/floors.json. Floors only ever rise.
//
//   node scripts/conformance.mjs [check | engine | nodes | http | sub | expressions | expressions-real | webhooks | corpus ...]
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NODE_FLAGS } from './node-flags.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const shared = resolve(root, process.env.SHARED_DIR ?? '../shared');
const floors = JSON.parse(readFileSync(join(root, '.ci/floors.json'), 'utf8'));
const START_MS = 60_000; // a first start makes a database

/** Runs one of the check scripts against its floor. */
function check(script, floor, args = [], env = {}) {
  const run = spawnSync(process.execPath, [join(shared, 'conformance', script), '--floor', String(floor), ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  process.stdout.write(run.stdout);
  process.stderr.write(run.stderr);
  return run.status === 0;
}
const recording = (name) => join(shared, 'conformance', name);

/** Counts what of the corpus carries over. */
function corpus() {
  const folder = join(shared, 'corpus');
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => join(folder, name));
  const run = spawnSync('npx', ['--no', 'orchestrator', 'import', '--json', ...files], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const reports = run.stdout
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line));
  const nodes = reports.reduce((sum, report) => sum + report.nodes, 0);
  const carried = nodes - reports.reduce((sum, report) => sum + report.unsupported.length, 0);
  const whole = reports.filter((report) => report.ok && report.unsupported.length === 0).length;
  console.log(
    `corpus: ${reports.length} of ${files.length} files read, ${carried} of ${nodes} nodes and ${whole} whole workflows carry over`,
  );
  return reports.length === files.length && carried >= floors['corpus-nodes'] && whole >= floors['corpus-workflows'];
}

const freePort = () =>
  new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });

/** Starts a server of its own on a fresh embedded database and checks its webhooks. */
async function webhooks() {
  const port = await freePort();
  const data = mkdtempSync(join(tmpdir(), 'conformance-data-'));
  // As root the embedded database runs as another user, who has to be able to enter the folder.
  spawnSync('chmod', ['755', data]);
  const server = spawn(join(root, 'node_modules/.bin/node'), [...NODE_FLAGS, 'dist/main.js'], {
    cwd: root,
    env: { ...process.env, PORT: String(port), DATA_DIR: join(data, 'data'), LOG_LEVEL: 'error' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  try {
    const base = `http://127.0.0.1:${port}`;
    const end = Date.now() + START_MS;
    while (
      !(await fetch(`${base}/health/ready`).then(
        (answer) => answer.ok,
        () => false,
      ))
    ) {
      if (Date.now() > end || server.exitCode !== null) throw new Error('the server did not start');
      await new Promise((done) => setTimeout(done, 200));
    }
    const env = { BASE: base };
    const calls = check('check-webhooks.mjs', floors.webhooks, [], env);
    const bodies = check('check-webhooks.mjs', floors['webhooks-bodies'], [recording('webhooks-bodies.json')], env);
    return calls && bodies;
  } finally {
    const ended = new Promise((done) => server.once('exit', done));
    server.kill('SIGTERM');
    if (server.exitCode === null) await ended;
    rmSync(data, { recursive: true, force: true });
  }
}

const CHECKS = {
  check: () => check('check.mjs', floors.check),
  engine: () => check('check-engine.mjs', floors.engine, [recording('engine.ndjson')]),
  nodes: () => check('check-engine.mjs', floors.nodes, [recording('nodes.ndjson')]),
  http: () => check('check-engine.mjs', floors.http, [recording('http.ndjson')]),
  sub: () => check('check-engine.mjs', floors.sub, [recording('sub.ndjson')]),
  expressions: () => check('check-expressions.mjs', floors.expressions, [recording('expressions.json')]),
  'expressions-real': () =>
    check('check-expressions.mjs', floors['expressions-real'], [recording('expressions-real.json')]),
  webhooks,
  corpus,
};

if (!existsSync(shared)) {
  console.log(`conformance: left out, for there is no ${shared} (set SHARED_DIR)`);
  process.exit(0);
}
const asked = process.argv.slice(2);
const failed = [];
for (const name of asked.length > 0 ? asked : Object.keys(CHECKS)) {
  console.log(`--- conformance: ${name}`);
  if (!(await CHECKS[name]())) failed.push(name);
}
if (failed.length > 0) console.log(`conformance: below the floor: ${failed.join(', ')}`);
process.exitCode = failed.length > 0 ? 1 : 0;
