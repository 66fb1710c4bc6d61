import type { WorkflowDocument, WorkflowNode } from '@orchestrator/workflow';

/** Whether two documents differ in nothing but where things lie and what is noted: neither is ever wrong. */
export function onlyMoved(one: WorkflowDocument, other: WorkflowDocument): boolean {
  if (one === other) return true;
  if (one.edges !== other.edges || one.settings !== other.settings || one.pins !== other.pins) return false;
  if (one.name !== other.name || one.nodes.length !== other.nodes.length) return false;
  return one.nodes.every((node, index) => {
    const after = other.nodes[index];
    return node === after || (after !== undefined && sameButPlace(node, after));
  });
}

function sameButPlace(one: WorkflowNode, other: WorkflowNode): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]) as Set<keyof WorkflowNode>;
  return [...names].every((name) => name === 'position' || one[name] === other[name]);
}
