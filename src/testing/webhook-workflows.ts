import { FORMAT_VERSION, type JsonObject, type WorkflowDocument, type WorkflowNode } from '@orchestrator/workflow';

type Made = Omit<WorkflowNode, 'id' | 'position'>;

/** Nodes of workflows that webhooks start. */
export const nodes = {
  webhook: (path: string, parameters: JsonObject = {}): Made => ({
    name: 'Webhook',
    type: 'webhookTrigger',
    version: 1,
    parameters: { path, ...parameters },
  }),
  /** Gives items with these fields alone. */
  fields: (json: JsonObject): Made => ({
    name: 'Fields',
    type: 'editFields',
    version: 1,
    parameters: { mode: 'json', json: JSON.stringify(json) },
  }),
  stop: (message: string): Made => ({ name: 'Stop', type: 'stopAndError', version: 1, parameters: { message } }),
  code: (code: string): Made => ({ name: 'Code', type: 'code', version: 1, parameters: { code } }),
  wait: (parameters: JsonObject): Made => ({ name: 'Wait', type: 'wait', version: 1, parameters }),
  respond: (parameters: JsonObject): Made => ({ name: 'Respond', type: 'respondToWebhook', version: 1, parameters }),
};

/** A workflow of nodes that follow one another. */
export function workflow(name: string, chain: readonly Made[]): WorkflowDocument {
  const placed = chain.map((node, i): WorkflowNode => ({ ...node, id: `n${i}`, position: [i * 200, 0] }));
  const edges = placed.slice(1).map((node, i) => ({
    kind: 'main' as const,
    from: { node: (placed[i] as WorkflowNode).id },
    to: { node: node.id },
  }));
  return { formatVersion: FORMAT_VERSION, name, nodes: placed, edges, settings: {} };
}
