// Engine overhead of one run of four pure nodes, in microseconds: with a runner that answers at once, and with one that
// is asynchronous, as the node host is. Build first (node scripts/build.mjs), then:
//   node packages/engine/bench/overhead.mjs
import { setImmediate as nextTurn } from 'node:timers/promises';
import { buildPlan, Executor, MemoryJournal, newRun } from '../dist/index.js';

const RUNS = 50_000;
const ROUNDS = 5;
const names = ['Start', 'A', 'B', 'C'];
const document = {
  formatVersion: 1,
  name: 'bench',
  nodes: names.map((id, x) => ({
    id,
    name: id,
    type: x ? 'pass' : 'start',
    version: 1,
    position: [x, 0],
    parameters: {},
  })),
  edges: names.slice(1).map((to, at) => ({ kind: 'main', from: { node: names[at] }, to: { node: to } })),
  settings: {},
};
const port = [{ kind: 'main' }];
const shape = ({ type }) => ({
  kind: type === 'start' ? 'trigger' : 'action',
  inputs: port,
  outputs: port,
  effect: 'pure',
});
const plan = buildPlan(document, { shape });
const journal = new MemoryJournal();
const clock = { now: Date.now, sleep: () => new Promise(() => {}), yield: () => nextTurn() };
const info = {
  executionId: 'e',
  tenantId: 't',
  mode: 'api',
  workflow: { id: 'w', name: 'bench', active: true },
  timezone: 'UTC',
};
const items = [{ json: { hello: 'world', n: 1 } }];

async function measure(name, run) {
  const executor = new Executor({ runner: { run }, clock, journal });
  const times = [];
  for (let round = 0; round < ROUNDS; round++) {
    const begin = process.cpuUsage();
    for (let at = 0; at < RUNS; at++) {
      await executor.drive({
        run: info,
        state: newRun(plan),
        events: [{ t: 'started', at: 0, mode: 'api', node: 'Start', items }],
      });
      journal.forget('e');
    }
    const { user, system } = process.cpuUsage(begin);
    times.push((user + system) / RUNS);
  }
  const median = times.sort((a, b) => a - b)[ROUNDS >> 1].toFixed(1);
  console.log(`${median} µs of CPU a run of four pure nodes, ${name} runner (median of ${ROUNDS} rounds)`);
}

await measure('synchronous', ({ inputs }) => ({ kind: 'done', outputs: inputs }));
await measure('asynchronous', async ({ inputs }) => ({ kind: 'done', outputs: inputs }));
