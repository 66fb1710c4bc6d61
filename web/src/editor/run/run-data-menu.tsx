import type { WorkflowNode } from '@orchestrator/workflow';
import { useQuery } from '@tanstack/react-query';
import { ChevronDown, Database } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useFormat } from '../../texts/format.ts';
import { useTexts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { useEditor } from '../editor-store.ts';
import { useLooks } from '../node-types/looks.ts';
import { useListen } from '../panel/triggers/use-listen.ts';
import { lastCallQuery } from './last-call.queries.ts';
import { hasPin, type RunDataKind, runDataKind } from './run-data.ts';
import { chooseRunData, useRunDataChoices } from './run-data-store.ts';
import { useRunStore } from './run-store.ts';

const OwnDataDialog = lazy(() => import('./own-data-dialog.tsx'));

/** With what the trigger starts, and a menu to choose it from. What is not there says why. */
export function RunDataMenu({ trigger }: { trigger: WorkflowNode }) {
  const { run: texts, executions, panel } = useTexts();
  const format = useFormat();
  const run = useRunStore();
  const workflowId = useEditor((state) => state.workflowId);
  const isPinned = useEditor(({ document }) => hasPin(document, trigger.id));
  const choice = useRunDataChoices(workflowId).data[trigger.id];
  const kind = runDataKind(choice, isPinned);
  const looks = useLooks(trigger.id);
  const { example } = looks;
  const { begin } = useListen();
  const { data: last } = useQuery(lastCallQuery(workflowId, trigger.id));
  const [writing, setWriting] = useState(false);
  const choose = (next: RunDataKind, own?: string) => {
    chooseRunData(workflowId, trigger.id, { kind: next, ...(own === undefined ? {} : { own }) });
    // What ran before ran with other data: a run to a node does not go on from it.
    run.getState().spend();
  };
  const { call } = choice ?? {};
  const moment = (at: string) => `${format.moment(at)} (${format.ago(at)})`;
  const nameOf = (each: RunDataKind) => (each === 'call' && call?.test ? texts.testCall : texts.data[each]);
  const item = (each: RunDataKind, more: string, disabled = false) => ({
    label: `${nameOf(each)} · ${more}`,
    checked: kind === each,
    disabled,
    run: () => (each === 'own' ? setWriting(true) : choose(each)),
  });
  return (
    <>
      <Menu
        align="start"
        items={[
          { heading: texts.dataOf(trigger.name) },
          item('sample', example ? texts.sampleCall : texts.sampleEmpty),
          item('pinned', isPinned ? texts.pinnedAt(trigger.name) : texts.nothingPinned(trigger.name), !isPinned),
          ...(call ? [item('call', call.test ? moment(call.at) : texts.executionAt(moment(call.at)))] : []),
          item(
            'last',
            last ? `${executions.modes[last.mode]}, ${moment(last.at)}` : texts.noLastCall(trigger.name),
            !last,
          ),
          item('own', texts.ownText),
          ...(looks.trigger === 'webhook' ? [null, { label: panel.listen, run: begin }] : []),
        ]}
      >
        <Button
          look="quiet"
          icon={<Database size={14} />}
          aria-label={`${texts.chooseData}: ${nameOf(kind)}`}
          className="!px-2"
        >
          <span className="max-phone:hidden">{nameOf(kind)}</span>
          <ChevronDown size={14} aria-hidden="true" />
        </Button>
      </Menu>
      {writing && (
        <Suspense>
          <OwnDataDialog
            trigger={trigger.name}
            initial={choice?.own ?? JSON.stringify([example ?? {}], null, 2)}
            onClose={() => setWriting(false)}
            onUse={(own) => {
              choose('own', own);
              setWriting(false);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
