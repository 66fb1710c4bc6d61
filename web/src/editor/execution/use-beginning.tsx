import { Database } from 'lucide-react';
import { useTexts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { useEditor } from '../editor-store.ts';
import { useLooks } from '../node-types/looks.ts';
import { stepsOf } from '../run/run-events.ts';
import { useRun } from '../run/run-store.ts';
import { isBeginning } from '../run/use-this-data.ts';
import type { ExecutionDetail } from './execution.queries.ts';
import { useInEditor } from './use-in-editor.ts';

/** Has the draft's trigger start with what this execution began with; nothing where no trigger began it. */
export function UseBeginning({ execution }: { execution: ExecutionDetail }) {
  const { run: texts } = useTexts();
  const shown = useRun((state) => state.shown);
  const first = shown && stepsOf(shown).find((step) => isBeginning(step) && step.finishedAt !== undefined);
  const id = useEditor(({ document }) => document.nodes.find(({ name }) => name === first?.node)?.id);
  const { trigger } = useLooks(id ?? '');
  const use = useInEditor(execution);
  if (!first || !trigger) return null;
  return (
    <Button icon={<Database size={14} />} onClick={() => use(first, [])}>
      {texts.useData}
    </Button>
  );
}
