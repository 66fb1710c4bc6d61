import type { Item, WorkflowNode } from '@orchestrator/workflow';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useEditor } from '../editor-store.ts';
import { useLooks } from '../node-types/looks.ts';
import { itemsFromText } from '../panel/items-from-text.ts';
import { lastCallQuery } from '../run/last-call.queries.ts';
import { useMaybeRunActions } from '../run/run-actions.ts';
import { hasPin, type RunDataKind, runDataKind } from '../run/run-data.ts';
import { useRunDataChoices } from '../run/run-data-store.ts';
import { itemsAt, stepItemsQuery } from './step-items.queries.ts';

/** What a trigger would start with now. */
export interface DataAtHand {
  kind: RunDataKind;
  /** Its items, where there are real ones: an example is made up, and says nothing of what will come. */
  items: readonly Item[];
  isLoading: boolean;
  /** The execution that they are of. */
  executionId?: string;
}

const NONE: readonly Item[] = [];

/**
 * What was chosen for a trigger to start with, with its items: they are there to build with before anything has run.
 * Nothing for other nodes, and where runs are only looked at.
 */
export function useDataAtHand(node: WorkflowNode | undefined): DataAtHand | undefined {
  const { trigger } = useLooks(node?.id ?? '');
  const isHere = useMaybeRunActions() !== undefined && node !== undefined && trigger !== undefined;
  const workflowId = useEditor((state) => state.workflowId);
  const isPinned = useEditor(({ document }) => node !== undefined && hasPin(document, node.id));
  const choice = useRunDataChoices(workflowId).data[node?.id ?? ''];
  const kind = runDataKind(choice, isPinned);
  const last = useQuery({
    ...lastCallQuery(workflowId, node?.id),
    enabled: isHere && workflowId !== undefined && kind === 'last',
  });
  const executionId =
    kind === 'call' ? choice?.call?.executionId : kind === 'last' ? last.data?.executionId : undefined;
  // The trigger's step is the first.
  const query = useInfiniteQuery(stepItemsQuery(isHere ? executionId : undefined, 0, 'out'));
  const pages = query.data?.pages;
  return useMemo(() => {
    if (!isHere) return undefined;
    const own = kind === 'own' ? itemsFromText(choice?.own ?? '').items : undefined;
    return { kind, items: own ?? (pages ? itemsAt(pages) : NONE), isLoading: query.isLoading, executionId };
  }, [isHere, kind, choice, pages, query.isLoading, executionId]);
}
