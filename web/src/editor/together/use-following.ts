import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useSession } from '../../api/session.ts';
import { useTexts } from '../../texts/texts.ts';
import { toast } from '../../ui/toast.tsx';
import { useDraftStore } from '../draft/draft-store.ts';
import { useEditor, useEditorStore } from '../editor-store.ts';
import { refusedCall } from '../panel/triggers/listening-store.ts';
import { followWorkflow, type WorkflowEvent } from './follow-workflow.ts';
import { createQuiet } from './notices.ts';
import { useTogether } from './together-store.ts';

/** Keeps the open editor true to what others do to its workflow, and says so in passing. */
export function useFollowing(): void {
  const editor = useEditorStore();
  const draft = useDraftStore();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { together: texts } = useTexts();
  const id = useEditor(({ workflowId }) => workflowId);

  useEffect(() => {
    if (!id) return;
    const over = new AbortController();
    const worth = createQuiet();
    const me = () => useSession.getState().signed?.user.id;
    const invalidate = (...queryKey: string[]) => void queries.invalidateQueries({ queryKey });

    const catchUp = async (version: number, said: () => string, whose: string) => {
      const became = await draft.getState().catchUp(version);
      if (over.signal.aborted || became === 'known' || became === 'failed' || became === 'asked') return;
      invalidate('workflows', id, 'versions');
      if (worth('saved', whose)) toast({ text: said() });
    };
    const tell = (event: WorkflowEvent) => {
      const by = 'by' in event ? event.by : null;
      const isMe = by !== null && by.id === me();
      const name = by?.name ?? texts.somebody;
      switch (event.type) {
        case 'state': {
          const { version, activeVersion, liveNumber, folderId } = event;
          draft.setState({ activeVersion, liveNumber, folderId });
          void catchUp(version, () => texts.changedMeanwhile, '');
          // What was said while nobody listened is looked up.
          return invalidate('comments', id);
        }
        case 'saved':
          draft.setState({ activeVersion: event.activeVersion, liveNumber: event.liveNumber });
          return void catchUp(event.version, () => (isMe ? texts.savedElsewhere : texts.saved(name)), by?.id ?? '');
        case 'activated':
          draft.setState({ activeVersion: event.version, liveNumber: event.liveNumber });
          invalidate('workflows', id, 'versions');
          if (!isMe) toast({ text: texts.activated(name, event.liveNumber) });
          return;
        case 'deactivated':
          draft.setState({ activeVersion: null, liveNumber: null });
          invalidate('workflows', id, 'versions');
          if (!isMe) toast({ text: texts.deactivated(name) });
          return;
        case 'moved':
          return draft.setState({ folderId: event.folderId });
        case 'versions':
          return invalidate('workflows', id, 'versions');
        case 'comments':
          return invalidate('comments', id);
        case 'call-refused':
          return refusedCall(id, event);
        case 'deleted':
          editor.setState({ readOnly: true });
          return useTogether.setState({ people: [], isElsewhere: false, deleted: { by: isMe ? undefined : by?.name } });
        case 'present':
          return useTogether.setState({
            people: event.people.filter((person) => person.id !== me()),
            isElsewhere: event.people.some(({ id: who, tabs }) => who === me() && tabs > 1),
          });
        case 'run-started': {
          if (isMe || !worth('run', by?.id ?? '')) return;
          const { executionId } = event;
          const show = () =>
            void navigate({
              to: '/workflows/$workflowId/executions',
              params: { workflowId: id },
              search: { execution: executionId },
            });
          return toast({ text: texts.runs(name), action: { label: texts.showRun, run: show } });
        }
      }
    };
    void followWorkflow(id, tell, over.signal);
    return () => {
      over.abort();
      useTogether.setState({ people: [], isElsewhere: false, deleted: undefined });
    };
  }, [id, editor, draft, queries, navigate, texts]);
}
