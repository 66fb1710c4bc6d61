import type { JsonObject, WorkflowNode } from '@orchestrator/workflow';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { ExpressionContext, FormContext } from '../../forms/form-context.ts';
import { useNodeInput } from '../data/node-data.ts';
import { stepItemsQuery } from '../data/step-items.queries.ts';
import { nodesBefore } from '../document/upstream.ts';
import { useMaybeDraftStore } from '../draft/draft-store.ts';
import { useEditor, useEditorStore } from '../editor-store.ts';
import { useRun, useRunStore } from '../run/run-store.ts';
import { useCodeView } from './code-place.ts';
import { useNodeFaults } from './node-faults.ts';
import { useItemIndex } from './open-node.ts';

/** What an expression of a node can see: the items that go in, and the nodes before it. */
function useExpressionContext(node: WorkflowNode): ExpressionContext {
  const document = useEditor((state) => state.document);
  const workflowId = useEditor((state) => state.workflowId);
  const shownId = useRun(({ shown }) => shown?.executionId);
  const { items, executionId: atHand } = useNodeInput(node);
  const executionId = atHand ?? shownId;
  const itemIndex = useItemIndex(node.id, items.length);
  const names = useMemo(() => nodesBefore(document, node.id).map(({ name }) => name), [document, node.id]);
  const nodeNames = useSame(names);
  const sampleOf = useSampleOf();
  const editor = useEditorStore();
  const draft = useMaybeDraftStore();
  const unsaved = useCallback(
    () => (draft && draft.getState().status !== 'saved' ? editor.getState().document : undefined),
    [editor, draft],
  );
  return useMemo(
    () => ({ workflowId, executionId, node: node.name, items, itemIndex, nodeNames, sampleOf, unsaved }),
    [workflowId, executionId, node.name, items, itemIndex, nodeNames, sampleOf, unsaved],
  );
}

/** Finds the first item that a node gave: pinned, else of the shown run. */
function useSampleOf(): (name: string) => Promise<JsonObject | undefined> {
  const editor = useEditorStore();
  const run = useRunStore();
  const queries = useQueryClient();
  return useCallback(
    async (name) => {
      const { document } = editor.getState();
      const pinned = document.pins?.[document.nodes.find((node) => node.name === name)?.id ?? ''];
      if (pinned) return pinned[0]?.json;
      const { shown } = run.getState();
      const last = shown && Object.hasOwn(shown.nodes, name) ? shown.nodes[name]?.at(-1) : undefined;
      if (!shown || last?.finishedAt === undefined) return undefined;
      const { pages } = await queries.fetchInfiniteQuery(stepItemsQuery(shown.executionId, last.index, 'out'));
      return pages[0]?.items[0]?.item.json;
    },
    [editor, run, queries],
  );
}

/** What the fields of a node's form need to know. */
export function useNodeForm(node: WorkflowNode): Partial<Omit<FormContext, 'parameters' | 'values' | 'parts'>> {
  const readOnly = useEditor((state) => state.readOnly);
  const expressions = useExpressionContext(node);
  const faults = useNodeFaults(node.name);
  const code = useCodeView(node);
  const { type, version, name, credentials = {} } = node;
  return useMemo(
    () => ({ readOnly, expressions, faults, code, node: { type, version, name, credentials } }),
    [readOnly, expressions, faults, code, type, version, name, credentials],
  );
}

/** The list of before while the same names are in it, so that what depends on it stays as it is. */
function useSame(names: readonly string[]): readonly string[] {
  const text = JSON.stringify(names);
  return useMemo(() => JSON.parse(text) as string[], [text]);
}
