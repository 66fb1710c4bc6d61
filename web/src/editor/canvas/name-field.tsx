import { useState } from 'react';
import { useTexts } from '../../texts/texts.ts';
import { nameFault, renameNode } from '../document/names.ts';
import { useEditor, useEditorStore } from '../editor-store.ts';
import { isCodeOf } from '../node-types/is-code.ts';
import { useNodeTypes } from '../node-types/node-types.queries.ts';
import { useCanvasUiStore } from './canvas-ui.ts';
import { focusCanvas } from './focus-canvas.ts';

/** A node's name while it is changed: Enter takes it, Esc leaves it as it was. */
export function NameField({ id, name }: { id: string; name: string }) {
  const { canvas } = useTexts();
  const editor = useEditorStore();
  const types = useNodeTypes();
  const ui = useCanvasUiStore();
  const [typed, setTyped] = useState(name);
  const fault = useEditor(({ document }) => nameFault(document, id, typed));
  const close = () => ui.setState({ editing: undefined });
  const save = () => {
    if (!fault) editor.getState().change((document) => renameNode(document, id, typed, isCodeOf(types)));
    close();
  };
  return (
    <span className="nodrag nopan relative block">
      <input
        // biome-ignore lint/a11y/noAutofocus: the name is what was asked for
        autoFocus
        aria-label={canvas.rename}
        aria-invalid={fault !== undefined}
        maxLength={200}
        value={typed}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={save}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === 'Enter' && !fault) {
            save();
            requestAnimationFrame(focusCanvas);
          }
          if (event.key === 'Escape') {
            setTyped(name);
            close();
            requestAnimationFrame(focusCanvas);
          }
        }}
        className="w-full rounded-sm bg-sunken px-1 font-semibold outline-1 outline-accent aria-invalid:outline-bad"
      />
      {fault && (
        <span
          role="alert"
          className="absolute start-0 top-full z-10 mt-1 rounded-sm bg-bad-soft px-1.5 text-sm whitespace-nowrap text-bad"
        >
          {fault === 'taken' ? canvas.nameTaken : canvas.nameEmpty}
        </span>
      )}
    </span>
  );
}
