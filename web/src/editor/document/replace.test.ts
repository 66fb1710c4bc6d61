import type { Edge, WorkflowDocument } from '@orchestrator/workflow';
import { describe, expect, it } from 'vitest';
import type { Parameters } from '../../forms/declaration.ts';
import { newEdge } from './edges.ts';
import { fittingParameters, replaceNode } from './replace.ts';

const node = (id: string, more: object = {}) => ({
  id,
  name: id,
  type: 'noOperation',
  version: 1,
  position: [0, 0] as [number, number],
  parameters: {},
  ...more,
});
const main = { kind: 'main' } as const;
const error = { kind: 'main', error: true } as const;
const join = (from: string, port: number, to: string, input = 0): Edge =>
  newEdge('main', { node: from, port }, { node: to, port: input });
const document = (old: object, edges: Edge[]): WorkflowDocument => ({
  formatVersion: 1,
  name: 'X',
  settings: {},
  nodes: [node('A'), node('Old', old), node('B'), node('C')],
  edges,
  pins: { Old: [{ json: { a: 1 } }] },
});
const successor = { type: 'editFields', version: 1, parameters: { mode: 'fields' }, credentials: ['httpBasicAuth'] };

describe('a node that another takes the place of', () => {
  it('keeps its name, place, settings, pins and the credentials that fit', () => {
    const old = {
      position: [32, 64],
      note: 'why',
      disabled: true,
      credentials: { httpBasicAuth: { id: '1' }, slackApi: { id: '2' } },
      webhookId: 'address',
    };
    const made = replaceNode(
      document(old, []),
      'Old',
      successor,
      { inputs: [main], outputs: [main] },
      { inputs: [main], outputs: [main] },
    );
    expect(made.document.nodes[1]).toEqual({
      id: 'Old',
      name: 'Old',
      type: 'editFields',
      version: 1,
      position: [32, 64],
      note: 'why',
      disabled: true,
      parameters: { mode: 'fields' },
      credentials: { httpBasicAuth: { id: '1' } },
    });
    expect(made.document.pins).toEqual({ Old: [{ json: { a: 1 } }] });
  });

  it('keeps the edges that it has ports for, and says how many it lost', () => {
    const edges = [
      join('A', 0, 'Old'),
      join('A', 0, 'Old', 1),
      join('Old', 0, 'B'),
      join('Old', 1, 'C'),
      join('Old', 2, 'A'),
    ];
    const before = { inputs: [main, main], outputs: [main, main, error] };
    const made = replaceNode(document({}, edges), 'Old', successor, before, { inputs: [main], outputs: [main, error] });
    expect(made.document.edges).toEqual([join('A', 0, 'Old'), join('Old', 0, 'B'), join('Old', 1, 'A')]);
    expect(made.lost).toBe(1);
  });

  it('never takes an output of items for one of failures', () => {
    const before = { inputs: [main], outputs: [main, main] };
    const made = replaceNode(document({}, [join('Old', 1, 'B')]), 'Old', successor, before, {
      inputs: [main],
      outputs: [main, error],
    });
    expect(made).toMatchObject({ lost: 1, document: { edges: [] } });
  });

  it('keeps the address when it is called from outside, and has one when it is called from now on', () => {
    const ends = { inputs: [], outputs: [main] };
    const hook = { ...successor, parameters: {}, webhook: true };
    const [, kept] = replaceNode(document({ webhookId: 'address' }, []), 'Old', hook, ends, ends).document.nodes;
    expect(kept).toMatchObject({ webhookId: 'address', parameters: { path: 'address' } });
    const [, fresh] = replaceNode(document({}, []), 'Old', hook, ends, ends).document.nodes;
    expect(fresh?.webhookId).toEqual(fresh?.parameters.path);
    expect(fresh?.webhookId).toMatch(/.{10,}/);
  });
});

describe('parameters that fit', () => {
  const to: Parameters = {
    url: { kind: 'string', label: 'URL' },
    times: { kind: 'number', label: 'Times' },
    method: { kind: 'options', label: 'Method', choices: [{ value: 'GET', label: 'GET' }] },
    conditions: { kind: 'filter', label: 'Conditions' },
    fixed: { kind: 'string', label: 'Fixed', literal: true },
    fields: { kind: 'collection', label: 'Fields', fields: { a: { kind: 'string', label: 'A' } } },
  };

  it('are those of the same name whose kind takes them', () => {
    const values = { url: '={{ $json.a }}', times: '3', method: 'PUT', fixed: '={{ 1 }}', other: 1, conditions: {} };
    expect(fittingParameters(values, undefined, to)).toEqual({ url: '={{ $json.a }}' });
    expect(fittingParameters({ url: 'a', times: 3, method: 'GET', fixed: 'b' }, undefined, to)).toEqual({
      url: 'a',
      times: 3,
      method: 'GET',
      fixed: 'b',
    });
  });

  it('are structured ones where both types declare the same', () => {
    const values = { conditions: { all: [] }, fields: { a: 'x' } };
    expect(fittingParameters(values, { conditions: { kind: 'filter', label: '' } }, to)).toEqual({
      conditions: { all: [] },
    });
    expect(fittingParameters(values, { fields: { kind: 'collection', label: '', fields: {} } }, to)).toEqual({});
  });

  it('are none that only look like a declared one', () => {
    expect(fittingParameters(JSON.parse('{"__proto__": "x", "constructor": "y"}'), undefined, to)).toEqual({});
  });
});
