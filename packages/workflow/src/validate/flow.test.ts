import { describe, expect, test } from 'vitest';
import type { Edge, WorkflowDocument, WorkflowNode } from '../document.js';
import type { NodeTypeInfo, NodeTypeLookup } from './node-types.js';
import { validateWorkflow } from './validate-workflow.js';

const info = (more: Partial<NodeTypeInfo> = {}): NodeTypeInfo => ({
  inputs: () => (more.starts ? [] : [{ kind: 'main' }, { kind: 'main' }, { kind: 'tool' }]),
  outputs: () => [{ kind: 'main' }, { kind: 'main' }, { kind: 'tool' }],
  checkParameters: () => [],
  literals: new Set(),
  starts: false,
  ...more,
});
const TYPES: Record<string, NodeTypeInfo> = {
  step: info(),
  manual: info({ starts: true }),
  hook: info({ starts: true, awaitsResponse: ({ waits }) => (waits ? 'yes' : 'no') }),
  called: info({ starts: true, awaitsResponse: () => 'perhaps' }),
  respond: info({ responds: true }),
  open: info({ isOpen: true }),
  loop: info({ loop: ({ reset }) => ({ done: 0, again: 1, startsOver: reset !== undefined }) }),
};
const nodeTypes: NodeTypeLookup = { find: (type) => TYPES[type], versions: () => [1] };
const expressions = {
  codes: (text: string) => [{ code: text, start: 0 }],
  inspect: (code: string) => ({
    nodes: [...code.matchAll(/\$\('(.*?)'\)/g)].map((match) => match[1] as string),
    asksWhatRan: code.includes('isExecuted'),
  }),
};

/** Nodes such as `A:hook`, placed as they are listed (`/` begins the next row), and edges such as `A>B`, `A1>B`, `A-tool>B`. */
function workflow(nodes: string, edges: string, more: Record<string, Partial<WorkflowNode>> = {}): WorkflowDocument {
  const placed = nodes.split('/').flatMap((row, y) =>
    row
      .trim()
      .split(/\s+/)
      .map((text, x): WorkflowNode => {
        const [id = '', type = 'step'] = text.split(':');
        const parameters = {};
        return { id, name: id, type, version: 1, position: [x * 200, y * 100], parameters, ...more[id] };
      }),
  );
  const joined = edges
    .split(/\s+/)
    .filter(Boolean)
    .map((text): Edge => {
      const [, from = '', port = '', tool, to = '', input = ''] =
        /^([A-Z])(\d?)(-tool)?>([A-Z])(\d?)$/.exec(text) ?? [];
      const kind = tool ? 'tool' : 'main';
      return {
        kind,
        from: { node: from, ...(port ? { port: Number(port) } : {}) },
        to: { node: to, ...(input ? { port: Number(input) } : {}) },
      };
    });
  return { formatVersion: 1, name: 'W', nodes: placed, edges: joined, settings: {} };
}
const warned = (...given: Parameters<typeof workflow>) =>
  validateWorkflow(workflow(...given), { nodeTypes, expressions }).map(
    ({ rule, node, severity }) => `${severity === 'warning' ? rule : `${severity} ${rule}`} ${node}`,
  );

describe('a node that no trigger leads to', () => {
  test('is told once for all that is behind it', () => {
    expect(warned('T:manual A / B C D', 'T>A B>C C>D')).toEqual(['flow.unreached B']);
    expect(warned('T:manual A / B C', 'T>A B>C C>B')).toEqual(['flow.unreached B']);
  });
  test.each([
    ['what is reached by any trigger', 'T:manual A / U:hook B', 'T>A U>B'],
    ['a supplier', 'T:manual A / B', 'T>A B-tool>A'],
    ['a workflow without a trigger', 'A B', 'A>B'],
    ['what follows on a node of which nothing is known', 'T:manual A / O:open B', 'T>A O>B'],
  ])('but not %s', (_, nodes, edges) => {
    expect(warned(nodes, edges)).toEqual([]);
  });
  test('nor one that is switched off', () => {
    expect(warned('T:manual A B', 'T>A', { B: { disabled: true } })).toEqual([]);
    expect(warned('T:manual A', 'T>A', { T: { disabled: true } })).toEqual([]);
  });
});

describe('answers', () => {
  const waits = { H: { parameters: { waits: true } } };
  test('that nobody waits for', () => {
    expect(warned('T:manual R:respond', 'T>R')).toEqual(['flow.responseUnheard R']);
    expect(warned('H:hook R:respond', 'H>R')).toEqual(['flow.responseUnheard R']);
  });
  test('that are waited for and never given', () => {
    expect(warned('H:hook A', 'H>A', waits)).toEqual(['flow.responseMissing H']);
    expect(warned('H:hook R:respond', 'H>R', { ...waits, R: { disabled: true } })).toEqual(['flow.responseMissing H']);
    expect(warned('H:hook A / T:manual R:respond', 'H>A T>R', waits)).toEqual([
      'flow.responseMissing H',
      'flow.responseUnheard R',
    ]);
  });
  test('that are right', () => {
    expect(warned('H:hook A R:respond / T:manual', 'H>A A>R T>A', waits)).toEqual([]);
    expect(warned('C:called R:respond', 'C>R')).toEqual([]);
    expect(warned('H:hook O:open', 'H>O', waits)).toEqual([]);
    expect(warned('O:open R:respond', 'O>R')).toEqual([]);
  });
});

describe('a loop within a loop', () => {
  const nested = 'T>A A1>B B1>C C>B B>A';
  test('that does not start over', () => {
    expect(warned('T:manual A:loop B:loop C', nested)).toEqual(['flow.nestedLoop B']);
  });
  test('is fine where it does, or where one follows the other', () => {
    expect(warned('T:manual A:loop B:loop C', nested, { B: { parameters: { reset: '={{ 1 }}' } } })).toEqual([]);
    expect(warned('T:manual A:loop B:loop C D', 'T>A A1>C C>A A>B B1>D D>B')).toEqual([]);
    expect(warned('T:manual A:loop C', 'T>A A1>C C>A')).toEqual([]);
  });
});

describe('an expression that names a node which can not have run', () => {
  const names = (at: string, text: string, more: object = {}) => ({
    [at]: { parameters: { text: `=${text}` }, ...more },
  });
  test.each([
    ['one behind it', 'T:manual A B', 'T>A A>B', 'A', 'B'],
    ['one that another trigger leads to', 'T:manual A / U:hook B', 'T>A U>B', 'A', 'B'],
    ['another trigger', 'T:manual A / U:hook B', 'T>A U>B', 'A', 'U'],
    ['one on a branch that comes later', 'T:manual A B / X C D', 'T>A A>B A1>C C>D X>D', 'B', 'D'],
  ])('%s', (_, nodes, edges, at, named) => {
    const found = warned(nodes, edges, names(at, `{{ $('${named}').item }}`));
    expect(found.filter((text) => !text.startsWith('flow.'))).toEqual([`expression.notBefore ${at}`]);
  });
  test.each([
    ['one before it', 'T:manual A B', 'T>A A>B', 'B', 'A'],
    ['itself', 'T:manual A', 'T>A', 'A', 'A'],
    ['one on a cycle with it', 'T:manual A B', 'T>A A>B B>A', 'A', 'B'],
    ['one behind it that an earlier round runs', 'T:manual A B C', 'T>A A>B B>A B1>C', 'B', 'C'],
    ['one behind it where it runs twice', 'T:manual A B C D', 'T>A A>C A1>B B>C C>D', 'C', 'D'],
    ['one on a branch that comes first', 'T:manual A B / X C D', 'T>A A>B A1>C C>D', 'D', 'B'],
    ['one on a branch that comes later, behind a node that waits', 'T:manual A M / X C', 'T>A A>M A1>C C>M1', 'M', 'C'],
    ['one under another trigger that leads here too', 'T:manual A / U:hook B', 'T>A U>A', 'A', 'U'],
  ])('but not %s', (_, nodes, edges, at, named) => {
    const found = warned(nodes, edges, names(at, `{{ $('${named}').item }}`));
    expect(found.filter((text) => !text.startsWith('flow.'))).toEqual([]);
  });
  test('nor where it asks whether that has run, or is switched off', () => {
    expect(warned('T:manual A B', 'T>A A>B', names('A', "{{ $('B').isExecuted }}"))).toEqual([]);
    expect(warned('T:manual A B', 'T>A A>B', names('A', "{{ $('B').item }}", { disabled: true }))).toEqual([]);
  });
  test('in order v0 branches take turns', () => {
    const document = workflow('T:manual A B / X C D', 'T>A A>B A1>C C>D', names('B', "{{ $('D').item }}"));
    const found = validateWorkflow({ ...document, settings: { executionOrder: 'v0' } }, { nodeTypes, expressions });
    expect(found.map(({ rule }) => rule)).not.toContain('expression.notBefore');
  });
});
