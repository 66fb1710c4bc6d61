import type { ReactNode } from 'react';
import { useState } from 'react';
import { useTexts } from '../../texts/texts.ts';
import { type ItemsView, ItemView } from '../data/item-view.tsx';
import type { NodeData } from '../data/node-data.ts';
import { ViewSwitch } from '../data/view-switch.tsx';
import { useRun } from '../run/run-store.ts';

interface Props {
  title: string;
  /** Beside the title: which node, a state. */
  aside?: ReactNode;
  /** Above the items: an error, a hint. */
  notice?: ReactNode;
  data: NodeData;
  firstView: ItemsView;
  /** The node whose items these are, where a reference has to name it. */
  node?: string;
  current?: number;
  onPick?(index: number): void;
  empty: string;
  action?: ReactNode;
}

/** One side of a node: its items in one of the views. */
export function DataPane({ title, aside, notice, data, firstView, node, current, onPick, empty, action }: Props) {
  const { panel } = useTexts();
  const executionId = useRun(({ shown }) => shown?.executionId);
  const [view, setView] = useState<ItemsView>(firstView);
  const hasFiles = data.items.some(({ binary }) => binary && Object.keys(binary).length > 0);
  return (
    <section aria-label={title} className="flex h-full min-h-0 flex-col bg-bg">
      <header className="flex min-h-12 shrink-0 flex-wrap items-center gap-2 px-4 py-2">
        <h3 className="font-semibold">{title}</h3>
        {aside}
        <span className="flex-1" />
        <ViewSwitch value={view} onChange={setView} hasFiles={hasFiles} />
      </header>
      {notice}
      <p className="shrink-0 px-4 pb-1 text-muted">
        {data.items.length > 0 && panel.items(data.total ?? data.items.length)}
      </p>
      <div className="mx-2 mb-2 min-h-0 flex-1 overflow-hidden rounded-card bg-surface">
        <ItemView
          data={data}
          view={view}
          node={node}
          executionId={executionId}
          current={current}
          onPick={onPick}
          empty={empty}
        />
        {data.items.length === 0 && !data.isLoading && action && <div className="px-4 py-2">{action}</div>}
      </div>
    </section>
  );
}
