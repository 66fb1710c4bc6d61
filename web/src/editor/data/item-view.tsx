import { useMemo, useState } from 'react';
import { useTexts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { Input } from '../../ui/field.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { BinaryView } from './binary-view.tsx';
import { JsonView } from './json-view.tsx';
import type { NodeData } from './node-data.ts';
import { itemHas } from './schema.ts';
import { SchemaView } from './schema-view.tsx';
import { TableView } from './table-view.tsx';

export type ItemsView = 'table' | 'json' | 'schema' | 'binary';
/** More items than this can be searched. */
const SEARCHABLE = 5;

interface Props {
  data: NodeData;
  view: ItemsView;
  /** The node whose items these are, where a reference has to name it. */
  node?: string;
  /** The execution that they are from: where its files are. */
  executionId?: string;
  current?: number;
  onPick?(index: number): void;
  /** What stands there when there are none. */
  empty: string;
}

/** Items, in one of the views. */
export function ItemView({ data, view, node, executionId, current, onPick, empty }: Props) {
  const { panel } = useTexts();
  const [search, setSearch] = useState('');
  const items = useMemo(
    () => (search ? data.items.filter((item) => itemHas(item, search)) : data.items),
    [data.items, search],
  );
  if (data.isLoading) return <Skeleton rows={3} height={28} />;
  if (data.fault) {
    return (
      <p className="px-4 py-2 text-bad">{data.fault instanceof Error ? data.fault.message : String(data.fault)}</p>
    );
  }
  if (data.items.length === 0) return <p className="px-4 py-2 text-muted">{empty}</p>;
  return (
    <div className="flex h-full min-h-0 flex-col">
      {data.items.length > SEARCHABLE && (
        <div className="px-2 pb-1">
          <Input
            type="search"
            aria-label={panel.searchItems}
            placeholder={panel.searchItems}
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
        </div>
      )}
      <div className="min-h-0 flex-1 overflow-auto">
        {view === 'table' && (
          <TableView
            items={items}
            node={node}
            current={search ? undefined : current}
            onPick={search ? undefined : onPick}
          />
        )}
        {view === 'json' && <JsonView items={items} node={node} />}
        {view === 'schema' && <SchemaView items={items} node={node} />}
        {view === 'binary' && <BinaryView items={items} executionId={executionId} />}
      </div>
      {data.more && (
        <div className="flex justify-center border-t border-line p-1">
          <Button look="quiet" busy={data.more.busy} onClick={data.more.load}>
            {panel.more}
          </Button>
        </div>
      )}
    </div>
  );
}
