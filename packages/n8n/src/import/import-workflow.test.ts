import { validateWorkflow } from '@orchestrator/workflow';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defineTranslator } from '../translator.js';
import { ImportFault } from './import-fault.js';
import { importWorkflow } from './import-workflow.js';
import { readDocument } from './read-document.js';

const translators = [
  defineTranslator({
    type: 'n8n-nodes-base.step',
    versions: (version) => version < 3,
    translate: ({ parameters }, version) => ({
      type: 'step',
      version: 1,
      parameters: { text: (parameters as { text: string }).text.trim(), from: version },
      warnings: parameters?.old ? ['an old option was left out.'] : [],
      unsupported: parameters?.mode === 'odd' ? 'the mode "odd" is not known here' : undefined,
    }),
  }),
];
const node = (name: string, more: object = {}) => ({
  id: name.toLowerCase(),
  name,
  type: 'n8n-nodes-base.step',
  typeVersion: 1,
  position: [200, 100],
  parameters: { text: ' hi ' },
  ...more,
});
const read = (source: unknown) => importWorkflow(source, translators);
const first = (more: object) => read({ nodes: [node('A', more)] }).workflow.nodes[0];

test('turns connections by name into edges by id, of every kind, empty slots included', () => {
  const { workflow } = read({
    nodes: [node('A'), node('B'), node('M', { type: '@n8n/n8n-nodes-langchain.lmChatOpenAi' })],
    connections: {
      A: { main: [null, [{ node: 'B', type: 'main', index: 1 }]] },
      M: { ai_languageModel: [[{ node: 'B', type: 'ai_languageModel', index: 0 }]] },
    },
  });
  expect(workflow.edges).toEqual([
    { kind: 'main', from: { node: 'a', port: 1 }, to: { node: 'b', port: 1 } },
    { kind: 'model', from: { node: 'm' }, to: { node: 'b' } },
  ]);
});

test('a node without a native form becomes a placeholder that keeps everything, and is reported', () => {
  const { workflow, report } = read({
    nodes: [node('A'), node('T', { type: 'n8n-nodes-base.telegram', typeVersion: 1.2 })],
    connections: { A: { main: [[{ node: 'T', type: 'main', index: 0 }]] } },
  });
  expect(workflow.nodes[1]).toMatchObject({
    name: 'T',
    type: 'placeholder',
    parameters: { source: 'n8n', type: 'n8n-nodes-base.telegram', typeVersion: 1.2, parameters: { text: ' hi ' } },
  });
  expect(report).toMatchObject({ nodes: 2, unsupported: [{ node: 'T', type: 'n8n-nodes-base.telegram' }] });
});

test.each([
  ['a version that no translator takes', { typeVersion: 3 }, 'version 3'],
  ['what a translator says it can not', { parameters: { text: '', mode: 'odd' } }, 'odd'],
  ['parameters that a translator trips over', { parameters: { text: 7 } }, 'could not be read'],
])('%s becomes a placeholder', (_, more, why) => {
  const { workflow, report } = read({ nodes: [node('A', more)] });
  expect(workflow.nodes[0]?.type).toBe('placeholder');
  expect(report.unsupported[0]?.why).toContain(why);
});

describe('what every node has', () => {
  test('retry is held within its bounds', () => {
    expect(first({ retryOnFail: true })?.retry).toEqual({ maxTries: 3, waitMs: 1000 });
    expect(first({ retryOnFail: true, maxTries: 50, waitBetweenTries: 1e9 })?.retry).toEqual({
      maxTries: 5,
      waitMs: 5000,
    });
    expect(first({ maxTries: 5 })?.retry).toBeUndefined();
  });

  test.each([
    [{ onError: 'continueRegularOutput' }, 'continue'],
    [{ onError: 'continueErrorOutput' }, 'errorOutput'],
    [{ continueOnFail: true }, 'continue'],
    [{ onError: 'stopWorkflow', continueOnFail: true }, undefined],
  ])('%j is onError %s', (given, expected) => {
    expect(first(given)?.onError).toBe(expected);
  });

  test('positions are stretched to the width of the nodes here', () => {
    expect(first({})?.position).toEqual([250, 100]);
  });

  test('credentials keep id and name, and are to be made', () => {
    const { workflow, report } = read({
      nodes: [node('A', { credentials: { slackApi: { id: '7', name: 'Team' }, oldApi: 'By name' } })],
    });
    expect(workflow.nodes[0]?.credentials).toEqual({
      slackApi: { id: '7', name: 'Team' },
      oldApi: { name: 'By name' },
    });
    expect(report.warnings).toContain('Credential to be made: slackApi "Team", used by A.');
  });
});

test('settings: a file without an order is of the old one, DEFAULT is nothing chosen', () => {
  const settings = (given?: object) => read({ nodes: [], settings: given }).workflow.settings;
  expect(settings()).toEqual({ executionOrder: 'v0' });
  expect(settings({ executionOrder: 'v1', timezone: 'DEFAULT', executionTimeout: -1 })).toEqual({
    executionOrder: 'v1',
  });
  expect(
    settings({ timezone: 'Asia/Tokyo', callerPolicy: 'workflowsFromAList', callerIds: 'a, b', executionTimeout: 9 }),
  ).toEqual({ executionOrder: 'v0', timezone: 'Asia/Tokyo', callers: ['a', 'b'], timeoutSeconds: 9 });
});

test('sticky notes become notes, pinned data goes by id, groups keep their nodes', () => {
  const { workflow } = read({
    nodes: [
      node('A'),
      { name: 'Note', type: 'n8n-nodes-base.stickyNote', position: [0, 0], parameters: { content: '# Hi' } },
    ],
    pinData: { A: [{ json: { constructor: 1 } }, { bare: true }], Gone: [{}] },
    nodeGroups: [{ id: 'g', name: 'G', nodeIds: ['a', 'gone'] }],
  });
  expect(workflow.nodes).toHaveLength(1);
  expect(workflow.notes?.[0]).toMatchObject({ text: '# Hi', size: [240, 160] });
  expect(workflow.pins).toEqual<unknown>({ a: [{ json: { constructor: 1 } }, { json: { bare: true } }] });
  expect(workflow.groups).toEqual([{ id: 'g', name: 'G', nodes: ['a'] }]);
});

test('missing and repeated ids and names are made unique, and said', () => {
  const { workflow, report } = read({ nodes: [node('A'), node('A'), node('', { id: undefined })] });
  expect(workflow.nodes.map(({ id, name }) => [id, name])).toEqual([
    ['a', 'A'],
    ['a-1', 'A 1'],
    ['node-3', 'step'],
  ]);
  expect(report.warnings.length).toBeGreaterThanOrEqual(3);
});

describe('hostile files', () => {
  test.each([[null], [[]], ['text'], [{}], [{ nodes: 7 }]])('%j is refused with a reason', (source) => {
    expect(() => read(source)).toThrow(ImportFault);
  });

  test('nesting without end is refused', () => {
    const deep = JSON.parse(`${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`);
    expect(() => read({ nodes: [node('A', { parameters: deep })] })).toThrow(/levels deep/);
  });

  test('prototype keys do not come along', () => {
    const { workflow } = read(JSON.parse('{"nodes":[{"name":"A","type":"x.y","parameters":{"__proto__":{"bad":1}}}]}'));
    expect(JSON.stringify(workflow)).not.toContain('bad');
  });

  test('4,000 nodes of one name are read quickly, and more are refused', () => {
    const nodes = Array.from({ length: 4_001 }, () => node('Same'));
    const before = performance.now();
    expect(read({ nodes: nodes.slice(1) }).workflow.nodes).toHaveLength(4_000);
    expect(performance.now() - before).toBeLessThan(3000);
    expect(() => read({ nodes })).toThrow(/can't be read/);
  });
});

test('any JSON in the place of any part imports into a document that passes the schema', () => {
  const any = fc.jsonValue({ maxDepth: 3 });
  const name = fc.constantFrom('A', 'B', '__proto__', 'constructor', '');
  const part = fc.record(
    {
      id: fc.oneof(name, any),
      name: fc.oneof(name, any),
      type: fc.oneof(fc.constantFrom('n8n-nodes-base.step', 'n8n-nodes-base.stickyNote'), any),
      typeVersion: any,
      position: any,
      parameters: any,
      credentials: any,
      retryOnFail: fc.boolean(),
      maxTries: any,
      onError: any,
      webhookId: any,
      notes: any,
    },
    { requiredKeys: [] },
  );
  const target = fc.record({ node: name, type: fc.constant('main'), index: fc.oneof(fc.nat(3), any) });
  const connections = fc.dictionary(
    name,
    fc.dictionary(fc.constantFrom('main', 'ai_tool', 'odd'), fc.array(fc.option(fc.array(fc.oneof(target, any))))),
  );
  const source = fc.record(
    {
      nodes: fc.array(fc.oneof(part, any)),
      connections: fc.oneof(connections, any),
      settings: any,
      pinData: any,
      nodeGroups: any,
      tags: any,
      name: any,
    },
    { requiredKeys: ['nodes'] },
  );
  fc.assert(
    fc.property(source, (given) => {
      expect(validateWorkflow(JSON.parse(JSON.stringify(read(given).workflow)))).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

test('a value that hides its own text is read as any other that does not fit', () => {
  const hostile = JSON.parse('{"toString":[],"valueOf":[]}');
  for (const type of ['n8n-nodes-base.step', 'n8n-nodes-base.stickyNote', 'n8n-nodes-base.set', hostile]) {
    const parts = [
      'id',
      'name',
      'typeVersion',
      'position',
      'parameters',
      'credentials',
      'maxTries',
      'webhookId',
      'notes',
    ];
    const nodes = [
      Object.fromEntries([...parts.map((part) => [part, hostile]), ['type', type]]),
      node('A', { type, parameters: { width: hostile, height: hostile, color: hostile, content: hostile } }),
    ];
    const connections = { A: { main: [[{ node: 'A', type: 'main', index: hostile }]] } };
    const given = { nodes, connections, settings: hostile, pinData: hostile, nodeGroups: hostile, tags: hostile };
    expect(validateWorkflow(read(given).workflow)).toEqual([]);
  }
});

test('a native document is known by its formatVersion and comes back as it is', () => {
  const { workflow } = read({ nodes: [node('A')] });
  expect(readDocument(workflow)).toEqual({ format: 'native', workflow });
  expect(readDocument({ nodes: [] }).format).toBe('n8n');
});
