import { type DragEvent, useEffect, useState } from 'react';
import { useTexts } from '../../../texts/texts.ts';
import { sourcesOf } from './import-dialog.tsx';
import type { Source } from './import-queue.ts';
import { looksLikeWorkflow } from './read-import.ts';

/** Takes files that are dropped anywhere on the page, and JSON that is pasted outside of inputs. */
export function useImportAnywhere(take: (sources: readonly Source[]) => void, enabled: boolean) {
  const { workflows } = useTexts();
  const [over, setOver] = useState(false);
  useEffect(() => {
    if (!enabled) return;
    const pasted = (event: ClipboardEvent) => {
      const { target } = event;
      if (target instanceof Element && target.closest('input, textarea, [contenteditable]')) return;
      const files = event.clipboardData?.files ?? [];
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (files.length > 0) take(sourcesOf(files));
      else if (looksLikeWorkflow(text)) take([{ name: workflows.pasted, text: async () => text }]);
      else return;
      event.preventDefault();
    };
    addEventListener('paste', pasted);
    return () => removeEventListener('paste', pasted);
  }, [enabled, take, workflows]);
  const hasFiles = (event: DragEvent) => enabled && event.dataTransfer.types.includes('Files');
  return {
    over,
    target: {
      onDragOver: (event: DragEvent) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setOver(true);
      },
      onDragLeave: (event: DragEvent) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      },
      onDrop: (event: DragEvent) => {
        setOver(false);
        if (!hasFiles(event)) return;
        event.preventDefault();
        take(sourcesOf(event.dataTransfer.files));
      },
    },
  };
}
