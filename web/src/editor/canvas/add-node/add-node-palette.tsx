import { Dialog } from 'radix-ui';
import { useId, useMemo, useRef, useState } from 'react';
import { useNameOrder } from '../../../texts/name-order.ts';
import { useTexts } from '../../../texts/texts.ts';
import { classNames } from '../../../ui/class-names.ts';
import { findNode } from '../../document/lookup.ts';
import { useEditor } from '../../editor-store.ts';
import { NodeChip } from '../../node-types/node-chip.tsx';
import { useNodeTypes } from '../../node-types/node-types.queries.ts';
import { useCanvasUi, useCanvasUiStore } from '../canvas-ui.ts';
import { useCommands } from '../commands.ts';
import { focusCanvas } from '../focus-canvas.ts';
import { fitOf } from './add-node.ts';
import { type Entry, EntrySearch, entriesOf, fits, recentTypes, rememberType } from './entries.ts';

/** The search for a node to add: by what it is called and what it does, with the keyboard alone if wished. */
export function AddNodePalette() {
  const ui = useCanvasUiStore();
  const adding = useCanvasUi((state) => state.adding);
  return (
    <Dialog.Root open={adding !== undefined} onOpenChange={(open) => !open && ui.setState({ adding: undefined })}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40" />
        {adding && <Content />}
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Content() {
  const { canvas } = useTexts();
  const ui = useCanvasUiStore();
  const commands = useCommands();
  const place = useCanvasUi((state) => state.adding) ?? {};
  const document = useEditor((state) => state.document);
  const types = useNodeTypes();
  const order = useNameOrder();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const replaced = useEditor((state) => (place.replace ? findNode(state.document, place.replace)?.name : undefined));
  const title = replaced === undefined ? canvas.addTitle : canvas.replaceTitle(replaced);
  const search = useMemo(() => {
    const fit = fitOf(document, place);
    const all = types?.newest ?? [];
    const fitting = all.filter((type) => fits(type, fit));
    // What takes a node's place loses what does not fit it; better that than no choice at all.
    return new EntrySearch(entriesOf(place.replace && fitting.length === 0 ? all : fitting), order);
  }, [types, document, place, order]);
  const recent = useMemo(recentTypes, []);
  const found = useMemo(() => search.find(text, recent), [search, text, recent]);
  const current = Math.min(chosen, found.length - 1);

  const take = (entry: Entry | undefined) => {
    if (!entry) return;
    rememberType(entry.type.type);
    ui.setState({ adding: undefined });
    if (place.replace) void commands.replacing.replace(place.replace, entry);
    else commands.add(entry, place);
  };
  const goTo = (index: number) => {
    const next = Math.max(0, Math.min(found.length - 1, index));
    setChosen(next);
    list.current?.children[next]?.scrollIntoView({ block: 'nearest' });
  };

  return (
    <Dialog.Content
      aria-describedby={undefined}
      onCloseAutoFocus={(event) => {
        event.preventDefault();
        focusCanvas();
      }}
      className="fixed inset-x-4 top-[14vh] z-40 mx-auto flex max-h-[64vh] max-w-lg flex-col overflow-hidden rounded-sheet border border-line bg-surface shadow-sheet outline-none max-phone:inset-x-0 max-phone:top-auto max-phone:bottom-0 max-phone:max-h-[80dvh]"
    >
      <Dialog.Title className="sr-only">{title}</Dialog.Title>
      <input
        // biome-ignore lint/a11y/noAutofocus: the search is what was asked for
        autoFocus
        role="combobox"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={found[current] ? `${id}-${current}` : undefined}
        aria-label={title}
        placeholder={replaced === undefined ? canvas.addPlaceholder : title}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setChosen(0);
        }}
        onKeyDown={(event) => {
          const moves: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };
          const by = moves[event.key];
          if (by !== undefined) {
            event.preventDefault();
            goTo(current + by);
          }
          if (event.key === 'Enter') {
            event.preventDefault();
            take(found[current]);
          }
        }}
        className="h-12 w-full shrink-0 border-b border-line bg-transparent px-4 text-[15px] outline-none max-phone:text-[16px]"
      />
      <div ref={list} id={`${id}-list`} role="listbox" aria-label={title} className="overflow-y-auto p-1.5">
        {found.map((entry, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the input keeps the focus and names the option
          // biome-ignore lint/a11y/useKeyWithClickEvents: the input takes the keys
          <div
            key={entry.key}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === current}
            onClick={() => take(entry)}
            onPointerMove={() => setChosen(index)}
            className={classNames(
              'flex cursor-pointer items-center gap-3 rounded-control px-2.5 py-1.5',
              index === current && 'bg-accent-soft',
            )}
          >
            <NodeChip type={entry.type} size={28} />
            <span className="min-w-0 flex-1">
              <span className="block truncate font-medium">{entry.label}</span>
              <span className="block truncate text-sm text-muted">{entry.summary}</span>
            </span>
            <span className="text-sm text-faint">
              {recent.includes(entry.type.type) && text === '' ? canvas.recent : canvas.groups[entry.type.group]}
            </span>
          </div>
        ))}
      </div>
      {found.length === 0 && (
        <p className="px-4 pb-4 text-muted">{types ? canvas.nothingFound : canvas.loadingTypes}</p>
      )}
    </Dialog.Content>
  );
}
