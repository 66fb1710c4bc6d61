import type { WorkflowNode } from '@orchestrator/workflow';
import { useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useMemo } from 'react';
import { api, unwrap } from '../../api/client.ts';
import { useTexts } from '../../texts/texts.ts';
import { toast, toastFault } from '../../ui/toast.tsx';
import { nodesBefore, pinnedStart } from '../document/upstream.ts';
import { useDraftStore } from '../draft/draft-store.ts';
import { type EditorStore, useEditorStore } from '../editor-store.ts';
import { useLooksStore } from '../node-types/looks.ts';
import { followRun } from './follow-run.ts';
import { lastCallQuery } from './last-call.queries.ts';
import { hasPin, runDataBody, runDataKind, startingTrigger } from './run-data.ts';
import { runDataChoices } from './run-data-store.ts';
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

type RunRequest = { startNode?: string; toNode?: string; fromExecution?: string };

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
  const looks = useLooksStore();
  const queries = useQueryClient();
  const { run: texts } = useTexts();
  return useMemo(() => {
    const start = async (body: RunRequest, trigger?: WorkflowNode) => {
      try {
        if (!(await draft.getState().flush())) return toast({ text: texts.notSaved, tone: 'bad' });
        const { workflowId } = editor.getState();
        if (!workflowId) return;
        const data = trigger ? await beginningOf(trigger) : {};
        const { executionId } = (await unwrap(
          api.POST('/api/v1/workflows/{id}/run', {
            params: { path: { id: workflowId } },
            body: { ...body, ...data, pins: true, version: 'draft' } as never,
          }),
        )) as { executionId: string };
        follow(editor, run, executionId, draft.getState().version);
        void queries.invalidateQueries({ queryKey: ['executions'] });
      } catch (fault) {
        toastFault(fault);
      }
    };
    /** What a trigger starts with, as it was chosen for it. */
    const beginningOf = (trigger: WorkflowNode) => {
      const { document, workflowId } = editor.getState();
      const choice = runDataChoices(workflowId).data[trigger.id];
      return runDataBody(runDataKind(choice, hasPin(document, trigger.id)), {
        ...choice,
        example: looks.getState().looks[trigger.id]?.example,
        lastCall: async () => {
          const call = await queries.fetchQuery(lastCallQuery(workflowId, trigger.id));
          if (!call) throw new Error(texts.noLastCall(trigger.name));
          return call.executionId;
        },
      });
    };
    const triggers = () =>
      editor
        .getState()
        .document.nodes.filter((node) => !node.disabled && looks.getState().looks[node.id]?.trigger !== undefined);
    const chosen = () => runDataChoices(editor.getState().workflowId).trigger;
    const earlier = () => {
      const { shown } = run.getState();
      return shown && isOver(shown) ? { fromExecution: shown.executionId } : {};
    };
    return {
      runAll: (startNode) => {
        const all = triggers();
        const trigger = startNode
          ? all.find(({ name }) => name === startNode)
          : startingTrigger(all, undefined, chosen());
        return start(trigger || startNode ? { startNode: trigger?.name ?? startNode } : {}, trigger);
      },
      runTo: (toNode) => {
        const before = earlier();
        const isSpent = before.fromExecution === run.getState().spent;
        if (before.fromExecution && !isSpent) return start({ toNode, ...before });
        const { document } = editor.getState();
        const end = document.nodes.find(({ name }) => name === toNode);
        const led = new Set(end ? [end, ...nodesBefore(document, end.id)].map(({ id }) => id) : []);
        const leading = triggers().filter(({ id }) => led.has(id));
        // Where nothing was chosen, data that is pinned on the way is something to work with.
        const pinned = leading.some(({ id }) => id === chosen()) ? undefined : pinnedStart(document, toNode);
        const trigger =
          leading.find(({ name }) => name === pinned) ??
          (pinned ? undefined : startingTrigger(leading, undefined, chosen()));
        const startNode = trigger?.name ?? pinned;
        return start({ toNode, ...(startNode ? { startNode } : {}) }, trigger);
      },
      runFrom: (startNode) => start({ startNode, ...earlier() }),
      follow: (executionId) => follow(editor, run, executionId, draft.getState().version),
      stop: async () => {
        const { shown } = run.getState();
        if (!shown) return;
        run.getState().stop(shown.executionId);
        try {
          await unwrap(api.POST('/api/v1/executions/{id}/cancel', { params: { path: { id: shown.executionId } } }));
        } catch (fault) {
          run.getState().stop(undefined);
          toastFault(fault);
        }
      },
    };
  }, [editor, draft, run, looks, queries, texts]);
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
