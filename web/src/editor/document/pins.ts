import type { Item, WorkflowDocument } from '@orchestrator/workflow';

/** Pins items as a node's output: manual runs take them instead of running it. No items take the pin away. */
export function pin(document: WorkflowDocument, node: string, items: readonly Item[] | undefined): WorkflowDocument {
  if (!document.nodes.some(({ id }) => id === node)) return document;
  const { [node]: before, ...others } = document.pins ?? {};
  if (!items && !before) return document;
  const pins = items ? { ...document.pins, [node]: [...items] } : others;
  if (Object.keys(pins).length > 0) return { ...document, pins };
  const { pins: _, ...rest } = document;
  return rest;
}
