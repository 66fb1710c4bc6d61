import type { WorkflowNode } from '@orchestrator/workflow';
import { useMemo } from 'react';
import type { ExpressionContext, FormContext } from '../../forms/form-context.ts';
import { useNodeInput } from '../data/node-data.ts';
import { nodesBefore } from '../document/upstream.ts';
import { useEditor } from '../editor-store.ts';
import { useRun } from '../run/run-store.ts';
import { useNodeFaults } from './node-faults.ts';
import { useItemIndex } from './open-node.ts';

/** What an expression of a node can see: the items that go in, and the nodes before it. */
export function useExpressionContext(node: WorkflowNode): ExpressionContext {
  const document = useEditor((state) => state.document);
  const workflowId = useEditor((state) => state.workflowId);
  const executionId = useRun(({ shown }) => shown?.executionId);
  const { items } = useNodeInput(node);
  const itemIndex = useItemIndex(node.id, items.length);
  const names = useMemo(() => nodesBefore(document, node.id).map(({ name }) => name), [document, node.id]);
  const nodeNames = useSame(names);
  return useMemo(
    () => ({ workflowId, executionId, node: node.name, items, itemIndex, nodeNames }),
    [workflowId, executionId, node.name, items, itemIndex, nodeNames],
  );
}

/** What the fields of a node's form need to know. */
export function useNodeForm(node: WorkflowNode): Partial<Omit<FormContext, 'parameters' | 'values' | 'parts'>> {
  const readOnly = useEditor((state) => state.readOnly);
  const expressions = useExpressionContext(node);
  const faults = useNodeFaults(node.name);
  const { type, version, name, credentials = {} } = node;
  return useMemo(
    () => ({ readOnly, expressions, faults, node: { type, version, name, credentials: credentials as never } }),
    [readOnly, expressions, faults, type, version, name, credentials],
  );
}

/** The list of before while the same names are in it, so that what depends on it stays as it is. */
function useSame(names: readonly string[]): readonly string[] {
  const text = JSON.stringify(names);
  return useMemo(() => JSON.parse(text) as string[], [text]);
}
