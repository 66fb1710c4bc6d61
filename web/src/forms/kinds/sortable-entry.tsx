import type { JsonValue } from '@orchestrator/workflow';
import { GripVertical } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { classNames } from '../../ui/class-names.ts';
import { EntryButtons } from './entry-buttons.tsx';
import { moved } from './moved.ts';

interface Props<T extends JsonValue> {
  list: readonly T[];
  index: number;
  /** What the entry is called. */
  name: string;
  readOnly: boolean;
  /** It is there to be filled in, and can't be taken out. */
  fixed?: boolean;
  onKeyDown?(event: KeyboardEvent): void;
  onChange(list: T[]): void;
  children: ReactNode;
}

/** The entry that is being dragged; it can be dropped within its own list alone. */
let dragged: { list: readonly JsonValue[]; index: number } | undefined;

/** One entry of a list: dragged by its grip to another place, or moved and taken out by its buttons. */
export function SortableEntry<T extends JsonValue>(props: Props<T>) {
  const { list, index, name, readOnly, fixed, onChange, onKeyDown, children } = props;
  const [over, setOver] = useState(false);
  const takes = () => dragged?.list === list && dragged.index !== index;
  return (
    <li
      className={classNames(
        'flex items-start gap-1 rounded-card border p-3 ps-1',
        over ? 'border-accent bg-accent-soft' : 'border-line',
      )}
      onKeyDown={onKeyDown}
      onDragOver={(event) => {
        if (!takes()) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        if (!dragged || !takes()) return;
        event.preventDefault();
        onChange(moved(list, dragged.index, index));
      }}
    >
      {readOnly || list.length < 2 ? (
        <span className="w-4 shrink-0" />
      ) : (
        // The buttons beside it do the same by keyboard.
        <span
          aria-hidden="true"
          draggable
          onDragStart={(event) => {
            dragged = { list, index };
            event.dataTransfer.effectAllowed = 'move';
            event.dataTransfer.setData('text/plain', name);
          }}
          onDragEnd={() => {
            dragged = undefined;
          }}
          className="flex h-6 w-4 shrink-0 cursor-grab items-center text-faint active:cursor-grabbing"
        >
          <GripVertical size={14} />
        </span>
      )}
      {children}
      {!readOnly && !fixed && <EntryButtons list={list} index={index} name={name} onChange={onChange} />}
    </li>
  );
}
