import type { WorkflowDocument } from '@orchestrator/workflow';
import { nodesBefore } from './upstream.ts';

/**
 * A webhook that leads to a node that answers waits for it: it is set so when that node is added, unless somebody has
 * chosen how it answers. Answered at once, the node would answer nobody.
 */
export function awaitingAnswer(document: WorkflowDocument, added: string): WorkflowDocument {
  if (document.nodes.find(({ id }) => id === added)?.type !== 'respondToWebhook') return document;
  const before = new Set(nodesBefore(document, added).map(({ id }) => id));
  const nodes = document.nodes.map((node) =>
    node.type === 'webhookTrigger' && before.has(node.id) && node.parameters.responseMode === undefined
      ? { ...node, parameters: { ...node.parameters, responseMode: 'responseNode' } }
      : node,
  );
  return { ...document, nodes };
}
