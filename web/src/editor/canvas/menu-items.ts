import type { WorkflowDocument } from '@orchestrator/workflow';
import type { Texts } from '../../texts/texts.ts';
import { COLORS, type Color, colorOf } from '../document/colors.ts';
import { groupAround } from '../document/groups.ts';
import { findGroup, findNode, findNote } from '../document/lookup.ts';
import type { Commands } from './commands.ts';

/** One line of the canvas' menu: something to do, or more of them. */
export interface MenuItem {
  label: string;
  keys?: string;
  danger?: boolean;
  /** One of several, and the one that is taken now. */
  checked?: boolean;
  run?(): void;
  more?: readonly MenuItem[];
}

/** Lines, and rules between them. What is `false` is not offered. */
export type MenuLine = MenuItem | null | false;

type CanvasTexts = Texts['canvas'];

/** What there is to do with what is under the pointer, or with the whole canvas. */
export function menuItems(commands: Commands, target: string | undefined, texts: Texts): readonly MenuLine[] {
  const { canvas, together, words } = texts;
  const { document, selection, grouping, arranging } = commands;
  const node = target ? findNode(document, target) : undefined;
  const group = target ? findGroup(document, target) : undefined;
  const chosen = [...selection].filter((id) => findNode(document, id));
  const many = chosen.length > 1;
  const find: MenuItem = { label: canvas.findTitle, keys: 'Ctrl F', run: () => commands.ui.setState({ find: true }) };
  // Viewers talk too.
  const talk: MenuLine = (node !== undefined || !target) &&
    commands.comments !== undefined && {
      label: together.comments,
      keys: 'M',
      run: () => commands.comments?.setState({ open: true }),
    };
  if (commands.readOnly) {
    return [
      node !== undefined && { label: canvas.open, keys: 'Enter', run: () => commands.open() },
      talk,
      { label: canvas.fit, keys: '1', run: () => commands.view.fit() },
      find,
    ];
  }
  return [
    ...(node ? nodeItems(commands, node.id, canvas) : []),
    talk,
    group !== undefined && { label: canvas.rename, keys: 'F2', run: () => commands.rename() },
    ...colorItems(commands, document, target, canvas),
    !target && { label: canvas.addNode, keys: 'N', run: () => commands.openAdd() },
    !target && { label: canvas.addNote, keys: 'S', run: () => commands.addNote() },
    selection.size > 0 && null,
    selection.size > 0 && { label: canvas.duplicate, keys: 'Ctrl D', run: () => commands.duplicate() },
    chosen.length > 0 && !group && { label: canvas.group, keys: 'Ctrl G', run: () => grouping.group() },
    chosen.some((id) => groupAround(document, id)) && {
      label: canvas.ungroup,
      keys: 'Ctrl Shift G',
      run: () => grouping.ungroup(),
    },
    !group &&
      chosen.some((id) => groupAround(document, id)) && { label: canvas.leaveGroup, run: () => grouping.leave() },
    many && { label: canvas.arrange, more: arrangements(arranging, canvas) },
    null,
    { label: canvas.tidy, keys: 'T', run: () => void arranging.tidy() },
    { label: words.selectAll, keys: 'Ctrl A', run: () => commands.selectAll() },
    !target && find,
    !target && { label: canvas.allKeys, keys: '?', run: () => commands.ui.setState({ keys: true }) },
    selection.size > 0 && null,
    node !== undefined && {
      label: canvas.removeAndJoin,
      keys: 'Shift Del',
      danger: true,
      run: () => commands.remove({ reconnect: true }),
    },
    selection.size > 0 && {
      label: group ? canvas.removeGroup : words.delete,
      keys: 'Del',
      danger: true,
      run: () => commands.remove(),
    },
  ];
}

function nodeItems(commands: Commands, id: string, canvas: CanvasTexts): readonly MenuLine[] {
  const { document } = commands;
  return [
    { label: canvas.open, keys: 'Enter', run: () => commands.open() },
    { label: canvas.rename, keys: 'F2', run: () => commands.rename() },
    { label: canvas.replace, keys: 'Shift R', run: () => commands.replacing.open(id) },
    {
      label: findNode(document, id)?.disabled ? canvas.enable : canvas.disable,
      keys: 'D',
      run: () => commands.toggleDisabled(),
    },
    { label: document.pins?.[id] ? canvas.unpin : canvas.pin, keys: 'P', run: () => void commands.togglePin() },
  ];
}

/** The colours of a note or a group. */
function colorItems(
  commands: Commands,
  document: WorkflowDocument,
  target: string | undefined,
  canvas: CanvasTexts,
): readonly MenuLine[] {
  const note = target ? findNote(document, target) : undefined;
  const group = target ? findGroup(document, target) : undefined;
  const painted = note ?? group;
  if (!painted) return [];
  const now = colorOf(painted.color, note ? 'amber' : 'grey');
  const item = (color: Color): MenuItem => ({
    label: canvas.colors[color],
    checked: color === now,
    run: () => commands.paint(painted.id, color),
  });
  return [{ label: canvas.color, more: COLORS.map(item) }];
}

function arrangements(arranging: Commands['arranging'], canvas: CanvasTexts): readonly MenuItem[] {
  return [
    { label: canvas.alignLeft, keys: 'Ctrl Shift ←', run: () => arranging.align('left') },
    { label: canvas.alignCenter, keys: 'V', run: () => arranging.align('center') },
    { label: canvas.alignRight, keys: 'Ctrl Shift →', run: () => arranging.align('right') },
    { label: canvas.alignTop, keys: 'Ctrl Shift ↑', run: () => arranging.align('top') },
    { label: canvas.alignMiddle, keys: 'H', run: () => arranging.align('middle') },
    { label: canvas.alignBottom, keys: 'Ctrl Shift ↓', run: () => arranging.align('bottom') },
    { label: canvas.spreadAcross, keys: 'Shift H', run: () => arranging.distribute('across') },
    { label: canvas.spreadDown, keys: 'Shift V', run: () => arranging.distribute('down') },
  ];
}
