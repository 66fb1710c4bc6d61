import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { useTexts } from '../../texts/texts.ts';
import { findGroup } from '../document/lookup.ts';
import { useEditor, useEditorStore } from '../editor-store.ts';
import { useLooksStore } from '../node-types/looks.ts';
import { AddNodePalette } from './add-node/add-node-palette.tsx';
import { CanvasMenu } from './canvas-menu.tsx';
import { useCanvasUi } from './canvas-ui.ts';
import { useCommands } from './commands.ts';
import { FindInWorkflow } from './find-in-workflow.tsx';
import { KeyConnect } from './key-connect.ts';
import { handleKey } from './keys.ts';
import { KeysDialog } from './keys-dialog.tsx';
import { useClipboard } from './use-clipboard.ts';

/** The canvas as one stop of the tab key: it takes the keys, and says aloud what happened. */
export function CanvasShell({ children }: { children: ReactNode }) {
  const { canvas } = useTexts();
  const commands = useCommands();
  const editor = useEditorStore();
  const looks = useLooksStore();
  const box = useRef<HTMLDivElement>(null);
  const said = useCanvasUi((state) => state.said);
  const current = useEditor(({ document, selection }) => {
    const last = [...selection].at(-1);
    return last && (selection.size === 1 || findGroup(document, last)) ? last : undefined;
  });
  const connect = useMemo(() => new KeyConnect(commands, editor, looks, canvas), [commands, editor, looks, canvas]);
  useClipboard(commands, box);

  useEffect(() => {
    const down = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isTyping(event.target) || document.querySelector('[role=dialog],[role=menu]'))
        return;
      const { activeElement } = document;
      const onCanvas =
        activeElement === document.body || activeElement?.id === 'content' || activeElement === box.current;
      if (handleKey(event, commands, connect, onCanvas)) event.preventDefault();
    };
    window.addEventListener('keydown', down);
    return () => window.removeEventListener('keydown', down);
  }, [commands, connect]);

  return (
    <div
      ref={box}
      role="application"
      aria-label={canvas.canvasLabel}
      aria-roledescription={canvas.canvasRole}
      aria-activedescendant={current && !current.includes('|') ? `node-${current}` : undefined}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes the focus
      tabIndex={0}
      className="relative h-full w-full outline-offset-[-2px]"
      onFocus={(event) => {
        if (event.target !== event.currentTarget || !event.currentTarget.matches(':focus-visible')) return;
        const id = commands.grouping.current ?? commands.current;
        commands.say(id ? commands.sentence(id) : canvas.canvasHint);
      }}
      onPointerDownCapture={(event) => {
        // Menus and dialogs tell of it too, though they lie elsewhere in the page: they keep the focus.
        if (!event.currentTarget.contains(event.target as Node)) return;
        if (isTyping(event.target) || (event.target as Element).closest('button,a,[role=separator]')) return;
        box.current?.focus({ preventScroll: true });
      }}
    >
      {children}
      <p role="status" aria-live="polite" className="sr-only">
        {said}
      </p>
      <AddNodePalette />
      <CanvasMenu commands={commands} />
      <FindInWorkflow commands={commands} />
      <KeysDialog />
    </div>
  );
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
