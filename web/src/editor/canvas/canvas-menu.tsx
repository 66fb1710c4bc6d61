import { DropdownMenu } from 'radix-ui';
import { useTexts } from '../../texts/texts.ts';
import { classNames } from '../../ui/class-names.ts';
import { findNode, findNote } from '../document/lookup.ts';
import { NOTE_COLORS, patchNote } from '../document/notes.ts';
import { useEditorStore } from '../editor-store.ts';
import { useCanvasUi, useCanvasUiStore } from './canvas-ui.ts';
import type { Commands } from './commands.ts';

interface Item {
  label: string;
  keys?: string;
  danger?: boolean;
  run(): void;
}

/** What a right click offers: for what is under it, or for the whole canvas. */
export function CanvasMenu({ commands }: { commands: Commands }) {
  const ui = useCanvasUiStore();
  const menu = useCanvasUi((state) => state.menu);
  return (
    <DropdownMenu.Root
      open={menu !== undefined}
      onOpenChange={(open) => !open && ui.setState({ menu: undefined })}
      modal={false}
    >
      <DropdownMenu.Trigger asChild>
        <span
          aria-hidden="true"
          className="pointer-events-none fixed size-0"
          style={{ left: menu?.at[0] ?? 0, top: menu?.at[1] ?? 0 }}
        />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="start"
          className="z-50 min-w-56 rounded-card border border-line bg-surface p-1 shadow-sheet"
          onCloseAutoFocus={(event) => event.preventDefault()}
        >
          {menu && <Items commands={commands} target={menu.target} />}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

function Items({ commands, target }: { commands: Commands; target?: string }) {
  const { canvas, words } = useTexts();
  const editor = useEditorStore();
  const { document, selection } = commands;
  const node = target ? findNode(document, target) : undefined;
  const note = target ? findNote(document, target) : undefined;
  const many = [...selection].filter((id) => findNode(document, id)).length > 1;
  const items: (Item | null | false)[] = commands.readOnly
    ? [
        node !== undefined && { label: canvas.open, keys: 'Enter', run: () => commands.open() },
        { label: canvas.fit, keys: '1', run: () => commands.fit() },
        { label: canvas.findTitle, keys: 'Ctrl F', run: () => commands.ui.setState({ find: true }) },
      ]
    : [
        node !== undefined && { label: canvas.open, keys: 'Enter', run: () => commands.open() },
        node !== undefined && { label: canvas.rename, keys: 'F2', run: () => commands.rename() },
        node !== undefined && {
          label: node.disabled ? canvas.enable : canvas.disable,
          keys: 'D',
          run: () => commands.toggleDisabled(),
        },
        node !== undefined && {
          label: document.pins?.[node.id] ? canvas.unpin : canvas.pin,
          keys: 'P',
          run: () => void commands.togglePin(),
        },
        ...(note
          ? NOTE_COLORS.map((color) => ({
              label: canvas.noteColors[color],
              run: () => editor.getState().change((now) => patchNote(now, note.id, { color })),
            }))
          : []),
        !target && { label: canvas.addNode, keys: 'N', run: () => commands.openAdd() },
        !target && { label: canvas.addNote, keys: 'S', run: () => commands.addNote() },
        selection.size > 0 && null,
        selection.size > 0 && { label: canvas.duplicate, keys: 'Ctrl D', run: () => commands.duplicate() },
        many && { label: canvas.group, keys: 'G', run: () => commands.group() },
        many && { label: canvas.alignLeft, run: () => commands.align('left') },
        many && { label: canvas.alignTop, run: () => commands.align('top') },
        many && { label: canvas.alignMiddle, run: () => commands.align('middle') },
        many && { label: canvas.spreadAcross, run: () => commands.distribute('across') },
        many && { label: canvas.spreadDown, run: () => commands.distribute('down') },
        null,
        { label: canvas.tidy, keys: 'T', run: () => void commands.tidy() },
        { label: words.selectAll, keys: 'Ctrl A', run: () => commands.selectAll() },
        !target && { label: canvas.findTitle, keys: 'Ctrl F', run: () => commands.ui.setState({ find: true }) },
        !target && { label: canvas.allKeys, keys: '?', run: () => commands.ui.setState({ keys: true }) },
        selection.size > 0 && null,
        node !== undefined && {
          label: canvas.removeAndJoin,
          keys: 'Shift Del',
          danger: true,
          run: () => commands.remove({ reconnect: true }),
        },
        selection.size > 0 && { label: words.delete, keys: 'Del', danger: true, run: () => commands.remove() },
      ];
  return items
    .filter((item) => item !== false)
    .map((item, index) =>
      item === null ? (
        // biome-ignore lint/suspicious/noArrayIndexKey: rules have no identity
        <DropdownMenu.Separator key={index} className="my-1 h-px bg-line" />
      ) : (
        <DropdownMenu.Item
          key={item.label}
          onSelect={item.run}
          className={classNames(
            'flex cursor-pointer items-center gap-4 rounded-control px-2.5 py-1.5 outline-none data-highlighted:bg-accent-soft',
            item.danger && 'text-bad',
          )}
        >
          <span className="flex-1">{item.label}</span>
          {item.keys && <kbd className="font-mono text-sm text-faint">{item.keys}</kbd>}
        </DropdownMenu.Item>
      ),
    );
}
