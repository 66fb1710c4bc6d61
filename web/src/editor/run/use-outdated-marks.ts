import { outdatedNodes, type WorkflowDocument } from '@orchestrator/workflow';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { withSharedParts } from '../document/share.ts';
import { useDraft } from '../draft/draft-store.ts';
import { documentOf, workflowQuery } from '../draft/workflow.queries.ts';
import { useEditor, useEditorStore } from '../editor-store.ts';
import { newNames } from './renamed-run.ts';
import { useRun, useRunStore } from './run-store.ts';

/** Typing changes the document with every key; what that makes of the run is looked at this often. */
const LOOK_MS = 150;

/**
 * Marks the nodes whose output in the shown run is from before a change, and gives what ran to nodes that were renamed since:
 * by the version that ran, and what is there now.
 */
export function useOutdatedMarks(): void {
  const editor = useEditorStore();
  const run = useRunStore();
  const then = useRanDocument();
  useEffect(() => {
    if (!then) {
      run.getState().markOutdated(new Set());
      run.getState().rename(new Map());
      return undefined;
    }
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      timer = undefined;
      const { document } = editor.getState();
      run.getState().rename(newNames(then, document));
      run.getState().markOutdated(outdatedNames(then, document));
    };
    look();
    const stop = editor.subscribe((state, before) => {
      if (state.document !== before.document) timer ??= setTimeout(look, LOOK_MS);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [editor, run, then]);
}

function outdatedNames(then: WorkflowDocument, now: WorkflowDocument): Set<string> {
  const ids = outdatedNodes(then, now);
  return new Set(now.nodes.filter(({ id }) => ids.has(id)).map(({ name }) => name));
}

/** The document that the shown run is of; nothing where none is shown, or until it is there. */
function useRanDocument(): WorkflowDocument | undefined {
  const editor = useEditorStore();
  const workflowId = useEditor((state) => state.workflowId) ?? '';
  const version = useRun(({ shown }) => shown?.version);
  const ran = useRun((state) => state.ran);
  const saved = useDraft((state) => (state.version === version ? state.savedDocument : undefined));
  const known = version !== undefined && ran?.version === version ? ran.document : saved;
  const query = useQuery({
    ...workflowQuery(workflowId, version),
    enabled: version !== undefined && !known && workflowId !== '',
    staleTime: Number.POSITIVE_INFINITY,
  });
  const fetched = useMemo(
    () => query.data && withSharedParts(editor.getState().document, documentOf(query.data)),
    [query.data, editor],
  );
  return version === undefined ? undefined : (known ?? fetched);
}
