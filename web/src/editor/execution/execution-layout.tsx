import { useSession } from '../../api/session.ts';
import { useTexts } from '../../texts/texts.ts';
import { CanvasActions } from '../canvas/canvas-actions.tsx';
import { Minimap } from '../canvas/minimap/minimap.tsx';
import { OpenSelected } from '../canvas/open-selected.tsx';
import { WorkflowCanvas } from '../canvas/workflow-canvas.tsx';
import { ZoomControls } from '../canvas/zoom-controls.tsx';
import { NodeSheet } from '../panel/node-sheet.tsx';
import { ResizeHandle, useKeptSize } from '../resize-handle.tsx';
import { RunDrawer } from '../run/run-drawer.tsx';
import type { ExecutionDetail } from './execution.queries.ts';
import { ExecutionBar } from './execution-bar.tsx';
import { ExecutionNotice } from './execution-notice.tsx';
import { RelatedRuns } from './related-runs.tsx';
import { StepPlayer } from './step-player.tsx';
import { useInEditor } from './use-in-editor.ts';

const DRAWER = { key: 'execution.drawer-height', initial: 260, least: 120, most: 640 };

/** One execution: what became of it, its picture, its steps. */
export function ExecutionLayout({ execution, isGone }: { execution: ExecutionDetail; isGone: boolean }) {
  const { canvas, executions } = useTexts();
  const drawer = useKeptSize(DRAWER);
  const canEdit = useSession(({ signed }) => signed?.tenant.role !== 'viewer');
  const useData = useInEditor(execution);
  return (
    <div className="flex h-full flex-col">
      <ExecutionBar execution={execution} isGone={isGone} />
      <RelatedRuns execution={execution} />
      <ExecutionNotice execution={execution} />
      <section aria-label={canvas.label} className="relative min-h-0 min-w-0 flex-1 select-none">
        {isGone ? (
          <p className="p-6 text-muted">{executions.versionGone}</p>
        ) : (
          <WorkflowCanvas>
            <ZoomControls low />
            <Minimap />
            <CanvasActions />
            <OpenSelected />
            <div className="pointer-events-none absolute inset-x-3.5 bottom-3 flex justify-center *:pointer-events-auto max-phone:justify-end">
              <StepPlayer />
            </div>
          </WorkflowCanvas>
        )}
      </section>
      <section
        aria-label={canvas.drawer}
        style={{ height: drawer.size }}
        className="relative shrink-0 border-t border-line bg-surface"
      >
        <ResizeHandle side="top" label={canvas.resizeDrawer} {...drawer} />
        <RunDrawer
          called={execution.children}
          onUse={canEdit && !isGone ? useData : undefined}
          noticed={execution.status === 'error' ? execution.error?.message : undefined}
        />
      </section>
      <NodeSheet />
    </div>
  );
}
