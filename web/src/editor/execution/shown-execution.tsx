import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { Missing } from '../../app/missing.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { CanvasStores } from '../canvas/canvas-stores.tsx';
import { documentOf, fetchWorkflow } from '../draft/workflow.queries.ts';
import { followRun } from '../run/follow-run.ts';
import { isOver, shownRunOf } from '../run/run-events.ts';
import { createRunStore } from '../run/run-store.ts';
import { executionQuery } from './execution.queries.ts';
import { ExecutionLayout } from './execution-layout.tsx';
import { useBesideEditor } from './execution-place.ts';

/** How often what is written is looked at while the stream tells something else. */
const LOOK_MS = 1_000;

/** One execution, on the canvas of the version that it ran. Give it its id as its key. */
export function ShownExecution({ id }: { id: string }) {
  const [run] = useState(createRunStore);
  const streamed = useStore(run, ({ shown }) => shown?.status);
  const execution = useQuery({
    ...executionQuery(id),
    // The stream tells a change a moment before it is written: what is written is looked at until it says the same.
    refetchInterval: ({ state }) => (state.data && streamed && state.data.status !== streamed ? LOOK_MS : false),
  });
  const { data, refetch } = execution;
  const workflow = useQuery({
    queryKey: ['workflows', data?.workflowId, data?.version, 'of-execution'],
    enabled: data !== undefined,
    queryFn: () => fetchWorkflow(data?.workflowId ?? '', data?.version),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    structuralSharing: false,
  });
  const [document, setDocument] = useState<ReturnType<typeof documentOf>>();
  if (workflow.data && !document) setDocument(documentOf(workflow.data));
  const going = data !== undefined && !isOver(data);
  useEffect(() => {
    // While it goes, the stream tells more than the last answer did.
    if (data && !(run.getState().shown && !isOver(data))) run.getState().show(shownRunOf(data));
  }, [data, run]);
  const version = data?.version ?? 0;
  const beside = useBesideEditor();
  useEffect(() => {
    if (!beside) setTitle(workflow.data?.name);
  }, [beside, workflow.data?.name]);
  useEffect(() => {
    if (!going || !document) return;
    const stream = new AbortController();
    const names = new Map(document.nodes.map((node) => [node.id, node.name]));
    let before: string | undefined;
    void followRun(
      id,
      version,
      (node) => names.get(node) ?? node,
      (next) => {
        run.getState().show(next);
        // What the page says beside the picture is asked for when the state changes, and not with every step.
        if (next.status !== before && next.status !== 'running') void refetch();
        before = next.status;
      },
      stream.signal,
    );
    return () => stream.abort();
  }, [id, version, going, document, run, refetch]);

  if (execution.error && !data)
    return <Missing of="executions" fault={execution.error} onRetry={() => void refetch()} />;
  if (!data || workflow.isLoading) return <Skeleton />;
  return (
    <CanvasStores key={document ? 'known' : 'gone'} document={document} run={run}>
      <ExecutionLayout execution={data} isGone={!document} />
    </CanvasStores>
  );
}

function setTitle(name: string | undefined): void {
  if (name) globalThis.document.title = `${name} · Orchestrator`;
}
