import { type PaletteAction, usePaletteActions } from '../../app/palette/palette-actions.ts';
import { useTexts } from '../../texts/texts.ts';
import { findNode } from '../document/lookup.ts';
import { useEditor } from '../editor-store.ts';
import { useCommands } from './commands.ts';

/** Offers in the command palette what can be done with the canvas of the page. */
export function CanvasActions() {
  const { canvas, words } = useTexts();
  const commands = useCommands();
  const readOnly = useEditor((state) => state.readOnly);
  const canUndo = useEditor((state) => state.canUndo);
  const canRedo = useEditor((state) => state.canRedo);
  const one = useEditor(({ document, selection }) => [...selection].some((id) => findNode(document, id)));
  const some = useEditor(({ selection }) => selection.size > 0);
  const { ui } = commands;
  const looking: PaletteAction[] = [
    { id: 'fit', label: canvas.fit, keys: '1', run: () => commands.view.fit() },
    { id: 'zoom-full', label: canvas.zoomFull, keys: '0', run: () => commands.view.zoomFull() },
    { id: 'find', label: canvas.findTitle, keys: 'Ctrl F', run: () => ui.setState({ find: true }) },
    { id: 'minimap', label: canvas.minimap, keys: 'Shift M', run: () => commands.toggleMinimap() },
    { id: 'keys', label: canvas.allKeys, keys: '?', run: () => ui.setState({ keys: true }) },
  ];
  const changing: PaletteAction[] = [
    { id: 'add-node', label: canvas.addNode, keys: 'N', run: () => commands.openAdd() },
    { id: 'add-note', label: canvas.addNote, keys: 'S', run: () => commands.addNote() },
    { id: 'replace', label: canvas.replace, keys: 'Shift R', disabled: !one, run: () => commands.replacing.open() },
    { id: 'tidy', label: canvas.tidy, keys: 'T', run: () => void commands.arranging.tidy() },
    { id: 'select-all', label: words.selectAll, keys: 'Ctrl A', run: () => commands.selectAll() },
    { id: 'group', label: canvas.group, keys: 'Ctrl G', disabled: !some, run: () => commands.grouping.group() },
    { id: 'undo', label: canvas.undo, keys: 'Ctrl Z', disabled: !canUndo, run: () => commands.undo() },
    { id: 'redo', label: canvas.redo, keys: 'Ctrl Y', disabled: !canRedo, run: () => commands.redo() },
  ];
  usePaletteActions(readOnly ? looking : [...changing, ...looking]);
  return null;
}
