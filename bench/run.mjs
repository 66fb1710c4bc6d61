// Measures the webhook workflow of bench/webhook beside its peers, all in one run and in turn, so that a noisy machine is
// noisy for all of them; prints medians and ratios as the table of bench/README.md.
//   npm run bench [-- --rounds 3 --seconds 8]
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildAll } from '../scripts/build.mjs';
import { startFastify } from './peer-fastify.mjs';
import { startNodeRed } from './peer-node-red.mjs';
import { startOrchestrator } from './peer-orchestrator.mjs';
import { cpuTime, node, root } from './processes.mjs';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '3' }, seconds: { type: 'string', default: '8' } },
});
const CONNECTIONS = [16, 64];
/** Until what is compiled is compiled: steady state is what is compared. */
const WARM_UP_SECONDS = 8;
const BODY = JSON.stringify({
  name: 'ada',
  items: [
    { price: 3.5, qty: 2 },
    { price: 1.25, qty: 4 },
  ],
});

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
/** Loads a peer, and tells besides how many microseconds of processor time it took for each request. */
function load({ url, pid }, connections, seconds) {
  const before = cpuTime(pid);
  const result = JSON.parse(
    execFileSync(node, [join(root, 'bench/load.mjs'), url, String(connections), String(seconds), BODY], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }),
  );
  const after = cpuTime(pid);
  const each = (name) => (after[name] - before[name]) / result.total;
  return { ...result, cpu: each('own'), cpuBelow: each('below') };
}

if (!existsSync(join(root, 'bench/node_modules/node-red'))) {
  console.log('installing the peers ...');
  const install = spawnSync(
    'npm',
    ['install', '--no-audit', '--no-fund', '--no-save', '--prefix', join(root, 'bench')],
    { stdio: 'inherit' },
  );
  if (install.status !== 0) process.exit(1);
}
await buildAll();

const orchestrator = await startOrchestrator();
const peers = [orchestrator, await startNodeRed(), await startFastify(orchestrator.databaseUrl)];
const results = new Map(peers.map((peer) => [peer.name, new Map(CONNECTIONS.map((count) => [count, []]))]));
try {
  for (const peer of peers) {
    const answer = await fetch(peer.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: BODY,
    });
    console.log(`${peer.name}: ${answer.status} ${(await answer.text()).slice(0, 120)}`);
  }
  for (const peer of peers) load(peer, 64, WARM_UP_SECONDS);
  for (let round = 0; round < Number(values.rounds); round++) {
    for (const count of CONNECTIONS) {
      for (const peer of peers)
        results
          .get(peer.name)
          .get(count)
          .push(load(peer, count, Number(values.seconds)));
    }
  }
  const memory = orchestrator.memoryMiB();
  const of = (name, count, field) =>
    median(
      results
        .get(name)
        .get(count)
        .map((each) => each[field]),
    );
  console.log(
    '\n| | connections | requests/s | × Node-RED | CPU µs | database µs | p50 ms | p99 ms | failed |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
  );
  for (const count of CONNECTIONS) {
    for (const { name } of peers) {
      const ratio = of(name, count, 'perSecond') / of('Node-RED', count, 'perSecond');
      const failed = results
        .get(name)
        .get(count)
        .reduce((sum, each) => sum + each.failed, 0);
      console.log(
        `| ${name} | ${count} | ${Math.round(of(name, count, 'perSecond'))} | ${ratio.toFixed(2)} | ${Math.round(of(name, count, 'cpu'))} | ${Math.round(of(name, count, 'cpuBelow'))} | ${of(name, count, 'p50')} | ${of(name, count, 'p99')} | ${failed} |`,
      );
    }
  }
  console.log(`\nmemory of the server and its code processes (PSS): ${memory.toFixed(0)} MiB`);
  console.log(`executions kept: ${await orchestrator.executionsKept()}`);
} finally {
  for (const peer of peers.reverse()) await peer.stop();
}
