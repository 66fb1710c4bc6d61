import { type NodeProps, NodeResizer } from '@xyflow/react';
import { memo } from 'react';
import { useTexts } from '../../texts/texts.ts';
import { classNames } from '../../ui/class-names.ts';
import { Markdown } from '../../ui/markdown.tsx';
import { type Color, colorOf } from '../document/colors.ts';
import { GRID, onGrid } from '../document/nodes.ts';
import { LEAST_NOTE, patchNote } from '../document/notes.ts';
import { useEditor, useEditorStore } from '../editor-store.ts';
import { useCanvasUi, useCanvasUiStore } from './canvas-ui.ts';
import type { NoteNode } from './flow-model.ts';
import { useMark } from './marks.ts';

const GROUNDS: Record<Color, string> = {
  amber: 'bg-warn-soft border-warn/40',
  blue: 'bg-run-soft border-run/40',
  violet: 'bg-flow-soft border-flow/40',
  green: 'bg-ok-soft border-ok/40',
  red: 'bg-bad-soft border-bad/40',
  grey: 'bg-sunken border-line-strong',
};

/** A sticky note: Markdown, written where it stands. */
export const NoteCard = memo(function NoteCard({ id, data: { note }, selected }: NodeProps<NoteNode>) {
  const { canvas } = useTexts();
  const editor = useEditorStore();
  const ui = useCanvasUiStore();
  const readOnly = useEditor((state) => state.readOnly);
  const editing = useCanvasUi((state) => state.editing === id);
  const mark = useMark(id);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: F2 does the same by keyboard
    <div
      id={`node-${id}`}
      onDoubleClick={() => !readOnly && ui.setState({ editing: id })}
      className={classNames(
        'h-full w-full overflow-hidden rounded-card border p-3 text-text',
        GROUNDS[colorOf(note.color, 'amber')],
        selected && 'outline-2 outline-offset-2 outline-accent',
        mark === 'removed' && 'border-dashed opacity-70',
      )}
    >
      {!readOnly && (
        <NodeResizer
          isVisible={selected}
          minWidth={LEAST_NOTE[0]}
          minHeight={LEAST_NOTE[1]}
          color="var(--accent)"
          onResizeEnd={(_, { x, y, width, height }) =>
            editor.getState().change((document) =>
              patchNote(document, id, {
                position: [onGrid(x), onGrid(y)],
                size: [Math.max(GRID, onGrid(width)), Math.max(GRID, onGrid(height))],
              }),
            )
          }
        />
      )}
      {editing ? (
        <textarea
          // biome-ignore lint/a11y/noAutofocus: writing is what was asked for
          autoFocus
          aria-label={canvas.noteLabel}
          defaultValue={note.text}
          onBlur={(event) => {
            const text = event.target.value;
            editor.getState().change((document) => patchNote(document, id, { text }));
            ui.setState({ editing: undefined });
          }}
          onKeyDown={(event) => {
            event.stopPropagation();
            if (event.key === 'Escape') event.currentTarget.blur();
          }}
          className="nodrag nopan nowheel h-full w-full resize-none bg-transparent outline-none"
        />
      ) : note.text ? (
        <Markdown text={note.text} />
      ) : (
        <p className="text-muted">{readOnly ? '' : canvas.noteHint}</p>
      )}
    </div>
  );
});
