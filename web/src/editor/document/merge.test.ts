import { validateWorkflow, type WorkflowDocument } from '@orchestrator/workflow';
import { describe, expect, it } from 'vitest';
import { diff, fieldChanges, isSame, union } from './diff.ts';
import { connect } from './edges.ts';
import { merge } from './merge.ts';
import { addNode, moveBy, patchNode, remove } from './nodes.ts';

const base: WorkflowDocument = {
  formatVersion: 1,
  name: 'W',
  settings: {},
  nodes: ['a', 'b', 'c'].map((id) => ({
    id,
    name: id,
    type: 't',
    version: 1,
    position: [0, 0],
    parameters: { url: 'x', deep: { n: 1, m: 1 } },
  })),
  edges: [{ kind: 'main', from: { node: 'a' }, to: { node: 'b' } }],
};
const set = (document: WorkflowDocument, id: string, parameters: object) =>
  patchNode(document, id, {
    parameters: { ...document.nodes.find((node) => node.id === id)?.parameters, ...parameters },
  });

describe('what differs', () => {
  it('names nodes, fields and edges', () => {
    const after = connect(
      remove(set(base, 'b', { deep: { n: 2, m: 1 } }), ['c']),
      'main',
      { node: 'b', port: 0 },
      { node: 'a', port: 0 },
    );
    expect(diff(base, after)).toMatchObject({
      removed: [{ id: 'c' }],
      changed: [{ id: 'b', fields: [{ path: 'parameters.deep.n', before: 1, after: 2 }] }],
      addedEdges: [{ from: { node: 'b' } }],
    });
    expect(isSame(diff(base, structuredClone(base)))).toBe(true);
    expect(isSame(diff(base, { ...base, settings: { timezone: 'UTC' } }))).toBe(false);
  });

  it('takes a move as one change', () => {
    expect(diff(base, moveBy(base, ['a'], [16, 32])).changed[0]?.fields).toHaveLength(1);
    expect(fieldChanges({ a: [1, 2] }, { a: [1] })).toEqual([{ path: 'a.1', before: 2, after: undefined }]);
  });

  it('shows both documents in one', () => {
    const { document, marks } = union(base, remove(base, ['b']));
    expect(document.nodes.map(({ id }) => id)).toEqual(['a', 'c', 'b']);
    expect(marks).toEqual({ b: 'removed', 'main|a|0|b|0': 'removed' });
    expect(validateWorkflow(document)).toEqual([]);
  });
});

describe('bringing two sides together', () => {
  it('takes both where they do not touch', () => {
    const mine = set(base, 'a', { url: 'mine' });
    const theirs = remove(moveBy(set(base, 'a', { deep: { n: 1, m: 9 } }), ['b'], [16, 0]), ['c']);
    const { document, conflicts } = merge(base, mine, theirs);
    expect(conflicts).toEqual([]);
    expect(document.nodes.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(document.nodes[0]?.parameters).toEqual({ url: 'mine', deep: { n: 1, m: 9 } });
    expect(document.nodes[1]?.position).toEqual([16, 0]);
  });

  it('asks where both changed one thing, and does as told', () => {
    const mine = set(base, 'a', { url: 'mine' });
    const theirs = set(base, 'a', { url: 'theirs' });
    expect(merge(base, mine, theirs).conflicts).toEqual([
      { name: 'a', path: 'parameters.url', mine: 'mine', theirs: 'theirs' },
    ]);
    expect(merge(base, mine, theirs).document.nodes[0]?.parameters.url).toBe('mine');
    expect(merge(base, mine, theirs, () => 'theirs').document.nodes[0]?.parameters.url).toBe('theirs');
  });

  it('asks when one side took away what the other changed', () => {
    const mine = set(base, 'c', { url: 'mine' });
    const theirs = remove(base, ['c']);
    expect(merge(base, mine, theirs).document.nodes).toHaveLength(3);
    expect(merge(base, mine, theirs, () => 'theirs').document.nodes).toHaveLength(2);
    expect(merge(base, theirs, mine).document.nodes).toHaveLength(2);
  });

  it('keeps names unique and edges without ends out', () => {
    const node = { type: 't', version: 1, label: 'New' };
    const mine = addNode(base, node, [0, 0]).document;
    const added = addNode(base, node, [0, 0]);
    const theirs = connect(added.document, 'main', { node: added.id, port: 0 }, { node: 'b', port: 0 });
    const { document } = merge(remove(base, []), remove(mine, ['b']), theirs, () => 'mine');
    expect(validateWorkflow(document)).toEqual([]);
    expect(document.nodes.map(({ name }) => name).sort()).toEqual(['New', 'New 1', 'a', 'c']);
  });
});
