import type { NodeCall } from '@orchestrator/engine';
import { createExpressionEngine } from '@orchestrator/expression';
import { defineNode, param } from '@orchestrator/node-sdk';
import { describe, expect, it } from 'vitest';
import { systemClock } from '../system-clock.js';
import type { NodeHostOptions } from './host-services.js';
import { NodeHost } from './node-host.js';
import { NodeRegistry } from './node-registry.js';

const shelf = defineNode({
  type: 'shelf',
  version: 1,
  label: 'Shelf',
  summary: 'Has books.',
  group: 'data',
  icon: 'book',
  parameters: {
    room: param.string({ label: 'Room' }),
    book: param.options({ label: 'Book', choices: [], load: 'books' }),
  },
  loaders: {
    books: async (ctx, search = '') => {
      const { room } = await ctx.parameters(0);
      return ['Emma', 'Ulysses']
        .map((title) => ({ value: title, label: `${title} (${room})` }))
        .filter(({ label }) => label.includes(search));
    },
  },
});

const engine = createExpressionEngine();
const host = new NodeHost({
  registry: new NodeRegistry([shelf]),
  expressions: () => engine,
  globals: { env: {}, vars: () => ({}) },
  clock: systemClock,
} as unknown as NodeHostOptions);

function callWith(parameters: Record<string, string>): NodeCall {
  const node = { id: 'n', name: 'Shelf', type: 'shelf', version: 1, position: [0, 0] as [number, number], parameters };
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
    callWait: 0,
    writes: [],
    idempotencyKey: 'k',
    signal: new AbortController().signal,
  };
}

describe('choices of a parameter', () => {
  it('are looked up by the loader, which reads the parameters so far', async () => {
    const found = await host.choices(callWith({ room: '=floor {{ $json.floor }}' }), 'books', 'Ul');
    expect(found).toEqual([{ value: 'Ulysses', label: 'Ulysses (floor 2)' }]);
  });

  it.each(['films', 'constructor', '__proto__'])('are none without a loader (%s)', async (name) => {
    await expect(host.choices(callWith({}), name)).rejects.toThrow(`'Shelf' has no choices named '${name}'`);
  });
});

describe('a text on trial', () => {
  it('gives what a parameter would, and never throws', async () => {
    expect(await host.evaluate(callWith({}), '={{ $json.floor + 1 }}', 0)).toEqual({ kind: 'value', value: 3 });
    expect(await host.evaluate(callWith({}), '={{ $json.attic }}', 0)).toEqual({ kind: 'undefined' });
    expect(await host.evaluate(callWith({}), '={{ 1 + }}', 0)).toMatchObject({ kind: 'error' });
  });
});
