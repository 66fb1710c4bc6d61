import type { WorkflowNode } from '@orchestrator/workflow';
import { useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useMemo } from 'react';
import { api, unwrap } from '../../api/client.ts';
import { ApiProblem } from '../../api/problem.ts';
import { useTexts } from '../../texts/texts.ts';
import { toast, toastFault } from '../../ui/toast.tsx';
import { nodesBefore, pinnedStart } from '../document/upstream.ts';
import { type DraftStore, useDraftStore } from '../draft/draft-store.ts';
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
  /**
   * A node, on the data of the run that is shown; what lacks data or has changed since runs before it. A trigger gives its
   * data, and nothing behind it runs.
   */
  runTo(node: string): Promise<void>;
  /** From a node on, with the data of the run that is shown. */
  runFrom(node: string): Promise<void>;
  /** Follows a run that began elsewhere: a test call of a webhook. */
  follow(executionId: string): void;
  stop(): Promise<void>;
}

type RunRequest = { startNode?: string; toNode?: string; fromExecution?: string };

/** What the server says when it can't build on an earlier run any more. */
const GONE = ['execution.not_found', 'execution.no_version', 'run.other_workflow'];

/** The stream of one editor; a new run takes the place of the one before. */
const following = new WeakMap<RunStore, AbortController>();

function follow(editor: EditorStore, draft: DraftStore, run: RunStore, executionId: string): void {
  const { version, savedDocument } = draft.getState();
  run.getState().remember({ version, document: savedDocument });
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
        const executionId = await ask(workflowId, { ...body, ...data });
        follow(editor, draft, run, executionId);
        void queries.invalidateQueries({ queryKey: ['executions'] });
      } catch (fault) {
        toastFault(fault);
      }
    };
    /** Asks for a run of the draft. An earlier run that is gone by now is done without. */
    const ask = async (workflowId: string, body: RunRequest): Promise<string> => {
      try {
        const answer = await unwrap(
          api.POST('/api/v1/workflows/{id}/run', {
            params: { path: { id: workflowId } },
            body: { ...body, pins: true, version: 'draft' } as never,
          }),
        );
        return (answer as { executionId: string }).executionId;
      } catch (fault) {
        const isGone = fault instanceof ApiProblem && GONE.includes(fault.code ?? '');
        if (!isGone || !body.toNode || !body.fromExecution) throw fault;
        run.getState().spend();
        const { startNode, trigger } = beginningTo(body.toNode);
        return ask(workflowId, { toNode: body.toNode, startNode, ...(trigger ? await beginningOf(trigger) : {}) });
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
    /** The way to a node, and the trigger that a run along it starts at. */
    const beginningTo = (toNode: string) => {
      const { document } = editor.getState();
      const end = document.nodes.find(({ name }) => name === toNode);
      const way = end ? [end, ...nodesBefore(document, end.id)] : [];
      const leading = triggers().filter(({ id }) => way.some((node) => node.id === id));
      // Where nothing was chosen, data that is pinned on the way is something to work with.
      const pinned = leading.some(({ id }) => id === chosen()) ? undefined : pinnedStart(document, toNode);
      const trigger =
        leading.find(({ name }) => name === pinned) ??
        (pinned ? undefined : startingTrigger(leading, undefined, chosen()));
      return { way, trigger, startNode: trigger?.name };
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
        const { shown, spent } = run.getState();
        const { way, trigger, startNode } = beginningTo(toNode);
        // A trigger gives what is chosen for it now, whatever it gave before.
        const itself = triggers().find(({ name }) => name === toNode);
        if (itself) return start({ toNode, startNode: toNode }, itself);
        // A run from a trigger that does not lead there has nothing for the node.
        const isOnWay = way.some(({ name }) => shown?.nodes[name] !== undefined);
        if (before.fromExecution && before.fromExecution !== spent && isOnWay) return start({ toNode, ...before });
        return start({ toNode, startNode }, trigger);
      },
      runFrom: (startNode) => start({ startNode, ...earlier() }),
      follow: (executionId) => follow(editor, draft, run, executionId),
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
