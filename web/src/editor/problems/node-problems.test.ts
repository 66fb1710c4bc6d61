import type { WorkflowDocument, WorkflowNode } from '@orchestrator/workflow';
import { describe, expect, it } from 'vitest';
import { canvas } from '../../texts/en/canvas.ts';
import { onlyMoved } from '../document/only-moved.ts';
import type { NodeType } from '../node-types/node-types.queries.ts';
import { type Known, nodeProblems } from './node-problems.ts';

const type = (name: string, more: Partial<NodeType> = {}): NodeType =>
  ({ type: name, version: 1, label: name, parameters: {}, credentials: [], ...more }) as NodeType;
const all = [
  type('plain'),
  type('placeholder'),
  type('mail', { credentials: [{ type: 'smtp', required: true }] }),
  type('call', { credentials: [{ type: 'basic', show: { sign: [true] } }] }),
  type('maybe', { credentials: [{ type: 'basic' }] }),
];
const types = { find: (name: string) => all.find((each) => each.type === name) };
const node = (kind: string, more: Partial<WorkflowNode> = {}): WorkflowNode => ({
  id: 'a',
  name: 'A',
  type: kind,
  version: 1,
  position: [0, 0],
  parameters: {},
  ...more,
});
const document = (...nodes: WorkflowNode[]): WorkflowDocument => ({
  formatVersion: 1,
  name: 'X',
  nodes,
  edges: [],
  settings: {},
});
const problems = (of: WorkflowNode, known: Partial<Known> = {}) =>
  nodeProblems(
    document(of),
    { types, faults: [], credentials: [{ id: '1', type: 'smtp', name: 'Post' }], ...known },
    canvas,
  ).a;

describe('what stops a node', () => {
  it('is nothing for one that is complete, or as long as nothing is known', () => {
    expect(problems(node('plain'))).toBeUndefined();
    expect(problems(node('gone'), { types: undefined })).toBeUndefined();
  });

  it('is that there is no such node here', () => {
    expect(problems(node('gone'))).toEqual([canvas.unknownStops]);
    expect(problems(node('placeholder', { parameters: { label: 'Gmail' } }))?.[0]).toContain('Gmail is not available');
    expect(problems(node('placeholder', { parameters: { type: 'n8n-nodes-base.gmail' } }))?.[0]).toContain(
      'gmail is not',
    );
  });

  it('is a credential that is needed and not chosen, or is not there', () => {
    expect(problems(node('mail'))).toEqual([canvas.credentialMissing]);
    expect(problems(node('mail', { credentials: { smtp: { id: '1', name: 'Post' } } }))).toBeUndefined();
    expect(problems(node('mail', { credentials: { smtp: { name: 'Post' } } }))).toBeUndefined();
    expect(problems(node('mail', { credentials: { smtp: { id: '2', name: 'Old' } } }))).toEqual([
      canvas.credentialGone('Old'),
    ]);
    expect(problems(node('mail', { credentials: { smtp: { id: '2' } } }), { credentials: undefined })).toBeUndefined();
    expect(problems(node('call'))).toBeUndefined();
    expect(problems(node('call', { parameters: { sign: true } }))).toEqual([canvas.credentialMissing]);
    expect(problems(node('maybe'))).toBeUndefined();
  });

  it('is what validation says of it, each once, and no warning', () => {
    const fault = {
      node: 'A',
      field: 'parameters.url',
      rule: 'parameter.required',
      message: 'No.',
      severity: 'error',
    } as const;
    const faults = [fault, fault, { ...fault, severity: 'warning', message: 'Hm.' } as const, { ...fault, node: 'B' }];
    expect(problems(node('plain'), { faults })).toEqual(['No.']);
  });

  it('is no missing credential for a node that is switched off', () => {
    expect(problems(node('mail', { disabled: true }))).toBeUndefined();
  });
});

describe('a document', () => {
  const one = document(node('plain'), node('plain', { id: 'b', name: 'B' }));
  it('is as right as before when its nodes only moved', () => {
    const [a, b] = one.nodes as [WorkflowNode, WorkflowNode];
    expect(onlyMoved(one, one)).toBe(true);
    expect(onlyMoved(one, { ...one, nodes: [{ ...a, position: [16, 0] }, b] })).toBe(true);
    expect(onlyMoved(one, { ...one, nodes: [{ ...a, parameters: { x: 1 } }, b] })).toBe(false);
    expect(onlyMoved(one, { ...one, nodes: [{ ...a, disabled: true }, b] })).toBe(false);
    expect(onlyMoved(one, { ...one, nodes: [b, a] })).toBe(false);
    expect(onlyMoved(one, { ...one, edges: [] })).toBe(false);
  });
});
