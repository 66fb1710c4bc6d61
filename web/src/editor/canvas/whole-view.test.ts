import type { WorkflowDocument } from '@orchestrator/workflow';
import { expect, it } from 'vitest';
import { wholeView } from './whole-view.ts';

const document = {
  nodes: Array.from({ length: 8 }, (_, index) => ({ id: `n${index}`, name: `${index}`, position: [index * 256, 96] })),
  edges: [],
} as unknown as WorkflowDocument;
const sizeOf = () => ({ width: 184, height: 56 });

it('shows all of a workflow where there is room', () => {
  const view = wholeView(document, sizeOf, { width: 1200, height: 700 })!;
  expect(view.x).toBeGreaterThan(0);
  expect(view.x + (7 * 256 + 184) * view.zoom).toBeLessThan(1200);
});

it('shows where a workflow begins, near enough to be read, on a phone', () => {
  const view = wholeView(document, sizeOf, { width: 390, height: 600 })!;
  expect(view.zoom).toBe(0.75);
  expect(view.x).toBe(20);
  expect(view.y + (96 + 28) * view.zoom).toBe(300);
});

it('has nothing to say of an empty one', () => {
  expect(wholeView({ nodes: [], edges: [] } as unknown as WorkflowDocument, sizeOf, { width: 9, height: 9 })).toBe(
    undefined,
  );
});
