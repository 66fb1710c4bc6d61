import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Radio } from '../../ui/radio.tsx';
import { toastFault } from '../../ui/toast.tsx';
import { type Conflict, merge } from '../document/merge.ts';
import { useEditorStore } from '../editor-store.ts';
import { valueInWords } from './diff-words.ts';
import { useDraft, useDraftStore } from './draft-store.ts';
import { documentOf, fetchWorkflow, type WorkflowAnswer } from './workflow.queries.ts';

/** When somebody else saved in between: takes both where they don't touch, and asks where they do. */
export function MergeDialog() {
  const texts = useTexts();
  const { canvas } = texts;
  const editor = useEditorStore();
  const draft = useDraftStore();
  const stale = useDraft((state) => state.status === 'stale');
  const [question, setQuestion] = useState<{ theirs: WorkflowAnswer; conflicts: Conflict[] }>();
  const [choices, setChoices] = useState<Readonly<Record<string, 'mine' | 'theirs'>>>({});

  const finish = (theirs: WorkflowAnswer, chosen: Readonly<Record<string, 'mine' | 'theirs'>>) => {
    const other = documentOf(theirs);
    const { document } = merge(
      draft.getState().savedDocument,
      editor.getState().document,
      other,
      (conflict) => chosen[keyOf(conflict)] ?? 'mine',
    );
    editor.getState().takeIn(document);
    setQuestion(undefined);
    setChoices({});
    draft.getState().rebase(theirs.version, other);
  };
  const begin = useMutation({
    mutationFn: () => fetchWorkflow(editor.getState().workflowId ?? ''),
    onSuccess: (theirs) => {
      const { conflicts } = merge(draft.getState().savedDocument, editor.getState().document, documentOf(theirs));
      if (conflicts.length === 0) finish(theirs, {});
      else setQuestion({ theirs, conflicts });
    },
    onError: toastFault,
  });
  if (!stale) return null;
  return (
    <>
      <div
        role="alert"
        className="flex flex-wrap items-center gap-3 border-b border-line bg-warn-soft px-4 py-2 text-warn"
      >
        <span className="flex-1">{canvas.staleText}</span>
        <Button busy={begin.isPending} onClick={() => begin.mutate()}>
          {canvas.mergeAction}
        </Button>
      </div>
      <Dialog
        open={question !== undefined}
        onOpenChange={(open) => !open && setQuestion(undefined)}
        title={canvas.mergeTitle}
        description={canvas.mergeText}
        size="medium"
        actions={
          question && (
            <Button look="primary" onClick={() => finish(question.theirs, choices)}>
              {canvas.mergeFinish}
            </Button>
          )
        }
      >
        <ul className="flex flex-col gap-2">
          {question?.conflicts.map((conflict, index) => (
            <li key={keyOf(conflict)}>
              <fieldset className="rounded-control border border-line px-3 py-2">
                <legend className="px-1 font-medium">
                  {conflict.name} <span className="font-mono text-sm text-muted">{conflict.path}</span>
                </legend>
                {(['mine', 'theirs'] as const).map((side) => (
                  <label key={side} htmlFor={`conflict-${index}-${side}`} className="flex items-start gap-2 py-0.5">
                    <Radio
                      id={`conflict-${index}-${side}`}
                      name={keyOf(conflict)}
                      checked={(choices[keyOf(conflict)] ?? 'mine') === side}
                      onChoose={() => setChoices({ ...choices, [keyOf(conflict)]: side })}
                    />
                    <span className="w-16 shrink-0">{side === 'mine' ? canvas.mine : canvas.theirs}</span>
                    <span className="min-w-0 font-mono text-sm break-all">
                      {conflict[side] === undefined ? canvas.nothingThere : valueInWords(conflict[side], texts)}
                    </span>
                  </label>
                ))}
              </fieldset>
            </li>
          ))}
        </ul>
      </Dialog>
    </>
  );
}

const keyOf = ({ name, path }: Conflict): string => `${name} ${path}`;
