import type { JsonValue } from '@orchestrator/workflow';
import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { useTexts } from '../../texts/texts.ts';
import { IconButton } from '../../ui/button.tsx';
import { moved } from './moved.ts';

interface Props<T extends JsonValue> {
  list: readonly T[];
  index: number;
  /** What the entry is called. */
  name: string;
  onChange(list: T[]): void;
}

/** Moves an entry of a list up or down, or takes it out. */
export function EntryButtons<T extends JsonValue>({ list, index, name, onChange }: Props<T>) {
  const { panel } = useTexts();
  return (
    <div className="flex flex-col">
      <IconButton
        label={panel.removeEntry(name)}
        className="!size-6"
        onClick={() => onChange(list.toSpliced(index, 1))}
      >
        <X size={13} />
      </IconButton>
      {list.length > 1 && (
        <>
          <IconButton
            label={panel.moveUp(name)}
            className="!size-6"
            disabled={index === 0}
            onClick={() => onChange(moved(list, index, index - 1))}
          >
            <ArrowUp size={13} />
          </IconButton>
          <IconButton
            label={panel.moveDown(name)}
            className="!size-6"
            disabled={index === list.length - 1}
            onClick={() => onChange(moved(list, index, index + 1))}
          >
            <ArrowDown size={13} />
          </IconButton>
        </>
      )}
    </div>
  );
}
