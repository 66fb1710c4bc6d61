import type { Item, JsonValue } from '@orchestrator/workflow';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef } from 'react';
import { useTexts } from '../../texts/texts.ts';
import { FieldHandle } from './field-handle.tsx';
import { columnsOf } from './schema.ts';
import { ShortValue } from './short-value.tsx';

const ROW = 30;
const COLUMN = 160;

interface Props {
  items: readonly Item[];
  node?: string;
  /** The item that is shown elsewhere too. */
  current?: number;
  onPick?(index: number): void;
}

/** Items as rows; those out of sight are not drawn. */
export function TableView({ items, node, current, onPick }: Props) {
  const { panel } = useTexts();
  const columns = useMemo(() => columnsOf(items), [items]);
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 12,
    initialRect: { width: 600, height: 400 },
  });
  const shown = rows.getVirtualItems();
  const first = shown[0]?.start ?? 0;
  const last = rows.getTotalSize() - (shown.at(-1)?.end ?? 0);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section ref={scroller} className="h-full overflow-auto" aria-label={panel.table} tabIndex={0}>
      <table className="min-w-full table-fixed border-collapse" style={{ width: 48 + columns.length * COLUMN }}>
        <thead className="sticky top-0 z-10 bg-sunken font-mono text-sm">
          <tr>
            <th className="w-12 px-2 text-end font-normal text-faint">#</th>
            {columns.map((name) => (
              <th key={name} scope="col" className="h-7 px-2 text-start font-normal text-muted">
                <FieldHandle path={[name]} node={node}>
                  {name}
                </FieldHandle>
              </th>
            ))}
            {columns.length === 0 && <td />}
          </tr>
        </thead>
        <tbody className="font-mono text-sm">
          {first > 0 && <tr style={{ height: first }} />}
          {shown.map(({ index }) => {
            const item = items[index];
            if (!item) return null;
            return (
              <tr
                key={index}
                onClick={onPick && (() => onPick(index))}
                style={{ height: ROW }}
                className={`border-b border-line ${index === current ? 'bg-accent-soft' : 'hover:bg-bg'} ${onPick ? 'cursor-pointer' : ''}`}
              >
                <td className="px-2 text-end text-faint">{index}</td>
                {columns.map((name) => (
                  <td key={name} className="truncate px-2">
                    <ShortValue value={(item.json as Record<string, JsonValue>)[name]} />
                  </td>
                ))}
                {columns.length === 0 && <td className="px-2 font-sans text-faint">{panel.noFields}</td>}
              </tr>
            );
          })}
          {last > 0 && <tr style={{ height: last }} />}
        </tbody>
      </table>
    </section>
  );
}
