import type { WorkflowNode } from '@orchestrator/workflow';
import { Play } from 'lucide-react';
import { useState } from 'react';
import { useTexts } from '../../../texts/texts.ts';
import { Button } from '../../../ui/button.tsx';
import { Select } from '../../../ui/select.tsx';
import type { ItemsView } from '../../data/item-view.tsx';
import { useNodeInput, useNodeOutput } from '../../data/node-data.ts';
import { nodesBefore } from '../../document/upstream.ts';
import { useEditor } from '../../editor-store.ts';
import { useMaybeRunActions } from '../../run/run-actions.ts';
import { useRun } from '../../run/run-store.ts';
import { ItemSwitch } from '../item-switch.tsx';
import { useItemIndex, useItemPlace } from '../open-node.ts';
import { EarlierNodes } from './earlier-nodes.tsx';
import { Count, ItemCard, PaneHead } from './item-card.tsx';

/** What goes into a node, what the nodes before it gave, and what else its expressions can read. */
export function InputPane({ node }: { node: WorkflowNode }) {
  const { panel } = useTexts();
  const document = useEditor((state) => state.document);
  const readOnly = useEditor((state) => state.readOnly);
  const executionId = useRun(({ shown }) => shown?.executionId);
  const actions = useMaybeRunActions();
  const [view, setView] = useState<ItemsView>('schema');
  const [chosen, setChosen] = useState<string>();
  const before = nodesBefore(document, node.id);
  const direct = useNodeInput(node);
  const other = before.find(({ id }) => id === chosen && id !== direct.from?.id);
  const given = useNodeOutput(other);
  const data = other ? given : direct;
  const index = useItemIndex(node.id, direct.items.length);
  const go = useItemPlace((place) => place.go);
  const look = { view, setView };
  const { from } = direct;
  return (
    <section aria-label={panel.input} className="flex h-full min-h-0 flex-col overflow-y-auto bg-bg">
      <PaneHead
        title={panel.input}
        data={data}
        look={look}
        aside={
          before.length > 0 && (
            <Select
              aria-label={panel.sourceNode}
              className="!w-auto max-w-44"
              value={other?.id ?? from?.id ?? ''}
              options={before.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={setChosen}
            />
          )
        }
      />
      {before.length === 0 ? (
        <p className="px-3.5 pb-3 text-muted">{panel.noNodesBefore}</p>
      ) : (
        <>
          <Count data={data}>{!other && <ItemSwitch node={node} />}</Count>
          <ItemCard
            data={data}
            look={look}
            fills={false}
            node={other?.name}
            executionId={data.executionId ?? executionId}
            current={other ? undefined : index}
            onPick={other ? undefined : (next) => go(node.id, next)}
            empty={panel.noInput}
          />
          {data.items.length === 0 && !data.isLoading && from && actions && !readOnly && (
            <div className="px-3.5 pb-3">
              <Button icon={<Play size={14} />} onClick={() => void actions.runTo(from.name)}>
                {panel.runBefore}
              </Button>
            </div>
          )}
        </>
      )}
      <EarlierNodes nodes={before.filter(({ id }) => id !== (other ?? from)?.id)} />
    </section>
  );
}
