import { useFormat } from '../../texts/format.ts';
import { told } from '../../texts/messages.ts';
import { useTexts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { useEditor, useEditorStore } from '../editor-store.ts';
import { RunLink } from '../execution/related-runs.tsx';
import { lineOf, showLine } from '../panel/code-place.ts';
import type { Step } from './run-events.ts';
import type { CalledRun } from './run-store.ts';

/** What happened in a step beside its items: its attempts, why it failed, the runs of sub-workflows that it started. */
export function StepStory({
  step,
  called,
  noticed,
}: {
  step: Step;
  called: readonly CalledRun[];
  /** The error that the page says already. */
  noticed?: string;
}) {
  const { executions, run: texts, panel } = useTexts();
  const editor = useEditorStore();
  const id = useEditor(({ document }) => document.nodes.find(({ name }) => name === step.node)?.id);
  const line = step.error && lineOf(step.error);
  const format = useFormat();
  const tries = step.tries ?? [];
  return (
    <div className="max-h-[45%] shrink-0 overflow-y-auto px-3 empty:hidden">
      {tries.length > 0 && (
        <ol aria-label={texts.triesOf(step.node)} className="mb-1.5 rounded-control bg-sunken px-3 py-1.5">
          {tries.map(({ at, took, error }, index) => (
            <li key={at} className="flex gap-2">
              <span className="shrink-0 text-muted">
                {texts.tryAt(index + 1, format.moment(new Date(at).toISOString()))}
              </span>
              <span className="min-w-0 flex-1 wrap-anywhere text-bad">✕ {told(error.message, error.code)}</span>
              <span className="shrink-0 font-mono text-sm text-muted">{format.span(took)}</span>
            </li>
          ))}
          {step.status !== 'waiting' && (
            <li className="flex gap-2">
              <span className="text-muted">{texts.tryLast(tries.length + 1)}</span>
              <span className={step.status === 'error' ? 'text-bad' : 'text-ok'}>
                {step.status === 'error' ? '✕' : '✓'} {texts.stepStatus[step.status]}
              </span>
            </li>
          )}
        </ol>
      )}
      {step.error && (step.error.message !== noticed || line !== undefined) && (
        <p className="px-1 py-1 wrap-anywhere text-bad">
          {step.error.message !== noticed && told(step.error.message, step.error.code)}
          {line !== undefined && id !== undefined && (
            <Button
              look="quiet"
              className="ms-2"
              onClick={() => {
                editor.getState().select([id]);
                editor.getState().openNode(id);
                showLine(id, line);
              }}
            >
              {panel.showLine(line)}
            </Button>
          )}
        </p>
      )}
      {called.length > 0 && (
        <nav aria-label={executions.called(called.length)} className="mb-1.5">
          <ul className="flex flex-wrap gap-1">
            {called.map((each) => (
              <RunLink
                key={each.id}
                run={each}
                name={each.workflowName ?? executions.gone}
                more={each.wait ? undefined : executions.notWaitedFor}
              />
            ))}
          </ul>
        </nav>
      )}
    </div>
  );
}
