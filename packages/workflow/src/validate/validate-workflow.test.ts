import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { WorkflowDocument, WorkflowNode } from '../document.js';
import type { NodeTypeLookup } from './node-types.js';
import { validateWorkflow } from './validate-workflow.js';

const node = (id: string, more: Partial<WorkflowNode> = {}): WorkflowNode => ({
  id,
  name: id.toUpperCase(),
  type: 'step',
  version: 1,
  position: [0, 0],
  parameters: {},
  ...more,
});
const workflow = (more: Partial<WorkflowDocument> = {}): WorkflowDocument => ({
  formatVersion: 1,
  name: 'Test',
  nodes: [node('a'), node('b')],
  edges: [{ kind: 'main', from: { node: 'a' }, to: { node: 'b' } }],
  settings: {},
  ...more,
});
const nodeTypes: NodeTypeLookup = {
  find: (type, version) =>
    type === 'step' && version === 1
      ? {
          inputs: () => [{ kind: 'main' }, { kind: 'tool' }],
          outputs: () => [{ kind: 'main' }],
          checkParameters: (raw) =>
            raw.bad === undefined ? [] : [{ path: 'bad', rule: 'parameter.type', message: 'Not this.' }],
          literals: new Set(['code']),
          starts: false,
        }
      : undefined,
  versions: (type) => (type === 'step' ? [1] : []),
};
const expressions = {
  codes: (text: string) =>
    [...text.matchAll(/\{\{(.*?)\}\}/g)].map(({ 1: code = '', index }) => ({ code, start: index + 2 })),
  inspect: (code: string) => ({
    problem: code.includes('((') ? 'does not parse' : undefined,
    nodes: [...code.matchAll(/\$\('(.*?)'\)/g)].map((match) => match[1] as string),
  }),
};
const rules = (document: unknown) =>
  validateWorkflow(document, { nodeTypes, expressions }).map(({ rule, node, field }) => [rule, node, field]);

test('a right document has no faults, cycles included', () => {
  const back = { kind: 'main', from: { node: 'b' }, to: { node: 'a' } } as const;
  expect(rules(workflow({ edges: [...workflow().edges, back] }))).toEqual([]);
});

describe('names node, field and rule', () => {
  const withParameters = (parameters: WorkflowNode['parameters']) =>
    workflow({ nodes: [node('a', { parameters }), node('b')] });
  const edge = (from: object, to: object, kind = 'main') => workflow({ edges: [{ kind, from, to }] as never });
  test.each<[string, unknown, [string, string | undefined, string]]>([
    ['not an object', [], ['schema.type', undefined, '']],
    ['a missing field', { ...workflow(), settings: undefined }, ['schema.type', undefined, 'settings']],
    [
      'a field of the wrong type',
      workflow({ nodes: [node('a', { disabled: 1 as never })], edges: [] }),
      ['schema.type', 'A', 'disabled'],
    ],
    [
      'a misspelt field',
      workflow({ nodes: [{ ...node('a'), disable: true } as never], edges: [] }),
      ['schema.additionalProperties', 'A', 'disable'],
    ],
    ['a dangling edge', edge({ node: 'a' }, { node: 'gone' }), ['edge.dangling', undefined, 'edges[0].to']],
    [
      'an edge of a kind that is not there',
      edge({ node: 'a' }, { node: 'b' }, 'memory'),
      ['edge.kind', 'A', 'edges[0].from'],
    ],
    ['a port that is not there', edge({ node: 'a', port: 1 }, { node: 'b' }), ['edge.port', 'A', 'edges[0].from']],
    [
      'an id used twice',
      workflow({ nodes: [node('a'), node('a', { name: 'Z' })], edges: [] }),
      ['node.duplicateId', 'Z', 'id'],
    ],
    [
      'a name used twice',
      workflow({ nodes: [node('a'), node('b', { name: 'A' })] }),
      ['node.duplicateName', 'A', 'name'],
    ],
    [
      'an unknown type',
      workflow({ nodes: [node('a', { type: 'nope' })], edges: [] }),
      ['node.unknownType', 'A', 'type'],
    ],
    [
      'an unknown version',
      workflow({ nodes: [node('a', { version: 9 })], edges: [] }),
      ['node.unknownVersion', 'A', 'version'],
    ],
    ['a wrong parameter', withParameters({ bad: 1 }), ['parameter.type', 'A', 'parameters.bad']],
    [
      'a bad expression',
      withParameters({ deep: [{ text: '={{ (( }}' }] }),
      ['expression.syntax', 'A', 'parameters.deep[0].text'],
    ],
    [
      'a node that is not there',
      withParameters({ text: "={{ $('X').item }}" }),
      ['expression.unknownNode', 'A', 'parameters.text'],
    ],
    [
      'a prototype key',
      withParameters(JSON.parse('{"__proto__": {"x": 1}}')),
      ['key.prototype', undefined, 'nodes[0].parameters.__proto__'],
    ],
    [
      'too long a text',
      withParameters({ text: 'x'.repeat(1_000_001) }),
      ['limit.text', undefined, 'nodes[0].parameters.text'],
    ],
  ])('%s', (_, document, expected) => {
    expect(rules(document)).toContainEqual(expected);
  });
});

test('the error output is a port when failures go there', () => {
  const edges = [{ kind: 'main', from: { node: 'a', port: 1 }, to: { node: 'b' } }] as const;
  expect(rules(workflow({ nodes: [node('a', { onError: 'errorOutput' }), node('b')], edges: [...edges] }))).toEqual([]);
});

test('literal parameters are never expressions', () => {
  expect(rules(workflow({ nodes: [node('a', { parameters: { code: '=((' } }), node('b')] }))).toEqual([]);
});

test('pinned items may have fields of any name but __proto__', () => {
  expect(rules(workflow({ pins: { a: [{ json: { constructor: 'Ferrari' } as never }] } }))).toEqual([]);
});

test('10,000 nodes give one clear fault, quickly', () => {
  const nodes = Array.from({ length: 10_000 }, (_, index) => node(`n${index}`));
  const before = performance.now();
  expect(rules(workflow({ nodes, edges: [] }))).toEqual([['limit.nodes', undefined, 'nodes']]);
  expect(performance.now() - before).toBeLessThan(200);
});

test('deep nesting is a fault, not a crash', () => {
  const depth = 50_000;
  const deep = JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`);
  expect(rules(workflow({ nodes: [node('a', { parameters: { deep } })] })).map(([rule]) => rule)).toEqual([
    'limit.depth',
  ]);
});

test('no JSON at all makes it throw', () => {
  const part = fc.jsonValue();
  const document = fc.record({
    formatVersion: part,
    name: part,
    nodes: fc.oneof(part, fc.array(part)),
    edges: part,
    settings: part,
    pins: part,
    groups: fc.oneof(part, fc.array(part)),
  });
  fc.assert(fc.property(document, (value) => Array.isArray(validateWorkflow(value, { nodeTypes, expressions }))));
});

test('a time zone that there is none of is an error', () => {
  const inZone = (timezone: string) => rules(workflow({ settings: { timezone } }));
  expect(inZone('Europe/Berlin')).toEqual([]);
  expect(inZone('Mars/Olympus')).toEqual([['settings.timezone', undefined, 'settings.timezone']]);
});
