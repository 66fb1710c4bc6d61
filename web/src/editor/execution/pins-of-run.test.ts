import type { WorkflowDocument } from '@orchestrator/workflow';
import { expect, it } from 'vitest';
import { withPinsOf } from './pins-of-run.ts';

const document: WorkflowDocument = {
  formatVersion: 1,
  name: 'W',
  settings: {},
  edges: [],
  nodes: ['A', 'B', 'constructor'].map((name) => ({
    id: name.toLowerCase(),
    name,
    type: 't',
    version: 1,
    position: [0, 0],
    parameters: {},
  })),
};
const ran = (status: string, ...outputs: unknown[][]) => ({
  index: 0,
  status,
  sources: [],
  outputs,
  startedAt: 0,
  finishedAt: 1,
});

it('pins what each node gave last, and nothing of a node that failed or is gone', () => {
  const item = { json: { n: 1 } };
  const runs = {
    A: [ran('success', [{ json: {} }]), ran('success', [{ ...item, pairedItem: { item: 0 } }])],
    B: [ran('error', [item])],
    Gone: [ran('success', [item])],
  };
  expect(withPinsOf(document, runs as never).pins).toEqual({ a: [item] });
});

it('leaves a node alone whose other output gave items too: a pin has one output', () => {
  const one = [{ json: {} }];
  const runs = { A: [ran('success', one, one)], B: [ran('success', one, [])] };
  expect(Object.keys(withPinsOf(document, runs as never).pins ?? {})).toEqual(['b']);
});

it('bounds what is pinned', () => {
  const many = Array.from({ length: 1000 }, () => ({ json: {} }));
  expect(withPinsOf(document, { A: [ran('success', many)] } as never).pins?.a).toHaveLength(200);
});
