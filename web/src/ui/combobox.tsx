import { ChevronDown } from 'lucide-react';
import { Popover } from 'radix-ui';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTexts } from '../texts/texts.ts';
import { classNames } from './class-names.ts';
import { CONTROL } from './field.tsx';
import type { Option } from './select.tsx';

/** The pause in typing after which it is looked for. */
const PAUSE_MS = 200;
/** Lines that PageUp and PageDown go. */
const PAGE = 8;

interface Props {
  value: string;
  /** What the chosen one is called, as far as that is known. */
  shown: string;
  options: readonly Option[];
  onChange(value: string): void;
  /** Is told what is typed; empty when the list opens or closes. Whoever gives the options narrows them down. */
  onSearch(text: string): void;
  /** The options are all here: they are narrowed down with each letter, so that Enter takes what was typed. */
  local?: boolean;
  /** Options are on their way. */
  busy?: boolean;
  /** There are more than are shown. */
  more?: boolean;
  placeholder?: string;
  disabled?: boolean;
  id?: string;
  'aria-label'?: string;
  'aria-describedby'?: string;
}

/** One of many, found by typing. Arrows move, Enter takes, Esc leaves what was chosen. */
export function Combobox(props: Props) {
  const { value, shown, options, onChange, onSearch, local, busy, more, placeholder, disabled, ...control } = props;
  const { words } = useTexts();
  const list = useId();
  const box = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const current = Math.min(at, options.length - 1);
  const search = useRef(onSearch);
  search.current = onSearch;
  useEffect(() => {
    if (!open) {
      // The whole list again, in which the chosen one has its name.
      search.current('');
      return undefined;
    }
    const timer = setTimeout(() => search.current(text.trim()), text ? PAUSE_MS : 0);
    return () => clearTimeout(timer);
  }, [open, text]);
  const show = () => {
    if (open || disabled) return;
    setText('');
    setAt(
      Math.max(
        0,
        options.findIndex((option) => option.value === value),
      ),
    );
    setOpen(true);
  };
  const take = (option: Option | undefined) => {
    if (!option) return;
    setOpen(false);
    if (option.value !== value) onChange(option.value);
  };
  const go = (to: number) => {
    const next = Math.max(0, Math.min(to, options.length - 1));
    setAt(next);
    document.getElementById(`${list}-${next}`)?.scrollIntoView({ block: 'nearest' });
  };
  const keys = (event: KeyboardEvent) => {
    const moves: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: PAGE, PageUp: -PAGE };
    const by = moves[event.key];
    if (by !== undefined) {
      if (open) go(current + by);
      else show();
    } else if (event.key === 'Enter' && open) take(options[current]);
    else {
      if (event.key === 'Tab') setOpen(false);
      return;
    }
    event.preventDefault();
  };
  return (
    <Popover.Root open={open} onOpenChange={(next) => !next && setOpen(false)}>
      <Popover.Anchor asChild>
        <div ref={box} className="relative w-full">
          <input
            {...control}
            type="text"
            role="combobox"
            aria-expanded={open}
            aria-controls={list}
            aria-autocomplete="list"
            aria-activedescendant={open && options[current] ? `${list}-${current}` : undefined}
            autoComplete="off"
            spellCheck={false}
            disabled={disabled}
            placeholder={open ? shown || words.search : placeholder}
            value={open ? text : shown}
            onChange={(event) => {
              // While it is closed the chosen one's name stands there: a search begins with what is typed alone.
              const typed = open ? event.target.value : ((event.nativeEvent as InputEvent).data ?? '');
              show();
              setText(typed);
              if (local) search.current(typed.trim());
              setAt(0);
            }}
            onClick={show}
            onKeyDown={keys}
            className={classNames(CONTROL, 'truncate pe-8')}
          />
          <ChevronDown
            size={14}
            aria-hidden="true"
            className="pointer-events-none absolute end-2.5 top-1/2 -translate-y-1/2 text-muted"
          />
        </div>
      </Popover.Anchor>
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={4}
          role="presentation"
          onOpenAutoFocus={(event) => event.preventDefault()}
          onCloseAutoFocus={(event) => event.preventDefault()}
          onInteractOutside={(event) => {
            if (box.current?.contains(event.target as Node)) event.preventDefault();
          }}
          // A dialog below holds the page still; this list scrolls all the same.
          onWheel={(event) => event.stopPropagation()}
          onTouchMove={(event) => event.stopPropagation()}
          className="z-50 flex max-h-[min(20rem,var(--radix-popover-content-available-height))] w-(--radix-popover-trigger-width) min-w-56 flex-col overflow-hidden rounded-card border border-line bg-surface shadow-sheet"
        >
          <div
            id={list}
            role="listbox"
            aria-label={control['aria-label'] ?? words.choices}
            className="min-h-0 overflow-y-auto p-1"
          >
            {options.map((option, index) => [
              option.group !== undefined && option.group !== options[index - 1]?.group && (
                <div
                  key={`group ${option.group}`}
                  role="presentation"
                  className="px-2.5 pt-2 pb-1 text-sm font-medium text-muted"
                >
                  {option.group}
                </div>
              ),
              // biome-ignore lint/a11y/useFocusableInteractive: the input keeps the focus and names the option
              // biome-ignore lint/a11y/useKeyWithClickEvents: the input takes the keys
              <div
                key={option.value}
                aria-label={option.group === undefined ? undefined : `${option.label}, ${option.group}`}
                id={`${list}-${index}`}
                role="option"
                aria-selected={option.value === value}
                onPointerMove={() => setAt(index)}
                // The input keeps the focus.
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => take(option)}
                className={classNames(
                  'cursor-pointer rounded-control px-2.5 py-1.5 max-phone:py-2.5',
                  index === current && 'bg-accent-soft',
                )}
              >
                <span className={classNames('block truncate', option.value === value && 'font-semibold')}>
                  {option.label}
                </span>
                {option.description && <span className="block truncate text-sm text-muted">{option.description}</span>}
              </div>,
            ])}
          </div>
          <p role="status" className="px-3.5 py-1.5 text-sm text-muted empty:hidden">
            {busy ? words.loading : options.length === 0 ? words.nothingFits : more ? words.typeForMore : ''}
          </p>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
