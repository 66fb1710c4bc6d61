import { useState } from 'react';
import { useTexts } from '../../texts/texts.ts';
import { useEditor, useEditorStore } from '../editor-store.ts';

/** As long as a workflow's name may be. */
const LONGEST = 200;

/** The workflow's name, which is edited where it stands. */
export function WorkflowName() {
  const { canvas } = useTexts();
  const editor = useEditorStore();
  const name = useEditor(({ document }) => document.name);
  const readOnly = useEditor((state) => state.readOnly);
  const [typed, setTyped] = useState<string>();
  const save = () => {
    const next = typed?.trim();
    if (next) editor.getState().change((document) => (next === document.name ? document : { ...document, name: next }));
    setTyped(undefined);
  };
  if (readOnly)
    return <h1 className="min-w-0 truncate text-[15px] font-semibold max-phone:-order-3 max-phone:flex-1">{name}</h1>;
  return (
    <h1 className="min-w-0 shrink max-phone:-order-3 max-phone:flex-1">
      <input
        aria-label={canvas.name}
        maxLength={LONGEST}
        value={typed ?? name}
        onChange={(event) => setTyped(event.target.value)}
        onFocus={(event) => event.target.select()}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
          if (event.key === 'Escape') {
            setTyped(undefined);
            // The blur that follows has nothing to save.
            event.currentTarget.value = name;
            requestAnimationFrame(() => (event.target as HTMLInputElement).blur());
          }
        }}
        className="field-sizing-content max-w-full min-w-16 truncate rounded-control border border-transparent bg-transparent px-1.5 py-0.5 text-[15px] font-semibold hover:border-control focus:border-control"
      />
    </h1>
  );
}
