import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { api, unwrap } from '../../api/client.ts';
import { useFormat } from '../../texts/format.ts';
import { useTexts } from '../../texts/texts.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { toast } from '../../ui/toast.tsx';
import { CanvasStores } from '../canvas/canvas-stores.tsx';
import { WorkflowCanvas } from '../canvas/workflow-canvas.tsx';
import { diff, isSame, union } from '../document/diff.ts';
import { useEditor, useEditorStore } from '../editor-store.ts';
import { DiffList } from './diff-list.tsx';
import { useDraft } from './draft-store.ts';
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
  const format = useFormat();
  const editor = useEditorStore();
  const id = useEditor(({ workflowId }) => workflowId) ?? '';
  const document = useEditor((state) => state.document);
  const readOnly = useEditor((state) => state.readOnly);
  const current = useDraft((state) => state.version);
  const [chosen, setChosen] = useState<number>();
  const members = useQuery({
    queryKey: ['members'],
    queryFn: () => unwrap(api.GET('/api/v1/tenants/current/members', { params: { query: { limit: 200 } } })),
    staleTime: 60_000,
  });
  const versions = useInfiniteQuery({
    queryKey: ['workflows', id, 'versions', current],
    queryFn: ({ pageParam }) =>
      unwrap(
        api.GET('/api/v1/workflows/{id}/versions', {
          params: { path: { id }, query: { limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } },
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
  const who = (userId: string | null) =>
    members.data?.items.find((member) => member.userId === userId)?.name ?? canvas.somebody;
  const rows = versions.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="flex h-full min-h-0 gap-4 max-phone:flex-col">
      <ul aria-label={canvas.history} className="w-64 shrink-0 overflow-y-auto max-phone:w-full max-phone:max-h-48">
        {versions.isPending && <Skeleton rows={6} />}
        {rows.map(({ version, createdAt, createdBy, live }) => (
          <li key={version}>
            <button
              type="button"
              aria-pressed={version === chosen}
              onClick={() => setChosen(version)}
              className={classNames(
                'w-full rounded-control px-3 py-2 text-start hover:bg-sunken',
                version === chosen && 'bg-accent-soft',
              )}
            >
              <span className="flex items-center gap-2 font-medium">
                {canvas.version(version)}
                {live && <Badge tone="ok">{canvas.liveShort}</Badge>}
                {version === current && <Badge>{canvas.current}</Badge>}
              </span>
              <span className="block text-sm text-muted">
                {who(createdBy)} · {format.moment(createdAt)}
              </span>
            </button>
          </li>
        ))}
        {versions.hasNextPage && (
          <li className="p-2">
            <Button busy={versions.isFetchingNextPage} onClick={() => void versions.fetchNextPage()}>
              {words.loadMore}
            </Button>
          </li>
        )}
      </ul>
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
                    text: canvas.restored(chosen),
                    action: { label: words.undo, run: () => editor.getState().undo() },
                  });
                  onClose();
                }}
              >
                {canvas.restore(chosen)}
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
