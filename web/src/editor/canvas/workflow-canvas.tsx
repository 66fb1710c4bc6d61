import { ReactFlowProvider } from '@xyflow/react';
import { type ReactNode, useState } from 'react';
import { useEditorStore } from '../editor-store.ts';
import { CanvasShell } from './canvas-shell.tsx';
import { CanvasUiProvider, createCanvasUi, useMaybeCanvasUiStore } from './canvas-ui.ts';
import { FlowView } from './flow-view.tsx';
import { type Marks, MarksProvider } from './marks.ts';
import { isMapWanted } from './minimap/minimap-choice.ts';
import './canvas.css';

interface Props {
  /** Marks of a difference between two versions. */
  marks?: Marks;
  /** Lies over the canvas: bars, controls. They can ask React Flow for the view. */
  children?: ReactNode;
}

const NO_MARKS: Marks = {};

/**
 * A workflow as a picture, from the editor store around it; it can be changed unless the store says that it is only read.
 * The run store around it gives states and counts. Needs `EditorProvider`, `RunProvider` and `LooksProvider` above it
 * (`CanvasStores` makes all three for a document that is only looked at). What is open over it is in the `CanvasUiProvider`
 * above it, where there is one: then what lies beside the canvas can open it, too.
 */
export function WorkflowCanvas({ marks = NO_MARKS, children }: Props) {
  const editor = useEditorStore();
  const around = useMaybeCanvasUiStore();
  const [ui] = useState(() => around ?? createCanvasUi(isMapWanted(editor.getState().document.nodes.length)));
  return (
    <ReactFlowProvider>
      <MarksProvider value={marks}>
        <CanvasUiProvider value={ui}>
          <CanvasShell>
            <FlowView />
            {children}
          </CanvasShell>
        </CanvasUiProvider>
      </MarksProvider>
    </ReactFlowProvider>
  );
}
