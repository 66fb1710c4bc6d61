import type { WorkflowNode } from '@orchestrator/workflow';

/** The path below `/webhook/` at which a node is called, as the server has it: one with parameters is led by the webhook's id. */
export function callPath(node: WorkflowNode): string {
  const { path } = node.parameters;
  const plain = (typeof path === 'string' ? path : '').trim().replace(/^\/+|\/+$/g, '');
  if (plain === '') return node.webhookId ?? node.id;
  return /(^|\/):/.test(plain) ? `${node.webhookId ?? node.id}/${plain}` : plain;
}
