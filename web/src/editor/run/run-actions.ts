import { useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useMemo } from 'react';
import { api, unwrap } from '../../api/client.ts';
import { useTexts } from '../../texts/texts.ts';
import { toast, toastFault } from '../../ui/toast.tsx';
import { pinnedStart } from '../document/upstream.ts';
import { useDraftStore } from '../draft/draft-store.ts';
import { type EditorStore, useEditorStore } from '../editor-store.ts';
import { followRun } from './follow-run.ts';
import { isOver } from './run-events.ts';
import { type RunStore, useRunStore } from './run-store.ts';

/** What a person can have run from the editor. Every run is of the draft as it stands, saved first. */
export interface RunActions {
  /** The whole workflow, from a trigger (by name; the manual one, or the first, when left out). */
  runAll(startNode?: string): Promise<void>;
  /** A node and what it needs; what ran before is taken from the run that is shown. */
  runTo(node: string): Promise<void>;
  /** From a node on, with the data of the run that is shown. */
  runFrom(node: string): Promise<void>;
  /** Follows a run that began elsewhere: a test call of a webhook. */
  follow(executionId: string): void;
  stop(): Promise<void>;
}

/** The stream of one editor; a new run takes the place of the one before. */
const following = new WeakMap<RunStore, AbortController>();

function follow(editor: EditorStore, run: RunStore, executionId: string, version: number): void {
  following.get(run)?.abort();
  const stream = new AbortController();
  following.set(run, stream);
  const names = new Map(editor.getState().document.nodes.map(({ id, name }) => [id, name]));
  void followRun(
    executionId,
    version,
    (id) => names.get(id) ?? id,
    (next) => run.getState().show(next),
    stream.signal,
  );
}

export function useRunActions(): RunActions {
  const editor = useEditorStore();
  const draft = useDraftStore();
  const run = useRunStore();
  const queries = useQueryClient();
  const { run: texts } = useTexts();
  return useMemo(() => {
    const start = async (body: { startNode?: string; toNode?: string; fromExecution?: string }) => {
      try {
        if (!(await draft.getState().flush())) return toast({ text: texts.notSaved, tone: 'bad' });
        const { workflowId } = editor.getState();
        if (!workflowId) return;
        const { executionId } = (await unwrap(
          api.POST('/api/v1/workflows/{id}/run', {
            params: { path: { id: workflowId } },
            body: { ...body, pins: true, version: 'draft' } as never,
          }),
        )) as { executionId: string };
        follow(editor, run, executionId, draft.getState().version);
        void queries.invalidateQueries({ queryKey: ['executions'] });
      } catch (fault) {
        toastFault(fault);
      }
    };
    const earlier = () => {
      const { shown } = run.getState();
      return shown && isOver(shown) ? { fromExecution: shown.executionId } : {};
    };
    return {
      runAll: (startNode) => start(startNode ? { startNode } : {}),
      runTo: (toNode) => {
        const before = earlier();
        const startNode = before.fromExecution ? undefined : pinnedStart(editor.getState().document, toNode);
        return start({ toNode, ...before, ...(startNode ? { startNode } : {}) });
      },
      runFrom: (startNode) => start({ startNode, ...earlier() }),
      follow: (executionId) => follow(editor, run, executionId, draft.getState().version),
      stop: async () => {
        const { shown } = run.getState();
        if (!shown) return;
        await unwrap(api.POST('/api/v1/executions/{id}/cancel', { params: { path: { id: shown.executionId } } })).catch(
          toastFault,
        );
      },
    };
  }, [editor, draft, run, queries, texts]);
}

/** Ends the stream when the editor is left. */
export function useEndOfFollowing(): void {
  const run = useRunStore();
  useEffect(() => () => following.get(run)?.abort(), [run]);
}

const Context = createContext<RunActions | undefined>(undefined);
export const RunActionsProvider = Context.Provider;
/** What can be run; nothing where runs are only looked at. */
export const useMaybeRunActions = (): RunActions | undefined => useContext(Context);
