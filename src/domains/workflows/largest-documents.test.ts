import { expressionRules } from '@orchestrator/expression';
import { readSteps } from '@orchestrator/n8n';
import { nodeTypeLookup } from '@orchestrator/node-sdk';
import { builtinNodes } from '@orchestrator/nodes';
import { type Fault, validationSteps } from '@orchestrator/workflow';
import { describe, expect, it } from 'vitest';

/**
 * Milliseconds of processor time that one step may take. The promise is 250 on a quiet machine; processor time grows on a
 * busy one too, as the caches are shared.
 */
const MOST_STEP_MS = 400;
/** And all steps of one document together. */
const MOST_MS = 15_000;

const nodeTypes = nodeTypeLookup(builtinNodes);

/** Does all steps; gives the result, the longest step and all together, in milliseconds of processor time. */
function measured<T>(steps: Iterator<void, T>): { result: T; longest: number; total: number } {
  let longest = 0;
  let total = 0;
  for (;;) {
    const before = process.cpuUsage();
    const step = steps.next();
    const { user, system } = process.cpuUsage(before);
    const ms = (user + system) / 1000;
    total += ms;
    longest = Math.max(longest, ms);
    if (step.done) return { result: step.value, longest, total };
  }
}

const node = (index: number, parameters: object = {}, type = 'noOperation') => ({
  id: `n${index}`,
  name: `N${index}`,
  type,
  version: 1,
  position: [0, 0],
  parameters,
});
const document = (parts: object) => ({ formatVersion: 1, name: 'Large', settings: {}, nodes: [], edges: [], ...parts });
const many = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));
const texts = (...expressions: string[]) => document({ nodes: [node(0, { value: expressions })] });
/** Names of three letters, which cost least characters for what they do. */
const name = (index: number) => `a${index.toString(36).padStart(3, '0')}`;
const filled = (part: string, length: number) => part.repeat(Math.floor(length / part.length));

const CODE = 49_500;
const COSTLY: Record<string, string> = {
  commas: `${filled('a,', CODE)}a`,
  'names in one scope': `(() => { let ${many(9_000, name).join(',')} })()`,
  'names taken apart': `(() => { let {${many(9_000, name).join(',')}} = 1 })()`,
  'classes of characters': `/${filled('\\p{L}', CODE)}/iu`,
  'classes of emoji': `/${filled('\\p{RGI_Emoji}', CODE)}/v`,
  'a class of classes': `/[${filled('\\p{L}', CODE)}]/v`,
  'named groups': `/${many(5_000, (index) => `(?<${name(index)}>)`).join('')}/`,
  'many patterns': `[${filled('/a/,', CODE)}]`,
  functions: `[${filled('()=>1,', CODE)}]`,
  assignments: `[${filled('[a]=b,', CODE)}]`,
  templates: `\`${filled('$' + '{1}', CODE)}\``,
  'nested blocks': `(() => {${'{'.repeat(90)}${filled('var a;', CODE)}${'}'.repeat(90)}})()`,
  labels: `(() => {${many(1_000, (index) => `${name(index)}:`).join('')}1})()`,
  'deep brackets': '('.repeat(CODE),
};

/** The time of one step has other programs' share in it on a busy machine: what is quick at one of three tries is. */
const RETRY = { retry: 2 };

describe('the check of one piece of code', RETRY, () => {
  it.each(Object.entries(COSTLY))('takes a bounded time: %s', (_, code) => {
    expect(code.length).toBeLessThanOrEqual(50_000);
    const { longest } = measured(validationSteps(texts(`={{${code}}}`), { nodeTypes, expressions: expressionRules() }));
    expect(longest).toBeLessThan(MOST_STEP_MS);
  });
});

const rulesOf = (faults: Fault[]) => [...new Set(faults.map(({ rule }) => rule))];

describe('the check of a document', RETRY, () => {
  const LARGE: [string, () => object, string[]][] = [
    [
      'many different pieces of code in one text',
      () => texts(`=${many(19_999, (index) => `{{${index}}}`).join('')}`),
      ['parameter.unknown'],
    ],
    [
      'more pieces of code than a document may have',
      () => texts(`=${many(60_000, (index) => `{{${index}}}`).join('')}`),
      ['parameter.unknown', 'limit.expressions'],
    ],
    [
      'more code than a document may have',
      () => texts(...many(100, (index) => `={{ ${index},${filled('a,', 40_000)}a }}`)),
      ['parameter.unknown', 'limit.expressions'],
    ],
    [
      'the same code in every text',
      () =>
        document({
          nodes: many(300, (index) => node(index, { value: many(150, () => `={{ ${filled('a,', 60)}a }}`) })),
        }),
      ['parameter.unknown'],
    ],
    [
      'texts that open and never close',
      () => texts(...many(15, () => `=${filled('\\{{', 999_000)}`)),
      ['parameter.unknown'],
    ],
    [
      'parameters that no node has',
      () =>
        document({ nodes: many(9, (at) => node(at, Object.fromEntries(many(49_000, (index) => [name(index), 0])))) }),
      ['parameter.unknown'],
    ],
    ['pinned items', () => document({ nodes: [node(0)], pins: { n0: many(160_000, () => ({ json: { a: 1 } })) } }), []],
    [
      'pins that are no items',
      () => document({ nodes: [node(0)], pins: { n0: many(400_000, () => 0) } }),
      ['schema.type'],
    ],
    [
      'groups of what is not there',
      () => document({ nodes: [node(0)], groups: many(90_000, () => ({ id: 'g', name: 'G', nodes: ['x'] })) }),
      ['group.dangling'],
    ],
    [
      'edges between nodes of many outputs',
      () =>
        document({
          nodes: [node(0, { mode: 'expression', numberOutputs: 40_000 }, 'switch'), node(1)],
          edges: many(10_000, () => ({ kind: 'main', from: { node: 'n0' }, to: { node: 'n1' } })),
        }),
      ['parameter.unknown', 'parameter.required', 'parameter.type', 'parameter.invalid'],
    ],
    [
      'more values than a document may have',
      () => document({ notes: [], pins: { n0: many(900_000, () => 0) } }),
      ['limit.values'],
    ],
  ];

  it.each(LARGE)('goes in short steps, and ends: %s', (_, make, expected) => {
    const { result, longest, total } = measured(validationSteps(make(), { nodeTypes, expressions: expressionRules() }));
    for (const rule of rulesOf(result)) expect(expected).toContain(rule);
    expect(longest).toBeLessThan(MOST_STEP_MS);
    expect(total).toBeLessThan(MOST_MS);
  });

  it('says what it found in few words, however long the names are', () => {
    const long = 'n'.repeat(900_000);
    const nodes = many(8, (index) => ({ ...node(index), id: 'same', name: `${long}${index}` }));
    const { result } = measured(validationSteps(document({ nodes }), { nodeTypes }));
    expect(result.length).toBeGreaterThan(0);
    expect(JSON.stringify(result).length).toBeLessThan(100_000);
  });

  it('looks at code that it has seen lately no second time', () => {
    const options = { nodeTypes, expressions: expressionRules() };
    const make = () => texts(...many(20, (index) => `={{ ${index},${filled('a,', 40_000)}a }}`));
    const first = measured(validationSteps(make(), options)).total;
    expect(measured(validationSteps(make(), options)).total).toBeLessThan(first / 2);
  });
});

describe('the translation of a file', RETRY, () => {
  const n8nNode = (index: number, parameters: object = {}, type = 'n8n-nodes-base.set') => ({
    id: `n${index}`,
    name: `N${index}`,
    type,
    typeVersion: 3.4,
    position: [0, 0],
    parameters,
  });
  const connection = (index: number) => ({ node: `N${index}`, type: 'main', index: 0 });
  const LARGE: [string, () => object][] = [
    [
      'nodes with all that a node may have',
      () => ({
        nodes: many(10, (at) =>
          n8nNode(at, {
            assignments: { assignments: many(9_000, (i) => ({ name: `f${i}`, value: 1, type: 'number' })) },
          }),
        ),
      }),
    ],
    ['nodes of one name', () => ({ nodes: many(4_000, () => ({ ...n8nNode(0), name: 'same' })) })],
    [
      'nodes without ids',
      () => ({ nodes: many(4_000, (i) => ({ ...n8nNode(i), id: i % 2 ? undefined : `node-${i + 2}` })) }),
    ],
    [
      'connections to nodes that are not there',
      () => ({
        nodes: [n8nNode(0)],
        connections: { N0: { main: [many(100_000, (index) => connection(index + 1))] } },
      }),
    ],
    ['pinned items', () => ({ nodes: [n8nNode(0)], pinData: { N0: many(160_000, () => ({ json: { a: 1 } })) } })],
    [
      'sticky notes',
      () => ({
        nodes: many(4_000, (i) => n8nNode(i, { content: filled('# *a* ', 3_000) }, 'n8n-nodes-base.stickyNote')),
      }),
    ],
  ];

  it.each(LARGE)('goes in short steps, and ends: %s', (_, make) => {
    const { result, longest, total } = measured(readSteps(make()));
    expect(JSON.stringify('report' in result && result.report).length).toBeLessThan(2_000_000);
    expect(longest).toBeLessThan(MOST_STEP_MS);
    expect(total).toBeLessThan(MOST_MS);
  });

  it.each<[string, object]>([
    ['too many nodes', { nodes: many(5_000, (index) => n8nNode(index)) }],
    ['too many values', { nodes: [], pinData: { N0: many(600_000, () => 0) } }],
    ['a text of more than a megabyte', { nodes: [n8nNode(0, { text: 'x'.repeat(1_000_001) })] }],
  ])('is refused before it begins: %s', (_, file) => {
    expect(() => measured(readSteps(file))).toThrow(/can't be read/);
  });
});
