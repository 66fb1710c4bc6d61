import { ArrowDown, ArrowUp, MoreHorizontal } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { useTexts } from '../../texts/texts.ts';
import { Button, IconButton } from '../button.tsx';
import { classNames } from '../class-names.ts';
import { Menu, type MenuItem } from '../menu.tsx';
import { ErrorState, Skeleton } from '../states.tsx';
import { Checkbox } from '../toggle.tsx';
import { headState, switched } from './row-selection.ts';

export interface Column<Row> {
  id: string;
  header: string;
  cell(row: Row): ReactNode;
  align?: 'end';
  /** A CSS width; columns without one share what is left. */
  width?: string;
  mono?: boolean;
  /** The list can be ordered by it: the order that a first click asks for. */
  sorts?: 'asc' | 'desc';
}

/** What a list is ordered by: the id of a column, and which way. */
export interface Sort {
  by: string;
  order: 'asc' | 'desc';
}

interface Props<Row> {
  /** What the list holds, for screen readers. */
  label: string;
  columns: readonly Column<Row>[];
  /** Missing while they are on their way. */
  rows: readonly Row[] | undefined;
  rowId(row: Row): string;
  /** What a row is called, for screen readers. */
  rowName(row: Row): string;
  onOpen?(row: Row): void;
  /** Where a row leads: with Ctrl or the middle button it opens in a tab of its own, as a link does. */
  href?(row: Row): string;
  sort?: Sort & { onChange(sort: Sort): void };
  menu?(row: Row): readonly (MenuItem | null)[];
  selection?: { ids: ReadonlySet<string>; onChange(ids: ReadonlySet<string>): void };
  /** A row as a card on phones. */
  card(row: Row): ReactNode;
  fault?: unknown;
  onRetry?(): void;
  more?: { has: boolean; busy: boolean; load(): void };
  empty: ReactNode;
}

/**
 * A list: a table with rows that are used by keyboard (arrows, Home, End, Enter opens, Space selects, with Shift a range),
 * one tab stop in all; cards on phones.
 */
export function DataTable<Row>(props: Props<Row>) {
  const { rows, fault, onRetry, empty, more } = props;
  const { words } = useTexts();
  if (fault && !rows) return <ErrorState fault={fault} onRetry={onRetry} />;
  if (rows?.length === 0) return <>{empty}</>;
  return (
    <>
      <div className="overflow-clip rounded-card border border-line bg-surface max-phone:-mx-4 max-phone:rounded-none max-phone:border-x-0 max-phone:in-data-block:last:-mb-4 max-phone:in-data-block:last:rounded-b-card max-phone:in-data-block:last:border-b-0">
        {rows ? <Rows {...props} rows={rows} /> : <Skeleton rows={8} />}
      </div>
      {more?.has && (
        <div className="mt-3 flex justify-center">
          <Button busy={more.busy} onClick={more.load}>
            {words.loadMore}
          </Button>
        </div>
      )}
    </>
  );
}

function Rows<Row>({
  label,
  columns,
  rows,
  rowId,
  rowName,
  onOpen,
  href,
  sort,
  menu,
  selection,
  card,
}: Props<Row> & { rows: readonly Row[] }) {
  const { words } = useTexts();
  const ids = rows.map(rowId);
  const [current, setCurrent] = useState<string>();
  const anchor = useRef<string>(undefined);
  const list = useRef<HTMLElement>(null);
  const stop = current !== undefined && ids.includes(current) ? current : ids[0];

  const focus = (id: string | undefined) => {
    if (id === undefined) return;
    setCurrent(id);
    list.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`)?.focus();
  };
  const pick = (id: string, range: boolean) => {
    if (!selection) return;
    selection.onChange(switched(ids, selection.ids, id, range ? anchor.current : undefined));
    anchor.current = id;
  };
  const keys = (event: KeyboardEvent, row: Row, index: number) => {
    if (event.target !== event.currentTarget) return;
    const id = rowId(row);
    const moves: Record<string, number> = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: ids.length - 1 };
    const to = moves[event.key];
    if (to !== undefined) {
      const next = ids[to];
      if (event.shiftKey && selection && next !== undefined) {
        anchor.current ??= id;
        selection.onChange(switched(ids, selection.ids, next, anchor.current));
      }
      focus(next);
    } else if (event.key === 'Enter') open(row, event);
    else if (event.key === ' ' && selection) pick(id, event.shiftKey);
    else return;
    event.preventDefault();
  };
  const open = (row: Row, { ctrlKey, metaKey }: Pick<MouseEvent, 'ctrlKey' | 'metaKey'>) => {
    if (href && (ctrlKey || metaKey)) window.open(href(row), '_blank', 'noopener');
    else onOpen?.(row);
  };
  const isOnControl = (event: React.MouseEvent) =>
    (event.target as Element).closest('a, button, input, [role="menuitem"]') !== null;
  const rowProps = (row: Row, index: number) => {
    const id = rowId(row);
    return {
      'data-row': id,
      tabIndex: id === stop ? 0 : -1,
      onFocus: () => setCurrent(id),
      onKeyDown: (event: KeyboardEvent) => keys(event, row, index),
      onClick: (event: React.MouseEvent) => {
        if (!isOnControl(event) && onOpen && !window.getSelection()?.toString()) open(row, event);
      },
      onAuxClick: (event: React.MouseEvent) => {
        if (event.button === MIDDLE && !isOnControl(event)) open(row, { ctrlKey: true, metaKey: false });
      },
    };
  };
  const box = (row: Row) =>
    selection && (
      <span
        onClickCapture={(event) => {
          event.preventDefault();
          event.stopPropagation();
          pick(rowId(row), event.shiftKey);
        }}
      >
        <Checkbox
          checked={selection.ids.has(rowId(row))}
          onChange={() => {}}
          aria-label={words.selectRow(rowName(row))}
        />
      </span>
    );
  const rowMenu = (row: Row) => {
    const items = menu?.(row) ?? [];
    return items.length === 0 ? null : (
      <Menu items={items}>
        <IconButton label={`${words.more}: ${rowName(row)}`}>
          <MoreHorizontal size={15} />
        </IconButton>
      </Menu>
    );
  };
  return (
    <>
      <table
        ref={list as React.Ref<HTMLTableElement>}
        className="w-full table-fixed border-collapse max-phone:hidden"
        aria-label={label}
      >
        <thead className="sticky top-0 z-10 bg-sunken shadow-[0_1px_0_var(--color-line)]">
          <tr>
            {selection && (
              <th className="w-10 ps-2.5 text-start">
                <Checkbox
                  checked={headState(ids, selection.ids)}
                  onChange={(all) => selection.onChange(all ? new Set(ids) : new Set())}
                  aria-label={words.selectAll}
                />
              </th>
            )}
            {columns.map(({ id, header, width, align, sorts }) => (
              <th
                key={id}
                scope="col"
                style={{ width }}
                aria-sort={sort && sorts ? ariaSort(sort, id) : undefined}
                className={classNames(
                  'h-8 px-2.5 text-sm font-medium text-muted',
                  align === 'end' ? 'text-end' : 'text-start',
                )}
              >
                {sort && sorts ? <SortButton header={header} sort={sort} column={{ id, sorts }} /> : header}
              </th>
            ))}
            {menu && (
              <th className="w-12">
                <span className="sr-only">{words.more}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr
              key={rowId(row)}
              {...rowProps(row, index)}
              aria-selected={selection ? selection.ids.has(rowId(row)) : undefined}
              className={classNames(
                'h-9 border-t border-line outline-offset-[-2px] hover:bg-bg',
                onOpen && 'cursor-pointer',
                selection?.ids.has(rowId(row)) && '!bg-accent-soft',
              )}
            >
              {selection && <td className="ps-2.5 align-middle">{box(row)}</td>}
              {columns.map(({ id, cell, align, mono }) => (
                <td
                  key={id}
                  className={classNames('truncate px-2.5', align === 'end' && 'text-end', mono && 'font-mono text-sm')}
                >
                  {cell(row)}
                </td>
              ))}
              {menu && <td className="pe-1 text-end">{rowMenu(row)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      <ul aria-label={label} className="phone:hidden">
        {rows.map((row) => (
          <li key={rowId(row)} className="flex items-start gap-3 border-b border-line px-4 py-3 last:border-0">
            {selection && <div className="pt-1">{box(row)}</div>}
            {/* biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: the card has a link or button of its own; this makes its whole face react to a touch */}
            <div
              className="min-w-0 flex-1"
              onClick={(event) => {
                if (!(event.target as Element).closest('a, button, input')) onOpen?.(row);
              }}
            >
              {card(row)}
            </div>
            {rowMenu(row)}
          </li>
        ))}
      </ul>
    </>
  );
}

/** `MouseEvent.button` of the middle one. */
const MIDDLE = 1;

const ariaSort = ({ by, order }: Sort, id: string) =>
  by !== id ? 'none' : order === 'asc' ? 'ascending' : 'descending';

/** The head of a column that the list can be ordered by; a second click turns the order round. */
function SortButton({
  header,
  sort,
  column: { id, sorts },
}: {
  header: string;
  sort: Sort & { onChange(sort: Sort): void };
  column: { id: string; sorts: 'asc' | 'desc' };
}) {
  const isChosen = sort.by === id;
  const Arrow = (isChosen ? sort.order : sorts) === 'asc' ? ArrowUp : ArrowDown;
  const next = isChosen ? (sort.order === 'asc' ? 'desc' : 'asc') : sorts;
  return (
    <button
      type="button"
      onClick={() => sort.onChange({ by: id, order: next })}
      className={classNames(
        'group -ms-1.5 inline-flex h-7 max-w-full items-center gap-1 rounded-control px-1.5 hover:text-text',
        isChosen && 'text-text',
      )}
    >
      <span className="truncate">{header}</span>
      <Arrow
        size={12}
        aria-hidden="true"
        className={classNames(
          'shrink-0',
          !isChosen && 'opacity-0 group-hover:opacity-60 group-focus-visible:opacity-60',
        )}
      />
    </button>
  );
}
