// CPU of one run of the workflow webhook → edit fields (two expressions) → if → edit fields, in microseconds: engine, node
// host, expressions and built-in nodes, with the journal in memory and no server. Build first (node scripts/build.mjs):
//   node packages/runtime/bench/set-if.mjs
import { readFileSync } from 'node:fs';
import { buildPlan, Executor, MemoryJournal, newRun, runView } from '../../engine/dist/index.js';
import { createExpressionEngine } from '../../expression/dist/index.js';
import { readDocument } from '../../n8n/dist/index.js';
import { builtinNodes } from '../../nodes/dist/index.js';
import { NodeHost, NodeRegistry, systemClock } from '../dist/index.js';

const RUNS = 10_000;
const ROUNDS = 7;
/** Runs under way at the same time, as a busy server has them. */
const AT_ONCE = 16;

const file = new URL('../../../bench/webhook/set-if.json', import.meta.url);
const { workflow } = readDocument(JSON.parse(readFileSync(file, 'utf8')));
const expressions = createExpressionEngine();
const unused = new Proxy({}, { get: (_, name) => () => Promise.reject(new Error(`${String(name)} is not there`)) });
const host = new NodeHost({
  registry: new NodeRegistry(builtinNodes),
  expressions: () => expressions,
  code: { runCode: unused.runCode, regex: () => unused },
  http: unused,
  sign: unused,
  blobs: unused,
  credentials: unused,
  state: unused,
  globals: { env: {}, vars: () => ({}) },
  clock: systemClock,
});
const plan = buildPlan(workflow, host);
const journal = new MemoryJournal();
const executor = new Executor({ runner: host, clock: systemClock, journal });
const prices = [
  { price: 3, qty: 2 },
  { price: 5, qty: 1 },
];
const items = [{ json: { headers: {}, params: {}, query: {}, body: { name: 'Ada', items: prices } } }];
const node = plan.nodes.find((each) => each.incoming.length === 0 && each.outgoing.length > 0).id;

async function run(executionId) {
  const info = {
    executionId,
    tenantId: 't',
    mode: 'webhook',
    workflow: { id: 'w', name: workflow.name, active: true },
    timezone: 'UTC',
  };
  const state = newRun(plan);
  await executor.drive({ run: info, state, events: [{ t: 'started', at: Date.now(), mode: 'webhook', node, items }] });
  journal.forget(executionId);
  return state;
}

const view = runView(await run('first'));
if (view.status !== 'success') throw new Error(`the workflow fails: ${JSON.stringify(view.error)}`);
const times = [];
for (let round = 0; round < ROUNDS; round++) {
  const begin = process.cpuUsage();
  for (let at = 0; at < RUNS; at += AT_ONCE) {
    await Promise.all(Array.from({ length: AT_ONCE }, (_, place) => run(`e${place}`)));
    await systemClock.yield();
  }
  const { user, system } = process.cpuUsage(begin);
  times.push((user + system) / RUNS);
}
const steps = Object.keys(view.runs).length;
const median = times.sort((a, b) => a - b)[ROUNDS >> 1].toFixed(1);
console.log(`${median} µs of CPU a run of ${steps} nodes with expressions (median of ${ROUNDS} rounds)`);
