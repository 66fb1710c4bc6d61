import type { Edge, JsonObject, WorkflowNode } from '@orchestrator/workflow';
import { PLACEHOLDER } from './translate-node.js';

/**
 * Gives every placeholder the ports that its edges need, as `parameters.ports`: nobody else knows which ports the
 * original has, and the canvas and the engine have to place the edges.
 */
export function addPlaceholderPorts(nodes: readonly WorkflowNode[], edges: readonly Edge[]): void {
  const placeholders = new Map(
    nodes
      .filter((node) => node.type === PLACEHOLDER)
      .map((node) => [node.id, { node, inputs: {} as JsonObject, outputs: {} as JsonObject }]),
  );
  for (const { kind, from, to } of edges) {
    const source = placeholders.get(from.node);
    if (source) grow(source.outputs, kind, from.port ?? 0);
    const target = placeholders.get(to.node);
    if (target) grow(target.inputs, kind, to.port ?? 0);
  }
  for (const { node, inputs, outputs } of placeholders.values()) node.parameters.ports = { inputs, outputs };
}

function grow(counts: JsonObject, kind: string, port: number): void {
  counts[kind] = Math.max(Number(counts[kind] ?? 0), port + 1);
}
