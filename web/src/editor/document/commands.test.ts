import { type IsCode, validateWorkflow, type WorkflowDocument } from '@orchestrator/workflow';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { align, distribute } from './arrange.ts';
import { connect, disconnect, edgeId, reconnect } from './edges.ts';
import { duplicate, fragmentOf, paste, readClipboard } from './fragment.ts';
import { frameOf, group, groupAround, leaveGroups, patchGroup, ungroup, withMembers, withoutParts } from './groups.ts';
import { History } from './history.ts';
import { nameFault, renameNode, uniqueName } from './names.ts';
import { addNode, insertOnEdge, move, moveBy, patchNode, remove, toggleDisabled } from './nodes.ts';
import { addNote, patchNote } from './notes.ts';
import { pin } from './pins.ts';
import { freePlace } from './place.ts';
import { step } from './walk.ts';

const empty: WorkflowDocument = { formatVersion: 1, name: 'W', nodes: [], edges: [], settings: {} };
const isCode: IsCode = (_type, _version, path) => path.join('.') === 'code';
const sizeOf = () => ({ width: 184, height: 56 });

/** Nodes by letter, 240 apart, from edges such as `ab`; each refers to `a` by name. */
function graph(letters: string, edges: string): WorkflowDocument {
  return {
    ...empty,
    nodes: [...letters].map((id, index) => ({
      id,
      name: id.toUpperCase(),
      type: 'noOperation',
      version: 1,
      position: [index * 240, 0],
      parameters: { text: '={{ $node["A"].json.x }} A', other: "={{ $('A').item.json }}" },
    })),
    edges: edges
      .split(' ')
      .filter(Boolean)
      .map(([from = '', to = '']) => ({ kind: 'main', from: { node: from }, to: { node: to } })),
  };
}
const drawn = (document: WorkflowDocument) => document.edges.map(({ from, to }) => from.node + to.node);

describe('nodes and edges', () => {
  it('gives every node a name of its own', () => {
    const node = { type: 'editFields', version: 1, label: 'Edit Fields' };
    let document = empty;
    for (let count = 0; count < 3; count++) document = addNode(document, node, [0, 0]).document;
    expect(document.nodes.map(({ name }) => name)).toEqual(['Edit Fields', 'Edit Fields 1', 'Edit Fields 2']);
    expect(uniqueName(new Set(['Step 7']), 'Step 7')).toBe('Step 1');
  });

  it('joins two ports once', () => {
    const document = graph('ab', '');
    const joined = connect(document, 'main', { node: 'a', port: 0 }, { node: 'b', port: 0 });
    expect(joined.edges).toEqual([{ kind: 'main', from: { node: 'a' }, to: { node: 'b' } }]);
    expect(connect(joined, 'main', { node: 'a', port: 0 }, { node: 'b', port: 0 })).toBe(joined);
    expect(connect(document, 'main', { node: 'a', port: 0 }, { node: 'gone', port: 0 })).toBe(document);
  });

  it('puts an end elsewhere, or takes the edge away when that one is there already', () => {
    const document = graph('abc', 'ab ac');
    const first = edgeId(document.edges[0]!);
    expect(drawn(reconnect(document, first, { node: 'b', port: 0 }, { node: 'c', port: 0 }))).toEqual(['bc', 'ac']);
    expect(drawn(reconnect(document, first, { node: 'a', port: 0 }, { node: 'c', port: 0 }))).toEqual(['ac']);
    expect(drawn(disconnect(document, [first]))).toEqual(['ac']);
  });

  it('puts a node into an edge', () => {
    const document = graph('abc', 'ab');
    const id = edgeId(document.edges[0]!);
    expect(drawn(insertOnEdge(document, id, 'c', { input: 0, output: 0 }))).toEqual(['ac', 'cb']);
    expect(drawn(insertOnEdge(document, id, 'c', { input: 0 }))).toEqual(['ac']);
    expect(insertOnEdge(document, id, 'a', { input: 0, output: 0 })).toBe(document);
  });

  it('takes nodes away, and joins what was around them when asked to', () => {
    const document = graph('abcd', 'ab bc cd');
    expect(drawn(remove(document, ['b', 'c']))).toEqual([]);
    expect(drawn(remove(document, ['b', 'c'], { reconnect: true }))).toEqual(['ad']);
    const pinned = pin(group(document, new Set(['b']), 'G').document, 'b', [{ json: {} }]);
    expect(remove(pinned, ['b'])).not.toHaveProperty('pins');
    expect(remove(pinned, ['b'])).not.toHaveProperty('groups');
  });

  it('renames a node in every expression, and leaves texts and other nodes alone', () => {
    const document = graph('ab', 'ab');
    const renamed = renameNode(document, 'a', 'Order', isCode);
    expect(renamed.nodes[1]?.parameters).toEqual({
      text: '={{ $node["Order"].json.x }} A',
      other: "={{ $('Order').item.json }}",
    });
    expect(renamed.edges).toBe(document.edges);
    expect(renameNode(document, 'b', 'Z', isCode).nodes[0]).toBe(document.nodes[0]);
    expect(renameNode(document, 'b', 'A', isCode)).toBe(document);
    expect(nameFault(document, 'b', 'A')).toBe('taken');
    expect(nameFault(document, 'b', ' ')).toBe('empty');
  });

  it('switches off, and on again when all are off', () => {
    const document = graph('ab', '');
    const one = toggleDisabled(document, ['a']);
    const both = toggleDisabled(one, ['a', 'b']);
    expect(both.nodes.map(({ disabled }) => disabled)).toEqual([true, true]);
    expect(toggleDisabled(both, ['a', 'b']).nodes.some((node) => 'disabled' in node)).toBe(false);
  });

  it('changes members of a node and takes them away', () => {
    const document = patchNode(graph('a', ''), 'a', { note: 'n', onError: 'continue' });
    expect(document.nodes[0]).toMatchObject({ note: 'n', onError: 'continue' });
    expect(patchNode(document, 'a', { note: undefined }).nodes[0]).not.toHaveProperty('note');
  });
});

describe('groups', () => {
  const grouped = (document: WorkflowDocument) =>
    document.groups?.map(({ name, nodes }) => `${name}: ${nodes.join('')}`);

  it('take nodes from one another, and grow when they are chosen as a whole', () => {
    const one = group(graph('abcd', ''), new Set('ab'), 'One');
    expect(grouped(one.document)).toEqual(['One: ab']);
    const two = group(one.document, new Set('bc'), 'Two');
    expect(grouped(two.document)).toEqual(['One: a', 'Two: bc']);
    const grown = group(two.document, new Set('bcd'), 'Three');
    expect(grown.id).toBe(two.id);
    expect(grouped(grown.document)).toEqual(['One: a', 'Two: bcd']);
    expect(group(one.document, new Set('ab'), 'Again').document).toBe(one.document);
  });

  it('are left, taken apart, renamed and painted', () => {
    const { document, id } = group(graph('abc', ''), new Set('ab'), 'G');
    expect(grouped(leaveGroups(document, new Set('a')))).toEqual(['G: b']);
    expect(leaveGroups(document, new Set('ab'))).not.toHaveProperty('groups');
    expect(leaveGroups(document, new Set('c'))).toBe(document);
    expect(ungroup(document, new Set([id!]))).not.toHaveProperty('groups');
    const painted = patchGroup(document, id!, { name: 'H', color: 'blue' });
    expect(painted.groups).toEqual([{ id, name: 'H', nodes: ['a', 'b'], color: 'blue' }]);
    expect(patchGroup(painted, id!, { name: 'H' })).toBe(painted);
  });

  it('are chosen with what is in them, and not by a part of it', () => {
    const { document, id } = group(graph('abc', ''), new Set('ab'), 'G');
    expect(groupAround(document, 'b')?.id).toBe(id);
    expect(groupAround(document, 'c')).toBeUndefined();
    expect(withMembers(document, [id!, 'c'])).toEqual(['c', 'a', 'b', id]);
    expect(withoutParts(document, new Set(['a', 'b', id!]))).toEqual(['a', 'b', id]);
    expect(withoutParts(document, new Set(['a', id!]))).toEqual(['a']);
  });

  it('have a frame around their nodes, with room for a name', () => {
    const { document } = group(graph('ab', ''), new Set('ab'), 'G');
    const boxes = new Map(document.nodes.map(({ id, position: [x, y] }) => [id, { x, y, ...sizeOf() }]));
    const frame = frameOf(document.groups![0]!, (id) => boxes.get(id));
    expect(frame).toEqual({ x: -24, y: -52, width: 240 + 184 + 48, height: 56 + 48 + 28 });
    expect(frameOf(document.groups![0]!, () => undefined)).toBeUndefined();
  });

  it('come along with a copy of all their nodes', () => {
    const { document } = group(graph('abc', ''), new Set('ab'), 'G');
    const copied = duplicate(document, new Set('ab'), isCode);
    expect(copied.document.groups?.map(({ name }) => name)).toEqual(['G', 'G']);
    expect(copied.document.groups?.[1]?.nodes).toEqual(copied.ids);
    expect(duplicate(document, new Set('a'), isCode).document.groups).toHaveLength(1);
  });
});

describe('copies', () => {
  it('of code mean the copies too, and what stays outside of them still', () => {
    const document = graph('abc', 'ab bc');
    const code = "return [$('A').first(), $('C').first()];";
    document.nodes[1]!.parameters = { code, text: code, list: [{ value: "={{ $('A').item.json.x + $('C').x }}" }] };
    const { document: after, ids } = duplicate(document, new Set(['a', 'b']), isCode);
    expect(after.nodes.find(({ id }) => id === ids[1])?.parameters).toEqual({
      code: "return [$('A 1').first(), $('C').first()];",
      text: code,
      list: [{ value: "={{ $('A 1').item.json.x + $('C').x }}" }],
    });
    // What was copied may be named like what is there, and its new name like another of the copies.
    const chained = paste(after, fragmentOf(after, new Set(['a', ...ids])), isCode);
    const names = chained.ids.map((id) => chained.document.nodes.find((node) => node.id === id)?.name);
    expect(names).toEqual(['A 2', 'A 3', 'B 2']);
    expect(chained.document.nodes.at(-1)?.parameters.code).toBe("return [$('A 3').first(), $('C').first()];");
  });

  it('mean themselves, have names of their own and new addresses', () => {
    const document = graph('ab', 'ab');
    document.nodes[0]!.webhookId = 'hook';
    document.nodes[0]!.parameters.path = 'hook';
    const { document: after, ids } = duplicate(document, new Set(['a', 'b']), isCode);
    const [a, b] = ids.map((id) => after.nodes.find((node) => node.id === id)!);
    expect([a!.name, b!.name]).toEqual(['A 1', 'B 1']);
    expect(b!.parameters.text).toBe('={{ $node["A 1"].json.x }} A');
    expect(a!.webhookId).not.toBe('hook');
    expect(a!.parameters.path).toBe(a!.webhookId);
    expect(drawn(after)).toEqual(['ab', `${a!.id}${b!.id}`]);
  });

  it('go where they are wanted', () => {
    const fragment = fragmentOf(graph('abc', 'ab bc'), new Set(['b', 'c']));
    const { document } = paste(empty, fragment, isCode, [1000, 500]);
    expect(document.nodes.map(({ position }) => position)).toEqual([
      [1008, 496],
      [1248, 496],
    ]);
    expect(document.edges).toHaveLength(1);
  });

  it('are told from other texts', () => {
    expect(readClipboard(JSON.stringify(fragmentOf(graph('a', ''), new Set('a'))))?.kind).toBe('native');
    expect(readClipboard('{"nodes": [], "connections": {}}')?.kind).toBe('n8n');
    for (const text of ['', 'hello', '{', '{"a": 1}', '{nodes}']) expect(readClipboard(text)).toBeUndefined();
  });
});

describe('places', () => {
  it('finds room below', () => {
    expect(freePlace(graph('a', ''), sizeOf, [0, 0], sizeOf())).toEqual([0, 96]);
    expect(freePlace(graph('a', ''), sizeOf, [240, 0], sizeOf())).toEqual([240, 0]);
  });

  it('aligns and spreads', () => {
    const places = (document: WorkflowDocument) => document.nodes.map(({ position }) => position);
    const crooked = move(graph('abc', ''), new Map([['b', [300, 64]]]));
    const all = new Set('abc');
    expect(places(align(crooked, all, sizeOf, 'top'))).toEqual([
      [0, 0],
      [300, 0],
      [480, 0],
    ]);
    expect(places(distribute(crooked, all, sizeOf, 'across'))[1]).toEqual([240, 64]);
  });

  it('walks along edges, and to what is near where there is none', () => {
    const document = move(graph('abcd', 'ac'), new Map([['d', [0, 160]]]));
    expect(step(document, 'a', 'right', sizeOf)).toBe('c');
    expect(step(document, 'c', 'left', sizeOf)).toBe('a');
    expect(step(document, 'b', 'left', sizeOf)).toBe('a');
    expect(step(document, 'a', 'down', sizeOf)).toBe('d');
    expect(step(document, undefined, 'down', sizeOf)).toBe('a');
    expect(step(document, 'a', 'up', sizeOf)).toBeUndefined();
  });
});

describe('any sequence of changes', () => {
  const id = fc.nat(12);
  const command = fc.oneof(
    fc.tuple(fc.constant('add'), id, id),
    fc.tuple(fc.constantFrom('connect', 'disconnect', 'remove', 'bridge', 'duplicate', 'rename', 'insert'), id, id),
    fc.tuple(fc.constantFrom('disable', 'pin', 'unpin', 'note', 'noteText', 'moveBy'), id, id),
    fc.tuple(fc.constantFrom('group', 'ungroup', 'leave', 'groupName'), id, id),
  );

  function apply(document: WorkflowDocument, [name, one, other]: [string, number, number]): WorkflowDocument {
    const node = (index: number) => document.nodes[index % Math.max(1, document.nodes.length)]?.id ?? 'none';
    const edge = document.edges[one % Math.max(1, document.edges.length)];
    const note = document.notes?.[0]?.id ?? 'none';
    const two = new Set([node(one), node(other)]);
    if (name === 'add')
      return addNode(document, { type: 't', version: 1, label: `N${one % 3}` }, [one, other]).document;
    if (name === 'connect')
      return connect(document, 'main', { node: node(one), port: other % 3 }, { node: node(other), port: 0 });
    if (name === 'disconnect') return edge ? disconnect(document, [edgeId(edge)]) : document;
    if (name === 'remove') return remove(document, [node(one), note]);
    if (name === 'bridge') return remove(document, [node(one)], { reconnect: true });
    if (name === 'duplicate') return duplicate(document, new Set([...two, note]), isCode).document;
    if (name === 'rename') return renameNode(document, node(one), `N${other}`, isCode);
    if (name === 'insert')
      return edge ? insertOnEdge(document, edgeId(edge), node(other), { input: 0, output: 0 }) : document;
    if (name === 'disable') return toggleDisabled(document, two);
    if (name === 'pin') return pin(document, node(one), [{ json: { n: other } }]);
    if (name === 'unpin') return pin(document, node(one), undefined);
    if (name === 'group') return group(document, two, 'G').document;
    if (name === 'ungroup') return ungroup(document, new Set([document.groups?.[0]?.id ?? 'none']));
    if (name === 'leave') return leaveGroups(document, two);
    if (name === 'groupName') return patchGroup(document, document.groups?.at(-1)?.id ?? 'none', { name: `G${one}` });
    if (name === 'note') return addNote(document, [one, other]).document;
    if (name === 'noteText') return patchNote(document, note, { text: String(other) });
    return moveBy(document, two, [one * 16, other * 16]);
  }

  it('keeps the document right, changes none in place, and is taken back step by step', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 40 }), (commands) => {
        const history = new History(empty);
        const seen: [WorkflowDocument, string][] = [[empty, JSON.stringify(empty)]];
        let document = empty;
        for (const each of commands) {
          const next = apply(document, each as [string, number, number]);
          if (next === document) continue;
          document = history.push(next);
          seen.push([document, JSON.stringify(document)]);
          expect(validateWorkflow(document)).toEqual([]);
          expect(new Set(document.edges.map(edgeId)).size).toBe(document.edges.length);
          const grouped = document.groups?.flatMap(({ nodes }) => nodes) ?? [];
          expect(new Set(grouped).size).toBe(grouped.length);
          expect(document.groups?.every(({ nodes }) => nodes.length > 0) ?? true).toBe(true);
        }
        for (const [then, text] of seen.reverse()) {
          expect(document).toBe(then);
          expect(JSON.stringify(then)).toBe(text);
          document = history.undo();
        }
      }),
      { numRuns: 150 },
    );
  });
});
