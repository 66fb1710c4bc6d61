import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTexts } from '../texts/texts.ts';
import { CanvasActions } from './canvas/canvas-actions.tsx';
import { CanvasUiProvider, createCanvasUi } from './canvas/canvas-ui.ts';
import { EmptyCanvas } from './canvas/empty-canvas.tsx';
import { ImportReportDialog } from './canvas/import/import-report.tsx';
import { Minimap } from './canvas/minimap/minimap.tsx';
import { isMapWanted } from './canvas/minimap/minimap-choice.ts';
import { OpenSelected } from './canvas/open-selected.tsx';
import { WorkflowCanvas } from './canvas/workflow-canvas.tsx';
import { ZoomControls } from './canvas/zoom-controls.tsx';
import { useCommentsUi } from './comments/comments-ui.ts';
import { RevealNode } from './comments/reveal-node.tsx';
import { useDraftStore } from './draft/draft-store.ts';
import { MergeDialog } from './draft/merge-dialog.tsx';
import { useEditor, useEditorStore } from './editor-store.ts';
import { NodeSheet } from './panel/node-sheet.tsx';
import { useTestCall } from './panel/triggers/use-test-call.ts';
import { FollowProblems } from './problems/follow-problems.ts';
import { ResizeHandle, useKeptSize } from './resize-handle.tsx';
import { RunActionsProvider, useRunActions } from './run/run-actions.ts';
import { RunBar } from './run/run-bar.tsx';
import { RunDrawer } from './run/run-drawer.tsx';
import { useLastRun } from './run/use-last-run.ts';
import { useOutdatedMarks } from './run/use-outdated-marks.ts';
import { useThisData } from './run/use-this-data.ts';
import { WaitingRun } from './run/waiting-run.tsx';
import { DeletedBanner } from './together/deleted-banner.tsx';
import { useFollowing } from './together/use-following.ts';
import { TopBar } from './top-bar/top-bar.tsx';

const NodePanel = lazy(() => import('./panel/node-panel.tsx'));
const CommentsPanel = lazy(() => import('./comments/comments-panel.tsx'));

const PANEL = { key: 'editor.panel-width', initial: 376, least: 300, most: 720 };
const DRAWER = { key: 'editor.drawer-height', initial: 196, least: 96, most: 640 };

/** Height of the drawer as long as there is nothing in it: a bar that says what will be. */
const FOLDED = 36;

/** The editor's parts and their places (design/editor-light.png). On phones the canvas has it all, and a node opens over it. */
export function EditorLayout() {
  const { canvas, together } = useTexts();
  const panel = useKeptSize(PANEL);
  const drawer = useKeptSize(DRAWER);
  const hasSelection = useEditor(({ selection }) => selection.size > 0);
  const workflowId = useEditor((state) => state.workflowId);
  const readOnly = useEditor((state) => state.readOnly);
  const useData = useThisData();
  const talking = useCommentsUi(({ open }) => open) && workflowId !== undefined;
  const actions = useRunActions();
  useTestCall(workflowId, actions);
  useAddress();
  useTitle();
  useFollowing();
  const hasRun = useLastRun();
  useOutdatedMarks();
  const editor = useEditorStore();
  const [ui] = useState(() => createCanvasUi(isMapWanted(editor.getState().document.nodes.length)));
  return (
    <RunActionsProvider value={actions}>
      <CanvasUiProvider value={ui}>
        <div className="flex h-full flex-col">
          <FollowProblems />
          <TopBar />
          <MergeDialog />
          <DeletedBanner />
          <div className="flex min-h-0 flex-1">
            <section aria-label={canvas.label} className="@container relative min-w-0 flex-1 select-none">
              <WorkflowCanvas>
                <EmptyCanvas />
                <ZoomControls />
                <Minimap />
                <CanvasActions />
                <OpenSelected />
                <div className="pointer-events-none absolute inset-x-0 bottom-3 flex justify-center *:pointer-events-auto">
                  <RunBar />
                </div>
                <ImportReportDialog />
                <RevealNode />
              </WorkflowCanvas>
            </section>
            {talking && (
              <aside
                aria-label={together.comments}
                style={{ width: panel.size }}
                className="relative shrink-0 border-s border-line bg-surface max-phone:fixed max-phone:inset-0 max-phone:z-30 max-phone:w-auto! max-phone:border-0"
              >
                <ResizeHandle side="start" label={canvas.resizePanel} {...panel} />
                <Suspense>
                  <CommentsPanel workflowId={workflowId} />
                </Suspense>
              </aside>
            )}
            {hasSelection && !talking && (
              <aside
                aria-label={canvas.panel}
                style={{ width: panel.size }}
                className="relative shrink-0 overflow-y-auto border-s border-line bg-surface max-phone:hidden"
              >
                <ResizeHandle side="start" label={canvas.resizePanel} {...panel} />
                <Suspense>
                  <NodePanel />
                </Suspense>
              </aside>
            )}
          </div>
          <WaitingRun />
          <section
            aria-label={canvas.drawer}
            style={{ height: hasRun ? drawer.size : FOLDED }}
            className="relative shrink-0 border-t border-line bg-surface max-phone:hidden"
          >
            {hasRun && <ResizeHandle side="top" label={canvas.resizeDrawer} {...drawer} />}
            <RunDrawer onUse={readOnly ? undefined : useData} />
          </section>
          <NodeSheet />
        </div>
      </CanvasUiProvider>
    </RunActionsProvider>
  );
}

/** Keeps the open node and the workflow's id in the address, and follows the address back. */
function useAddress(): void {
  const editor = useEditorStore();
  const navigate = useNavigate();
  const id = useEditor(({ workflowId }) => workflowId);
  const open = useEditor((state) => state.open);
  useEffect(() => {
    if (!id) return;
    const { node } = Object.fromEntries(new URLSearchParams(location.search));
    if (location.pathname.endsWith(`/${id}`) && node === open) return;
    void navigate({
      to: '/workflows/$workflowId',
      params: { workflowId: id },
      search: (before) => ({ ...before, folder: undefined, node: open }),
      replace: open === undefined || node !== undefined,
    });
  }, [id, open, navigate]);
  useEffect(() => {
    const follow = () => editor.getState().openNode(new URLSearchParams(location.search).get('node') ?? undefined);
    window.addEventListener('popstate', follow);
    return () => window.removeEventListener('popstate', follow);
  }, [editor]);
}

function useTitle(): void {
  const name = useEditor(({ document }) => document.name);
  const draft = useDraftStore();
  useEffect(() => {
    document.title = `${name} · Orchestrator`;
  }, [name]);
  // What is not saved yet is saved when the page is left for another one of the app.
  useEffect(
    () => () => {
      void draft.getState().flush();
    },
    [draft],
  );
}
