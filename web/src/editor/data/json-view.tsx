import type { Item, JsonValue } from '@orchestrator/workflow';
import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { useTexts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';

/** Entries of one list or object that are drawn at first, and with every further step. */
const STEP = 100;
const OPEN_DEPTH = 2;
const LONG_TEXT = 5_000;

/** Items as JSON; what is closed is not drawn. */
export function JsonView({ items }: { items: readonly Item[] }) {
  return (
    <div className="px-2 font-mono text-sm">
      <Value value={items.map(({ json }) => json) as unknown as JsonValue} depth={0} />
    </div>
  );
}

function Value({ name, value, depth }: { name?: string; value: JsonValue; depth: number }) {
  const { words } = useTexts();
  const [open, setOpen] = useState(depth < OPEN_DEPTH);
  const [shown, setShown] = useState(STEP);
  const label = name === undefined ? null : <span className="text-accent">{name}: </span>;
  if (typeof value !== 'object' || value === null) {
    return (
      <div className="break-words whitespace-pre-wrap" style={{ paddingInlineStart: 18 }}>
        {label}
        <Leaf value={value} />
      </div>
    );
  }
  const isList = Array.isArray(value);
  const entries = Object.entries(value) as [string, JsonValue][];
  const size = `${isList ? '[' : '{'} ${entries.length} ${isList ? ']' : '}'}`;
  return (
    <div>
      <button
        type="button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className="inline-flex items-center gap-1 rounded-control text-start hover:bg-bg"
      >
        <ChevronRight size={14} aria-hidden="true" className={open ? 'rotate-90' : 'rtl:rotate-180'} />
        {label}
        <span className="text-muted">{size}</span>
      </button>
      {open && (
        <div style={{ paddingInlineStart: 16 }}>
          {entries.slice(0, shown).map(([key, each]) => (
            <Value key={key} name={key} value={each} depth={depth + 1} />
          ))}
          {entries.length > shown && (
            <Button look="quiet" onClick={() => setShown(shown + STEP)}>
              {words.loadMore}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

function Leaf({ value }: { value: string | number | boolean | null }) {
  const { words } = useTexts();
  const [whole, setWhole] = useState(false);
  if (typeof value !== 'string')
    return <span className={value === null ? 'text-faint' : 'text-trigger'}>{String(value)}</span>;
  if (value.length <= LONG_TEXT || whole) return <span className="text-ok">{JSON.stringify(value)}</span>;
  return (
    <>
      <span className="text-ok">{JSON.stringify(value.slice(0, LONG_TEXT))}…</span>{' '}
      <Button look="quiet" onClick={() => setWhole(true)}>
        {words.loadMore}
      </Button>
    </>
  );
}
