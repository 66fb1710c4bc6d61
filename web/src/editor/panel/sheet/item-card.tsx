import type { ReactNode } from 'react';
import { useTexts } from '../../../texts/texts.ts';
import { type ItemsView, ItemView } from '../../data/item-view.tsx';
import type { NodeData } from '../../data/node-data.ts';
import { ViewSwitch } from '../../data/view-switch.tsx';

export interface Look {
  view: ItemsView;
  setView(view: ItemsView): void;
}

/** The head of a pane: what it shows, and how it is looked at. */
export function PaneHead({
  title,
  aside,
  data,
  look,
}: {
  title: string;
  aside?: ReactNode;
  data: NodeData;
  look: Look;
}) {
  const hasFiles = data.items.some(({ binary }) => binary && Object.keys(binary).length > 0);
  return (
    <header className="flex min-h-12 shrink-0 flex-wrap items-center gap-2 px-3.5 py-2">
      <h3 className="font-semibold">{title}</h3>
      {aside}
      <span className="flex-1" />
      <ViewSwitch value={look.view} onChange={look.setView} hasFiles={hasFiles} />
    </header>
  );
}

/** How many items there are, and what steps through them. */
export function Count({ data, children }: { data: NodeData; children?: ReactNode }) {
  const { panel } = useTexts();
  if (data.items.length === 0) return null;
  const count = data.total ?? data.items.length;
  return (
    <div className="flex min-h-7 shrink-0 items-center gap-1 px-3.5 pb-1 text-muted">
      {data.more && data.total === undefined ? panel.itemsAndMore(data.items.length) : panel.items(count)}
      {children}
    </div>
  );
}

/** Items in a card. */
export function ItemCard({
  data,
  look,
  fills,
  ...rest
}: {
  data: NodeData;
  look: Look;
  /** Takes the height that is left; else as high as its content, within bounds. */
  fills: boolean;
  node?: string;
  executionId?: string;
  current?: number;
  onPick?(index: number): void;
  empty: string;
}) {
  const height = fills ? 'min-h-40 flex-1' : look.view === 'table' ? 'h-[42vh]' : 'max-h-[56vh]';
  return (
    <div
      className={`mx-3.5 mb-3 flex shrink-0 flex-col overflow-hidden rounded-card border border-line bg-surface ${height}`}
    >
      <div className="min-h-0 flex-1 overflow-auto py-1">
        <ItemView data={data} view={look.view} {...rest} />
      </div>
    </div>
  );
}
