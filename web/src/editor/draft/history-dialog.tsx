import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useMemo, useState } from 'react';
import { api, unwrap } from '../../api/client.ts';
import { useTexts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { toast, toastFault } from '../../ui/toast.tsx';
import { Checkbox } from '../../ui/toggle.tsx';
import { CanvasStores } from '../canvas/canvas-stores.tsx';
import { WorkflowCanvas } from '../canvas/workflow-canvas.tsx';
import { diff, isSame, union } from '../document/diff.ts';
import { useEditor, useEditorStore } from '../editor-store.ts';
import { DiffList } from './diff-list.tsx';
import { useDraft } from './draft-store.ts';
import { VersionRow } from './version-row.tsx';
import { documentOf, workflowQuery } from './workflow.queries.ts';

/** The saved versions: what each had that is different now, on the canvas and in words, and the way back to it. */
export function HistoryDialog({ open, onClose }: { open: boolean; onClose(): void }) {
  const { canvas } = useTexts();
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => !next && onClose()}
      title={canvas.history}
      description={canvas.historyText}
      size="full"
    >
      {open && <History onClose={onClose} />}
    </Dialog>
  );
}

function History({ onClose }: { onClose(): void }) {
  const { canvas, words } = useTexts();
  const editor = useEditorStore();
  const id = useEditor(({ workflowId }) => workflowId) ?? '';
  const document = useEditor((state) => state.document);
  const readOnly = useEditor((state) => state.readOnly);
  const current = useDraft((state) => state.version);
  const [chosen, setChosen] = useState<number>();
  const [named, setNamed] = useState(false);
  const filter = useId();
  const queries = useQueryClient();
  const versions = useInfiniteQuery({
    queryKey: ['workflows', id, 'versions', current, named],
    queryFn: ({ pageParam }) =>
      unwrap(
        api.GET('/api/v1/workflows/{id}/versions', {
          params: { path: { id }, query: { limit: 50, named, ...(pageParam ? { cursor: pageParam } : {}) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    enabled: id !== '',
  });
  const looked = useQuery({ ...workflowQuery(id, chosen ?? 1), enabled: chosen !== undefined && id !== '' });
  const shown = useMemo(() => {
    if (!looked.data) return undefined;
    const before = documentOf(looked.data);
    return { before, difference: diff(before, document), ...union(before, document) };
  }, [looked.data, document]);
  const rows = versions.data?.pages.flatMap((page) => page.items) ?? [];
  const chosenName = canvas.version(chosen ?? 0, rows.find(({ version }) => version === chosen)?.liveNumber);
  const name = useMutation({
    mutationFn: ({ version, label }: { version: number; label: string | null }) =>
      unwrap(
        api.PATCH('/api/v1/workflows/{id}/versions/{version}', { params: { path: { id, version } }, body: { label } }),
      ),
    onError: toastFault,
    onSettled: () => queries.invalidateQueries({ queryKey: ['workflows', id, 'versions'] }),
  });
  return (
    <div className="flex h-full min-h-0 gap-4 max-phone:flex-col">
      <div className="flex w-72 shrink-0 flex-col gap-2 max-phone:max-h-56 max-phone:w-full">
        <div className="flex items-center gap-2 px-3">
          <Checkbox id={filter} checked={named} onChange={setNamed} />
          <label htmlFor={filter}>{canvas.namedOnly}</label>
        </div>
        <ul aria-label={canvas.history} className="min-h-0 flex-1 overflow-y-auto">
          {versions.isPending && <Skeleton rows={6} />}
          {rows.map((row) => (
            <VersionRow
              key={row.version}
              version={row}
              chosen={row.version === chosen}
              current={row.version === current}
              onChoose={() => setChosen(row.version)}
              onName={readOnly ? undefined : (label) => name.mutate({ version: row.version, label })}
            />
          ))}
          {versions.isSuccess && rows.length === 0 && <li className="px-3 py-2 text-muted">{canvas.noneNamed}</li>}
          {versions.hasNextPage && (
            <li className="p-2">
              <Button busy={versions.isFetchingNextPage} onClick={() => void versions.fetchNextPage()}>
                {words.loadMore}
              </Button>
            </li>
          )}
        </ul>
      </div>
      {shown ? (
        <div className="flex min-w-0 flex-1 flex-col gap-3">
          <div className="min-h-48 flex-1 overflow-hidden rounded-card border border-line">
            <CanvasStores key={`${chosen} ${current}`} document={shown.document}>
              <WorkflowCanvas marks={shown.marks} />
            </CanvasStores>
          </div>
          <div className="max-h-[30%] overflow-y-auto">
            {isSame(shown.difference) ? (
              <p className="text-muted">{canvas.sameAsNow}</p>
            ) : (
              <DiffList diff={shown.difference} />
            )}
          </div>
          {!readOnly && chosen !== undefined && (
            <div className="flex justify-end pb-3">
              <Button
                look="primary"
                disabled={isSame(shown.difference)}
                onClick={() => {
                  editor.getState().replace(shown.before);
                  toast({
                    text: canvas.restored(chosenName),
                    action: { label: words.undo, run: () => editor.getState().undo() },
                  });
                  onClose();
                }}
              >
                {canvas.restore(chosenName)}
              </Button>
            </div>
          )}
        </div>
      ) : (
        <p className="flex-1 self-center text-center text-muted">{canvas.chooseVersion}</p>
      )}
    </div>
  );
}
