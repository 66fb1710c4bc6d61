import type { Item, WorkflowNode } from '@orchestrator/workflow';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { feeder } from '../document/upstream.ts';
import { useEditor } from '../editor-store.ts';
import type { RunDataKind } from '../run/run-data.ts';
import { type NodeRun, useNodeRuns, useRun } from '../run/run-store.ts';
import { useDataAtHand } from './data-at-hand.ts';
import { itemsAt, stepItemsQuery } from './step-items.queries.ts';

/** Items on one side of a node, as far as they have been fetched. */
export interface NodeData {
  items: readonly Item[];
  /** How many there are in all, where that is known. */
  total?: number;
  isLoading: boolean;
  fault?: unknown;
  more?: { busy: boolean; load(): void };
  /** The step they are from. */
  run?: NodeRun;
  pinned?: boolean;
  /** They are what a trigger would start with, and it has not run yet. */
  atHand?: RunDataKind;
  /** The execution that they are of, where it is not the shown one. */
  executionId?: string;
}

const NONE: readonly Item[] = [];

/** The run of a node that is looked at: the chosen step where it is this node's, else its last. */
export function useShownRun(name: string | undefined): NodeRun | undefined {
  const runs = useNodeRuns(name ?? '');
  const step = useRun((state) => state.step);
  return runs.find(({ index }) => index === step) ?? runs.at(-1);
}

function useStepData(run: NodeRun | undefined, side: 'in' | 'out', port?: number): NodeData {
  const executionId = useRun(({ shown }) => shown?.executionId);
  const isThere = run !== undefined && run.finishedAt !== undefined;
  const query = useInfiniteQuery(stepItemsQuery(executionId, isThere ? run.index : undefined, side));
  const pages = query.data?.pages;
  const items = useMemo(() => itemsAt(pages, port), [pages, port]);
  const counts = run?.itemCounts;
  const total = side === 'out' && counts ? (port === undefined ? sum(counts) : counts[port]) : undefined;
  return {
    items,
    total: query.hasNextPage ? total : items.length,
    isLoading: query.isLoading && isThere,
    fault: query.error ?? undefined,
    more: query.hasNextPage ? { busy: query.isFetchingNextPage, load: () => void query.fetchNextPage() } : undefined,
    run,
  };
}

const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0);

/** What a node gave: what is pinned, else its shown run's output; of a trigger, before it ran, what it would start with. */
export function useNodeOutput(node: WorkflowNode | undefined, port?: number): NodeData {
  const pinned = useEditor(({ document }) => (node ? document.pins?.[node.id] : undefined));
  const data = useStepData(useShownRun(node?.name), 'out', port);
  const atHand = useDataAtHand(node);
  const isSpent = useRun(({ spent, shown }) => spent !== undefined && spent === shown?.executionId);
  if (pinned && (!atHand || atHand.kind === 'pinned')) {
    return { items: pinned, total: pinned.length, isLoading: false, run: data.run, pinned: true };
  }
  if (!atHand || (data.run && !isSpent)) return data;
  const { items, kind, isLoading, executionId } = atHand;
  return items.length > 0 || isLoading ? { items, total: items.length, isLoading, executionId, atHand: kind } : data;
}

/** What goes into a node: its shown run's input, or, before it has run, what the node before it gave. */
export function useNodeInput(node: WorkflowNode | undefined): NodeData & { from?: WorkflowNode } {
  const ran = useRun(({ shown }) => shown?.nodes);
  const before = useEditor(({ document }) => (node ? feeder(document, node.id, ran) : undefined));
  const from = useEditor(({ document }) => document.nodes.find(({ id }) => id === before?.split('\n')[0]));
  const own = useStepData(useShownRun(node?.name), 'in');
  const given = useNodeOutput(from, before ? Number(before.split('\n')[1]) : undefined);
  if (own.run?.finishedAt !== undefined || own.items.length > 0) return { ...own, from };
  return from ? { ...given, run: undefined, from } : { items: NONE, isLoading: false };
}
