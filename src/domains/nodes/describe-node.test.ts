import { defineNode, type NodeDefinition } from '@orchestrator/node-sdk';
import { builtinNodes } from '@orchestrator/nodes';
import { NodeRegistry } from '@orchestrator/runtime';
import type { JsonObject, JsonValue } from '@orchestrator/workflow';
import { describe, expect, it } from 'vitest';
import { describeNode } from './describe-node.js';
import { readDescribeBody } from './dto/describe-body.js';

const registry = new NodeRegistry(builtinNodes);
const looks = (type: string, parameters: JsonObject = {}, onError?: 'errorOutput') =>
  describeNode(registry, { type, version: 1, parameters, onError });
const names = (ports: { name?: string }[]) => ports.map(({ name }) => name);

describe('the looks of a node', () => {
  it('follow its parameters', () => {
    expect(names(looks('if').outputs)).toEqual(['true', 'false']);
    expect(names(looks('merge', { inputs: 3 }).inputs)).toEqual(['Input 1', 'Input 2', 'Input 3']);
    expect(looks('httpRequest', { method: 'POST' }).effect).toBe('external');
    expect(looks('httpRequest', { method: 'GET' }).effect).toBe('idempotent');
    expect(looks('webhookTrigger', { methods: ['POST'], path: 'orders' })).toMatchObject({
      inputs: [],
      trigger: 'webhook',
    });
  });

  it('have an example of what a trigger gives, by its parameters', () => {
    const post = looks('webhookTrigger', { methods: ['POST'], path: 'orders/:order' }).example;
    expect(post).toMatchObject({ params: { order: '42' }, body: { name: 'Ada Lovelace' } });
    expect(post).not.toHaveProperty('method');
    expect(looks('webhookTrigger', { methods: ['GET', 'POST'] }).example).toMatchObject({ method: 'GET', body: {} });
    const fields = [{ name: 'total', type: 'number' }, { name: '__proto__', type: 'any' }, { name: 'to' }, 7];
    expect(looks('subworkflowTrigger', { accepts: 'fields', fields }).example).toEqual({ total: 1, to: 'anything' });
    expect(looks('manualTrigger').example).toBeUndefined();
    expect(looks('if').example).toBeUndefined();
  });

  it('have the error output last', () => {
    const { outputs } = looks('if', {}, 'errorOutput');
    expect(outputs).toHaveLength(3);
    expect(outputs[2]).toEqual({ kind: 'main', name: 'error', max: 0, required: false, error: true });
    expect(looks('if').outputs.some((port) => port.error)).toBe(false);
  });

  it('are a guess for a type that is not known', () => {
    const port = { kind: 'main', max: 0, required: false };
    expect(looks('nonsense')).toEqual({ inputs: [port], outputs: [port], subtitle: '', unknown: true });
    expect(looks('__proto__').unknown).toBe(true);
    expect(looks('nonsense', {}, 'errorOutput').outputs).toHaveLength(2);
    expect(looks('nonsense').outputs).toHaveLength(1);
  });

  it('are those without parameters where a type chokes on them', () => {
    const fussy = defineNode({
      type: 'fussy',
      version: 1,
      label: 'Fussy',
      summary: 'Chokes',
      group: 'data',
      icon: 'bomb',
      parameters: {},
      inputs: (raw) => (raw.names === undefined ? [{ name: 'in' }] : (raw.names as string[]).map((name) => ({ name }))),
      effect: (raw) => (raw.names as string).toLowerCase() as 'pure',
      subtitle: (raw) => (raw.names as string).trim(),
    }) as NodeDefinition;
    const described = describeNode(new NodeRegistry([fussy]), { type: 'fussy', version: 1, parameters: { names: 1 } });
    expect(names(described.inputs)).toEqual(['in']);
    expect(described).toMatchObject({ subtitle: '', effect: 'external' });
  });

  it('are small, whatever is asked', () => {
    const huge = looks('webhookTrigger', { methods: Array.from({ length: 5000 }, () => 'X'.repeat(500)) });
    expect(huge.outputs.length).toBeLessThan(200);
    expect(huge.subtitle.length).toBeLessThanOrEqual(120);
    const ports = { inputs: { main: 1e9, tool: 1e9 }, outputs: { main: 1e9 } };
    expect(looks('placeholder', { ports }).inputs.length).toBeLessThan(200);
  });

  it('are given for nonsense of every kind in every parameter', () => {
    const deep = { a: [{ b: { c: [] } }] };
    const odd: JsonValue[] = [null, true, -1, 1e308, '', '={{ }}', '={{ $json.a }}', [], [null], [[1]], {}, deep];
    for (const { type, parameters } of builtinNodes) {
      for (const name of Object.keys(parameters)) {
        for (const value of odd) {
          const { inputs, outputs, subtitle } = looks(type, { [name]: value });
          expect(inputs.length + outputs.length, `${type}.${name}`).toBeGreaterThan(0);
          expect(subtitle, `${type}.${name} = ${JSON.stringify(value)}`).not.toMatch(/undefined|NaN|\[object/);
        }
      }
    }
  });

  it('of 1,000 nodes take no time to speak of', () => {
    const nodes = Array.from({ length: 1_000 }, (_, index) => ({
      type: builtinNodes[index % builtinNodes.length]?.type ?? '',
      version: 1,
      parameters: {},
    }));
    const times = Array.from({ length: 5 }, () => {
      const start = performance.now();
      for (const node of readDescribeBody({ nodes }).nodes) describeNode(registry, node);
      return performance.now() - start;
    });
    expect(Math.min(...times)).toBeLessThan(50);
  });
});

describe('a question about nodes', () => {
  const node = { type: 'if', version: 1, parameters: {} };
  const fields = (body: unknown) => {
    try {
      readDescribeBody(body);
      return [];
    } catch (error) {
      return (error as { more: { errors: { field: string }[] } }).more.errors.map(({ field }) => field);
    }
  };

  it('is taken when it is whole', () => {
    expect(fields({ nodes: [] })).toEqual([]);
    expect(fields({ nodes: [node, { ...node, onError: 'continue' }] })).toEqual([]);
  });

  it('is refused with the place of the fault', () => {
    expect(fields(undefined)).toEqual(['nodes']);
    expect(fields({ nodes: {} })).toEqual(['nodes']);
    expect(fields({ nodes: Array.from({ length: 1_201 }, () => node) })).toEqual(['nodes']);
    expect(fields({ nodes: [node, null] })).toEqual(['nodes.1']);
    expect(
      fields({
        nodes: [
          { ...node, type: 7 },
          { ...node, version: 0 },
        ],
      }),
    ).toEqual(['nodes.0.type', 'nodes.1.version']);
    expect(fields({ nodes: [{ ...node, parameters: [] }] })).toEqual(['nodes.0.parameters']);
    expect(fields({ nodes: [{ ...node, onError: 'explode' }] })).toEqual(['nodes.0.onError']);
  });
});
