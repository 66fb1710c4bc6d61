import { Dialog as Radix } from 'radix-ui';
import { lazy, Suspense, useRef } from 'react';
import { useFocusReturn } from '../../ui/focus-return.ts';
import { Skeleton } from '../../ui/states.tsx';
import { findNode } from '../document/lookup.ts';
import { useEditor, useEditorStore } from '../editor-store.ts';

const Sheet = lazy(() => import('./sheet/sheet.tsx').then(({ Sheet: found }) => ({ default: found })));

/** The three panes of the open node: what goes in, its parameters, what comes out. */
export function NodeSheet() {
  const editor = useEditorStore();
  const node = useEditor(({ document, open }) => (open === undefined ? undefined : findNode(document, open)));
  const giveBack = useFocusReturn(node !== undefined);
  const content = useRef<HTMLDivElement>(null);
  return (
    <Radix.Root open={node !== undefined} onOpenChange={(open) => !open && editor.getState().openNode(undefined)}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-30 bg-overlay" />
        <Radix.Content
          ref={content}
          tabIndex={-1}
          aria-describedby={undefined}
          onCloseAutoFocus={giveBack}
          className="fixed inset-0 z-30 flex flex-col overflow-hidden bg-surface shadow-sheet outline-none phone:inset-2 phone:rounded-sheet lg:inset-7"
          onOpenAutoFocus={(event) => {
            event.preventDefault();
            content.current?.focus();
          }}
          onEscapeKeyDown={(event) => {
            // Esc goes back one step: out of a field first, then out of the sheet.
            const active = document.activeElement;
            if (!(active instanceof HTMLElement) || !active.closest('.cm-editor, input, textarea')) return;
            event.preventDefault();
            content.current?.focus();
          }}
        >
          {node && (
            <Suspense fallback={<Skeleton />}>
              <Radix.Title className="sr-only">{node.name}</Radix.Title>
              <Sheet node={node} />
            </Suspense>
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
