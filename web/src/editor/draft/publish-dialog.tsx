import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api, unwrap } from '../../api/client.ts';
import { told } from '../../texts/messages.ts';
import { useTexts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { toast, toastFault } from '../../ui/toast.tsx';
import { MissingNodes } from '../canvas/import/missing-nodes.tsx';
import { diff, isSame } from '../document/diff.ts';
import { useEditor, useEditorStore } from '../editor-store.ts';
import { missingNodes } from '../problems/node-problems.ts';
import { Warnings } from '../problems/warnings.tsx';
import { DiffList } from './diff-list.tsx';
import { useDraft, useDraftStore } from './draft-store.ts';
import { documentOf, workflowQuery } from './workflow.queries.ts';

/** Makes the draft live: shows first what that changes, and what stands in the way. */
export function PublishDialog({ open, onClose }: { open: boolean; onClose(): void }) {
  const { canvas, words } = useTexts();
  const editor = useEditorStore();
  const draft = useDraftStore();
  const queries = useQueryClient();
  const id = useEditor(({ workflowId }) => workflowId) ?? '';
  const document = useEditor((state) => state.document);
  const activeVersion = useDraft((state) => state.activeVersion);
  const liveNumber = useDraft((state) => state.liveNumber);
  const live = useQuery({
    ...workflowQuery(id, activeVersion ?? 1),
    enabled: open && id !== '' && activeVersion !== null,
  });
  const checked = useQuery({
    queryKey: ['workflows', id, 'faults', document],
    queryFn: () => unwrap(api.POST('/api/v1/workflows/validate', { body: { document: document as never } })),
    enabled: open,
    gcTime: 0,
    queryKeyHashFn: () => `faults ${id}`,
    staleTime: 0,
  });
  const difference = useMemo(
    () => (live.data ? diff(documentOf(live.data), document) : undefined),
    [live.data, document],
  );
  const publish = useMutation({
    mutationFn: async () => {
      if (!(await draft.getState().flush())) throw new Error(canvas.saveFirst);
      const { version } = draft.getState();
      const { workflowId = id } = editor.getState();
      return unwrap(
        api.POST('/api/v1/workflows/{id}/activate', { params: { path: { id: workflowId } }, body: { version } }),
      );
    },
    onSuccess: (facts) => {
      draft.setState({ activeVersion: facts.activeVersion, liveNumber: facts.liveNumber });
      void queries.invalidateQueries({ queryKey: ['workflows'], refetchType: 'none' });
      toast({ text: canvas.published(facts.liveNumber ?? 0) });
      onClose();
    },
    onError: toastFault,
  });
  const faults = checked.data?.items.filter(({ severity }) => severity === 'error') ?? [];
  const jump = (name: string | undefined) => {
    const node = document.nodes.find((each) => each.name === name);
    if (!node) return;
    onClose();
    editor.getState().select([node.id]);
  };
  const stopped = missingNodes(document);
  const nothing = difference !== undefined && isSame(difference);
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => !next && onClose()}
      title={canvas.publishTitle}
      description={liveNumber === null ? canvas.publishFirst : canvas.publishText(liveNumber)}
      size="medium"
      actions={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button
            look="primary"
            busy={publish.isPending}
            disabled={faults.length > 0 || nothing || checked.isPending}
            onClick={() => publish.mutate()}
          >
            {canvas.publish}
          </Button>
        </>
      }
    >
      {faults.length > 0 && (
        <section aria-label={canvas.faults} className="mb-3 rounded-control border border-bad bg-bad-soft px-3 py-2">
          <h3 className="font-semibold text-bad">{canvas.faults}</h3>
          <ul className="mt-1 flex flex-col gap-1.5">
            {faults.map(({ node, field, message, rule }) => (
              <li key={`${node} ${field} ${rule} ${message}`}>
                {node && (
                  <button type="button" className="font-medium text-accent underline" onClick={() => jump(node)}>
                    {node}
                  </button>
                )}{' '}
                {told(message)} <span className="font-mono text-sm text-muted">{field}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {checked.data && (
        <div className="mb-3 empty:hidden">
          <Warnings of={checked.data.items} onSelect={jump} />
        </div>
      )}
      {stopped.length > 0 && (
        <div className="mb-3">
          <MissingNodes missing={stopped} onSelect={jump} />
        </div>
      )}
      {activeVersion !== null && live.isPending && <Skeleton rows={3} />}
      {nothing && <p className="text-muted">{canvas.nothingToPublish}</p>}
      {difference && !nothing && (
        <DiffList
          diff={difference}
          onSelect={(each) => jump(document.nodes.find(({ id: own }) => own === each)?.name)}
        />
      )}
    </Dialog>
  );
}
