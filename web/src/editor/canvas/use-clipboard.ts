import { type RefObject, useEffect } from 'react';
import { useTexts } from '../../texts/texts.ts';
import { toast, toastFault } from '../../ui/toast.tsx';
import { isCurl } from '../curl/is-curl.ts';
import { type Fragment, fragmentOf, paste, readClipboard } from '../document/fragment.ts';
import type { Point } from '../document/nodes.ts';
import { useEditorStore } from '../editor-store.ts';
import type { Commands } from './commands.ts';
import { fetchWorkflow, isAddress } from './import/fetch-workflow.ts';
import { showReport } from './import/import-report.tsx';
import { translate } from './import/translate.ts';

/** Copy, cut and paste by the browser's own events: no permission is asked for, and it works between tabs and with n8n. */
export function useClipboard(commands: Commands, box: RefObject<HTMLElement | null>): void {
  const { canvas } = useTexts();
  const editor = useEditorStore();
  useEffect(() => {
    const isHere = () => {
      const { activeElement } = document;
      if (document.querySelector('[role=dialog]')) return false;
      return activeElement === document.body || activeElement === box.current || activeElement?.id === 'content';
    };
    const copy = (event: ClipboardEvent) => {
      // Somebody may have marked text to copy instead.
      if (!isHere() || !event.clipboardData || String(getSelection()) !== '') return false;
      const fragment = fragmentOf(commands.document, commands.selection);
      const count = fragment.nodes.length + (fragment.notes?.length ?? 0);
      if (count === 0) return false;
      event.clipboardData.setData('text/plain', JSON.stringify(fragment, null, 2));
      event.preventDefault();
      commands.say(canvas.copied(count));
      return true;
    };
    const onCopy = (event: ClipboardEvent) => void copy(event);
    const onCut = (event: ClipboardEvent) => {
      if (!commands.readOnly && copy(event)) commands.remove();
    };
    const onPaste = (event: ClipboardEvent) => {
      if (!isHere() || commands.readOnly) return;
      const text = event.clipboardData?.getData('text/plain') ?? '';
      event.preventDefault();
      void pasteText(text, pointer ? commands.view.at(...pointer) : commands.view.middle());
    };
    const pasteText = async (text: string, middle: Point) => {
      try {
        if (isCurl(text)) return (await import('./paste-curl.ts')).pasteCurl(commands, text, middle);
        const read = readClipboard(isAddress(text) ? documentIn(await fetchWorkflow(text)) : text);
        if (!read) return toast({ text: canvas.nothingToPaste });
        // The rules come when they are needed: most people paste what they copied here, or nothing.
        const fragment =
          read.kind === 'native'
            ? (await import('../document/check-fragment.ts')).checkFragment(read.value)
            : undefined;
        const translated = fragment ? undefined : await translate(read.value);
        const source = fragment ?? translated?.document;
        if (!source) return;
        const made = paste(editor.getState().document, source, commands.isCode, cornerFor(source, middle));
        editor.getState().change(() => made.document);
        commands.select(made.ids, { show: true });
        commands.say(canvas.pasted(made.ids.length));
        if (translated) showReport(translated.report);
      } catch (fault) {
        toastFault(fault);
      }
    };
    const onDrop = (event: DragEvent) => {
      const file = [...(event.dataTransfer?.files ?? [])].find(({ name }) => name.endsWith('.json'));
      if (!file || commands.readOnly) return;
      event.preventDefault();
      const at = commands.view.at(event.clientX, event.clientY);
      void file.text().then((text) => pasteText(text, at));
    };
    const onDragOver = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    };
    /** Where the pointer is on the screen while it is over the canvas: what is pasted goes there. */
    let pointer: Point | undefined;
    const onPointerMove = ({ clientX, clientY }: PointerEvent) => {
      pointer = [clientX, clientY];
    };
    const onPointerLeave = () => {
      pointer = undefined;
    };
    const element = box.current;
    element?.addEventListener('pointermove', onPointerMove, { passive: true });
    element?.addEventListener('pointerleave', onPointerLeave);
    document.addEventListener('copy', onCopy);
    document.addEventListener('cut', onCut);
    document.addEventListener('paste', onPaste);
    element?.addEventListener('drop', onDrop);
    element?.addEventListener('dragover', onDragOver);
    return () => {
      document.removeEventListener('copy', onCopy);
      document.removeEventListener('cut', onCut);
      document.removeEventListener('paste', onPaste);
      element?.removeEventListener('pointermove', onPointerMove);
      element?.removeEventListener('pointerleave', onPointerLeave);
      element?.removeEventListener('drop', onDrop);
      element?.removeEventListener('dragover', onDragOver);
    };
  }, [commands, editor, canvas, box]);
}

/** The workflow in what an address gave: n8n's gallery wraps it. */
function documentIn(text: string): string {
  const { nodes, workflow } = JSON.parse(text) as { nodes?: unknown; workflow?: unknown };
  return nodes === undefined && workflow !== undefined ? JSON.stringify(workflow) : text;
}

/** Where the corner of what comes in goes, so that its middle is at a point. */
function cornerFor({ nodes, notes = [] }: Pick<Fragment, 'nodes' | 'notes'>, [x, y]: Point): Point {
  const places = [...nodes, ...notes].map(({ position }) => position);
  if (places.length === 0) return [x, y];
  const width = Math.max(...places.map((each) => each[0])) - Math.min(...places.map((each) => each[0])) + 184;
  const height = Math.max(...places.map((each) => each[1])) - Math.min(...places.map((each) => each[1])) + 56;
  return [x - width / 2, y - height / 2];
}
