import type { WorkflowNode } from '@orchestrator/workflow';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTexts } from '../../../texts/texts.ts';
import { classNames } from '../../../ui/class-names.ts';
import { useEditor, useEditorStore } from '../../editor-store.ts';
import { ResizeHandle, useKeptSize } from '../../resize-handle.tsx';
import { useMaybeRunActions } from '../../run/run-actions.ts';
import { isOver } from '../../run/run-events.ts';
import { useRun } from '../../run/run-store.ts';
import { InSheet, showLine } from '../code-place.ts';
import { NodeViews, useNodeTab } from '../node-views.tsx';
import { InputPane } from './input-pane.tsx';
import { useNeighbours } from './neighbours.ts';
import { OutputPane } from './output-pane.tsx';
import { SheetHeader } from './sheet-header.tsx';

const INPUT = { key: 'editor.sheet-input', initial: 460, least: 260, most: 900 };
const OUTPUT = { key: 'editor.sheet-output', initial: 460, least: 260, most: 900 };
const PANES = ['input', 'parameters', 'output'] as const;
type Pane = (typeof PANES)[number];
const LAYERS = '[role="dialog"], [role="alertdialog"], [role="menu"]';

/** The open node in three panes; tablets show its parameters with one side, phones one pane at a time. */
export function Sheet({ node }: { node: WorkflowNode }) {
  const { panel } = useTexts();
  const editor = useEditorStore();
  const readOnly = useEditor((state) => state.readOnly);
  const actions = useMaybeRunActions();
  const [pane, setPane] = useState<Pane>('parameters');
  const [, setTab] = useNodeTab();
  const { previous, next } = useNeighbours(node.id);
  const input = useKeptSize(INPUT);
  const output = useKeptSize(OUTPUT);
  const panes = useRef<HTMLFieldSetElement>(null);
  const running = useRun(({ shown }) => shown !== undefined && !isOver(shown));
  const run = () => !readOnly && !running && void actions?.runTo(node.name);
  const go = (id: string) => {
    editor.getState().select([id]);
    editor.getState().openNode(id);
  };
  useEffect(() => {
    const keys = (event: KeyboardEvent) => {
      // What lies on top of the sheet, a dialog of its own, has its own keys.
      const layer = event.target instanceof Element ? event.target.closest(LAYERS) : null;
      if (layer && !layer.contains(panes.current)) return;
      if (event.altKey && event.key === 'ArrowLeft') previous && go(previous);
      else if (event.altKey && event.key === 'ArrowRight') next && go(next);
      else if ((event.ctrlKey || event.metaKey) && !event.shiftKey && event.key === 'Enter') run();
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('keydown', keys, true);
    return () => window.removeEventListener('keydown', keys, true);
  });
  const side: Pane = pane === 'output' ? 'output' : 'input';
  const names = { input: panel.input, parameters: panel.tabs.parameters, output: panel.output };
  const column = (of: Pane, width: number, handle: ReactNode, content: ReactNode) => (
    <div
      style={{ '--pane': `${width}px` } as React.CSSProperties}
      className={classNames(
        'relative min-h-0 min-w-0 flex-1 lg:w-(--pane) lg:max-w-[38%] lg:flex-none',
        pane !== of && 'max-phone:hidden',
        side !== of && 'max-lg:hidden',
      )}
    >
      {handle}
      {content}
    </div>
  );
  return (
    <>
      <SheetHeader node={node} previous={previous} next={next} go={go} run={run} />
      <fieldset ref={panes} aria-label={panel.panes} className="flex shrink-0 border-b border-line lg:hidden">
        {PANES.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={pane === each}
            onClick={() => setPane(each)}
            className={classNames(
              'h-10 flex-1 border-b-2',
              pane === each ? 'border-accent font-medium' : 'border-transparent text-muted',
            )}
          >
            {names[each]}
          </button>
        ))}
      </fieldset>
      <div className="flex min-h-0 flex-1">
        {column(
          'input',
          input.size,
          <div className="max-lg:hidden">
            <ResizeHandle side="end" label={panel.resizeInput} {...input} />
          </div>,
          <InputPane key={node.id} node={node} />,
        )}
        <section
          aria-label={panel.tabs.parameters}
          className={classNames(
            'min-h-0 min-w-0 flex-1 overflow-y-auto border-line p-4 phone:border-x',
            pane !== 'parameters' && 'max-phone:hidden',
          )}
        >
          <InSheet value={true}>
            <NodeViews node={node} />
          </InSheet>
        </section>
        {column(
          'output',
          output.size,
          <div className="max-lg:hidden">
            <ResizeHandle side="start" label={panel.resizeOutput} {...output} />
          </div>,
          <OutputPane
            key={node.id}
            node={node}
            onShowLine={(line) => {
              setTab('parameters');
              setPane('parameters');
              showLine(node.id, line);
            }}
            onEditRetry={() => {
              setTab('retry');
              setPane('parameters');
            }}
          />,
        )}
      </div>
    </>
  );
}
