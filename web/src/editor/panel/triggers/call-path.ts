import type { WorkflowNode } from '@orchestrator/workflow';

/** The path below `/webhook/` at which a node is called, as the server has it: one with parameters is led by the webhook's id. */
export function callPath(node: WorkflowNode): string {
  const { path } = node.parameters;
  const segments = (typeof path === 'string' ? path.trim() : '').split('/').filter(Boolean);
  const own = node.webhookId ?? node.id;
  if (segments.length === 0) return own;
  const hasParameters = segments.some((segment) => segment.startsWith(':') && segment.length > 1);
  return (hasParameters ? [own, ...segments] : segments).join('/');
}
