import type { Item, JsonValue } from '@orchestrator/workflow';
import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { useTexts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import type { Path } from '../expression/paths.ts';
import { FieldHandle } from './field-handle.tsx';

/** Entries of one list or object that are drawn at first, and with every further step. */
const STEP = 100;
const OPEN_DEPTH = 2;
const LONG_TEXT = 5_000;

interface Props {
  items: readonly Item[];
  /** The node whose items these are, where a reference has to name it. */
  node?: string;
  /** These are no items of a node: their fields can't be used in a parameter. */
  plain?: boolean;
}

/** Items as JSON; what is closed is not drawn. */
export function JsonView({ items, node, plain }: Props) {
  const [only] = items;
  // One object that is no list of items is shown as it is.
  const value = plain && items.length === 1 ? only?.json : items.map(({ json }) => json);
  return (
    <div className="px-2 font-mono text-sm">
      <Value value={value as unknown as JsonValue} depth={0} node={node} path={plain ? undefined : ROOT} />
    </div>
  );
}

/** Where the list of all items is: an item's own fields begin behind its place in that. */
const ROOT: Path = [];

interface ValueProps {
  name?: string;
  value: JsonValue;
  depth: number;
  node?: string;
  /** The way to it, with the item's place first; missing where it can't be used. */
  path?: Path;
}

function Value({ name, value, depth, node, path }: ValueProps) {
  const { words } = useTexts();
  const [open, setOpen] = useState(depth < OPEN_DEPTH);
  const [shown, setShown] = useState(STEP);
  const label = name !== undefined && <Name name={name} node={node} path={path} />;
  if (typeof value !== 'object' || value === null) {
    return (
      <div className="wrap-anywhere whitespace-pre-wrap" style={{ paddingInlineStart: 18 }}>
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
      <div className="flex items-center">
        <button
          type="button"
          aria-expanded={open}
          aria-label={name ?? size}
          onClick={() => setOpen(!open)}
          className="rounded-control hover:bg-sunken"
        >
          <ChevronRight size={14} aria-hidden="true" className={open ? 'rotate-90' : 'rtl:rotate-180'} />
        </button>
        <span className="min-w-0 truncate ps-1">
          {label}
          <span className="text-muted">{size}</span>
        </span>
      </div>
      {open && (
        <div style={{ paddingInlineStart: 16 }}>
          {entries.slice(0, shown).map(([key, each]) => (
            <Value
              key={key}
              name={key}
              value={each}
              depth={depth + 1}
              node={node}
              path={path && [...path, isList ? Number(key) : key]}
            />
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

/** The name of a field, to be used in a parameter; the places of items are none. */
function Name({ name, node, path }: { name: string; node?: string; path?: Path }) {
  const within = path?.slice(1) ?? [];
  return (
    <span className="text-accent">
      {within.length > 0 ? (
        <FieldHandle path={within} node={node}>
          {name}
        </FieldHandle>
      ) : (
        name
      )}
      :{' '}
    </span>
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
