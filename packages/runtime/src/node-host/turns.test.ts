import type { NodeCall } from '@orchestrator/engine';
import { createExpressionEngine } from '@orchestrator/expression';
import { defineNode, param } from '@orchestrator/node-sdk';
import { expect, it } from 'vitest';
import { systemClock } from '../system-clock.js';
import type { NodeHostOptions } from './host-services.js';
import { NodeHost } from './node-host.js';
import { NodeRegistry } from './node-registry.js';

const heavy = defineNode({
  type: 'heavy',
  version: 1,
  label: 'Heavy',
  summary: 'Reads many expressions.',
  group: 'data',
  icon: 'weight',
  effect: 'pure',
  parameters: { fields: param.json({ label: 'Fields' }) },
  async run(ctx) {
    return [[{ json: (await ctx.parameters(0)) as never }]];
  },
});

/** A host that keeps count of turns. */
function countingHost() {
  const engine = createExpressionEngine();
  const seen = { turns: 0 };
  const clock = {
    ...systemClock,
    yield: (tenantId: string) => {
      seen.turns++;
      return systemClock.yield(tenantId);
    },
  };
  const options = { registry: new NodeRegistry([heavy]), expressions: () => engine, clock };
  const host = new NodeHost({ ...options, globals: { env: {}, vars: () => ({}) } } as unknown as NodeHostOptions);
  return { host, seen };
}

function callOf(fields: unknown): NodeCall {
  const node = { id: 'n', name: 'Heavy', type: 'heavy', version: 1, position: [0, 0], parameters: { fields } };
  return {
    run: {
      executionId: 'x',
      tenantId: 't',
      mode: 'manual',
      workflow: { id: 'w', name: 'W', active: false },
      timezone: 'UTC',
    },
    document: { formatVersion: 1, name: 'W', nodes: [node], edges: [], settings: {} },
    node,
    shape: { kind: 'action', inputs: [{ kind: 'main' }], outputs: [{ kind: 'main' }], effect: 'pure' },
    runIndex: 0,
    attempt: 1,
    inputs: [[{ json: { floor: 2 } }]],
    sources: [null],
    data: { runs: () => [] },
    memory: {},
    customData: {},
    writes: [],
    idempotencyKey: 'k',
    signal: new AbortController().signal,
  } as unknown as NodeCall;
}

it('lets others have their turn between the long expressions of one item, and evaluates each once', async () => {
  const { host, seen } = countingHost();
  const texts = Array.from({ length: 30 }, (_, i) => `={{ numberList(1, 40000).map(x => x + ${i}).length }}`);
  expect(await host.run(callOf(texts))).toMatchObject({
    kind: 'done',
    outputs: [[{ json: { fields: texts.map(() => 40_000) } }]],
  });
  // Each takes some ms, and a turn lasts ten: one behind the other they would take one turn of 100 ms and more.
  expect(seen.turns).toBeGreaterThan(3);
});

it('does so between short ones too, where there are very many', async () => {
  const { host, seen } = countingHost();
  const texts = Array.from(
    { length: 3_000 },
    (_, i) => `={{ [${i}].map(x => numberList(1, 200).map(y => y + x))[0][0] }}`,
  );
  const fields = texts.map((_, i) => i + 1);
  expect(await host.run(callOf(texts))).toMatchObject({ kind: 'done', outputs: [[{ json: { fields } }]] });
  expect(seen.turns).toBeGreaterThan(1);
});

it('takes no turn where there is little to do', async () => {
  const { host, seen } = countingHost();
  await host.run(callOf(Array.from({ length: 20 }, () => '={{ $json.floor + 1 }}')));
  expect(seen).toMatchObject({ turns: 0 });
});
