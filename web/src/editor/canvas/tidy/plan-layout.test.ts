import type { StickyNote, WorkflowDocument } from '@orchestrator/workflow';
import { expect, it } from 'vitest';
import { newEdge } from '../../document/edges.ts';
import { boxOf } from '../../document/groups.ts';
import type { Box } from '../../document/place.ts';
import { framedLayout } from './framed-layout.ts';
import { planLayout } from './plan-layout.ts';

const sizeOf = () => ({ width: 184, height: 56 });
const node = (id: string, x: number, y: number) => ({
  id,
  name: id,
  type: 'noOperation',
  version: 1,
  position: [x, y] as [number, number],
  parameters: {},
});
const note = (id: string, x: number, y: number, width: number, height: number): StickyNote => ({
  id,
  text: id,
  position: [x, y],
  size: [width, height],
});
const join = (from: string, to: string) => newEdge('main', { node: from, port: 0 }, { node: to, port: 0 });
const messy: WorkflowDocument = {
  formatVersion: 1,
  name: 'Messy',
  settings: {},
  nodes: [
    node('a', 0, 0),
    node('b', 40, 400),
    node('c', 300, 420),
    node('d', 90, 30),
    node('e', 700, 700),
    node('f', 1000, 16),
  ],
  edges: [join('a', 'b'), join('b', 'c'), join('a', 'd'), join('d', 'e'), join('e', 'f')],
  notes: [note('on', 0, 352, 520, 160), note('beside', 700, 600, 200, 80), note('apart', 100, 2000, 200, 80)],
  groups: [{ id: 'g', name: 'G', nodes: ['d', 'e'] }],
};

function tidied(document: WorkflowDocument, only?: ReadonlySet<string>): WorkflowDocument {
  const plan = planLayout(document, sizeOf, only)!;
  return plan.take(framedLayout(plan.task));
}
const box = (document: WorkflowDocument, id: string): Box => boxOf(document, sizeOf, id)!;
const overlap = (one: Box, other: Box) =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;
const holds = (outer: Box, inner: Box) =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

it('takes notes along with what they explain, and covers nothing', () => {
  const after = tidied(messy);
  for (const id of ['b', 'c']) expect(holds(box(after, 'on'), box(after, id)), id).toBe(true);
  for (const id of ['a', 'd', 'e', 'f']) expect(overlap(box(after, 'on'), box(after, id)), id).toBe(false);
  const [e, beside] = [box(after, 'e'), box(after, 'beside')];
  expect([beside.x - e.x, beside.y - e.y]).toEqual([0, -100]);
  expect(after.notes?.find(({ id }) => id === 'apart')?.position).toEqual([100, 2000]);
  for (const id of ['a', 'b', 'c', 'f']) expect(overlap(box(after, 'g'), box(after, id)), id).toBe(false);
  const ids = messy.nodes.map(({ id }) => id);
  for (const one of ids)
    for (const other of ids) if (one < other) expect(overlap(box(after, one), box(after, other))).toBe(false);
});

it('is settled: tidying what is tidy changes nothing', () => {
  const once = tidied(messy);
  const places = ({ nodes }: WorkflowDocument) => nodes.map(({ id, position }) => [id, ...position]);
  expect(places(tidied(tidied(once)))).toEqual(places(tidied(once)));
});

it('leaves all alone but what is named', () => {
  const after = tidied(messy, new Set(['a', 'd']));
  for (const id of ['b', 'c', 'e', 'f', 'on', 'beside', 'apart']) expect(box(after, id), id).toEqual(box(messy, id));
});

it('moves a note out of the way that explains nothing', () => {
  const far = note('far', 400, 250, 100, 60);
  const wide: WorkflowDocument = {
    ...messy,
    groups: [],
    nodes: [node('a', 0, 0), node('b', 1000, 0), node('c', 0, 600)],
    notes: [far],
    edges: [join('a', 'b'), join('b', 'c')],
  };
  const after = tidied(wide);
  for (const id of ['a', 'b', 'c']) expect(overlap(box(after, 'far'), box(after, id))).toBe(false);
});
