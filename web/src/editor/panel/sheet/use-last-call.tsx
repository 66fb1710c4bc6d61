import type { WorkflowNode } from '@orchestrator/workflow';
import { useQuery } from '@tanstack/react-query';
import { Database } from 'lucide-react';
import { useFormat } from '../../../texts/format.ts';
import { useTexts } from '../../../texts/texts.ts';
import { Button } from '../../../ui/button.tsx';
import { useEditor } from '../../editor-store.ts';
import { lastCallQuery } from '../../run/last-call.queries.ts';
import { chooseRunData } from '../../run/run-data-store.ts';
import { useRunStore } from '../../run/run-store.ts';

/** Where a trigger has nothing to show yet: has it start with what it was last met with in earnest, if it ever was. */
export function UseLastCall({ node }: { node: WorkflowNode }) {
  const { run: texts } = useTexts();
  const format = useFormat();
  const run = useRunStore();
  const workflowId = useEditor((state) => state.workflowId);
  const { data: last } = useQuery(lastCallQuery(workflowId, node.id));
  if (!last) return null;
  const use = () => {
    chooseRunData(workflowId, node.id, { kind: 'last' });
    // What ran before ran with other data: a run to a node does not go on from it.
    run.getState().spend();
  };
  return (
    <div className="px-3.5 pb-3">
      <Button icon={<Database size={14} />} onClick={use}>
        {texts.takeLastCall(format.ago(last.at))}
      </Button>
    </div>
  );
}
