import { validateWorkflow, type WorkflowDocument } from '@orchestrator/workflow';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edgeId } from '../../document/edges.ts';
import { History } from '../../document/history.ts';
import { distanceTo, edgeNear, routeOf } from '../edge-route.ts';
import { geometryOf } from '../geometry.ts';
import { dropIntoEdge, fitsIntoEdge } from './into-edge.ts';

const main = { kind: 'main', max: 0, required: false } as const;
const step = geometryOf({ inputs: [main], outputs: [main], subtitle: '' });
const trigger = geometryOf({ inputs: [], outputs: [main], subtitle: '' });
const geometry = (id: string) => (id.startsWith('t') ? trigger : step);

function graph(places: Record<string, [number, number]>, edges: string): WorkflowDocument {
  return {
    formatVersion: 1,
    name: 'W',
    settings: {},
    nodes: Object.entries(places).map(([id, position]) => ({
      id,
      name: id,
      type: 'noOperation',
      version: 1,
      position,
      parameters: {},
    })),
    edges: edges
      .split(' ')
      .filter(Boolean)
      .map(([from = '', to = '']) => ({ kind: 'main', from: { node: from }, to: { node: to } })),
  };
}
const drawn = ({ edges }: WorkflowDocument) => edges.map(({ from, to }) => from.node + to.node);
const xOf = ({ nodes }: WorkflowDocument, id: string) => nodes.find((node) => node.id === id)?.position[0];

describe('the course of an edge', () => {
  it('goes straight, turns in the middle, or around when it leads back', () => {
    const document = graph({ a: [0, 0], b: [400, 0], c: [400, 160], d: [-400, 160] }, 'ab ac ad');
    const routes = document.edges.map((edge) => routeOf(document, edge, geometry));
    expect(routes[0]?.every(([, y]) => y === 28)).toBe(true);
    expect(routes[1]).toEqual([
      [184, 28],
      [292, 28],
      [292, 188],
      [400, 188],
    ]);
    expect(routes[2]).toHaveLength(6);
    expect(distanceTo(routes[1] ?? [], [292, 100])).toBe(0);
    expect(distanceTo(routes[1] ?? [], [302, 100])).toBe(10);
  });

  it('is found near a point, the nearest first, within reach', () => {
    const document = graph({ a: [0, 0], b: [400, 0], c: [400, 160] }, 'ab ac');
    const all = () => true;
    expect(edgeNear(document, [350, 30], 28, geometry, all)).toBe(edgeId(document.edges[0]!));
    expect(edgeNear(document, [350, 180], 28, geometry, all)).toBe(edgeId(document.edges[1]!));
    expect(edgeNear(document, [350, 100], 28, geometry, all)).toBeUndefined();
  });
});

describe('a node that is dropped on an edge', () => {
  const edgeOf = (document: WorkflowDocument) => edgeId(document.edges[0]!);

  it('goes in between, and what is behind it makes room', () => {
    const document = graph({ a: [0, 0], b: [240, 0], c: [480, 0], x: [120, 8] }, 'ab bc');
    const after = dropIntoEdge(document, 'x', edgeOf(document), geometry);
    expect(drawn(after)).toEqual(['bc', 'ax', 'xb']);
    expect([xOf(after, 'a'), xOf(after, 'x'), xOf(after, 'b'), xOf(after, 'c')]).toEqual([0, 240, 480, 720]);
  });

  it('stays where it was dropped when there is room', () => {
    const document = graph({ a: [0, 0], b: [720, 0], x: [300, 16] }, 'ab');
    const after = dropIntoEdge(document, 'x', edgeOf(document), geometry);
    expect(drawn(after)).toEqual(['ax', 'xb']);
    expect(after.nodes).toEqual(document.nodes);
  });

  it('is left alone when something is joined to it, or nothing goes into it', () => {
    const document = graph({ a: [0, 0], b: [240, 0], x: [120, 0], y: [0, 200], t: [120, 100] }, 'ab xy');
    expect(dropIntoEdge(document, 'x', edgeOf(document), geometry)).toBe(document);
    expect(dropIntoEdge(document, 't', edgeOf(document), geometry)).toBe(document);
    expect(dropIntoEdge(document, 'a', edgeOf(document), geometry)).toBe(document);
    expect(fitsIntoEdge(document, 'y', document.edges[0]!, geometry('y'))).toBe(false);
  });

  it('keeps the document right, wherever nodes stand, and is one step to take back', () => {
    const at = fc.tuple(fc.integer({ min: -40, max: 40 }), fc.integer({ min: -40, max: 40 }));
    fc.assert(
      fc.property(fc.array(at, { minLength: 3, maxLength: 8 }), fc.nat(), (places, chosen) => {
        const letters = 'abcdefgh'.slice(0, places.length - 1);
        const edges = [...letters.slice(1)].map((to, index) => `${letters[index]}${to}`).join(' ');
        const document = graph(
          Object.fromEntries([
            ...[...letters].map((id, index) => [id, [places[index]![0] * 16, places[index]![1] * 16]]),
            ['x', [places.at(-1)![0] * 16, places.at(-1)![1] * 16]],
          ]),
          edges,
        );
        const edge = document.edges[chosen % Math.max(1, document.edges.length)];
        if (!edge) return;
        const history = new History(document);
        const after = history.push(dropIntoEdge(document, 'x', edgeId(edge), geometry));
        expect(validateWorkflow(after)).toEqual([]);
        expect(drawn(after)).toContain(`${edge.from.node}x`);
        expect(drawn(after)).toContain(`x${edge.to.node}`);
        expect(after.edges).toHaveLength(document.edges.length + 1);
        expect(history.undo()).toBe(document);
      }),
    );
  });
});
