import { Link, useNavigate } from '@tanstack/react-router';
import { Check, Copy, X } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { copyText } from '../../api/plain-http.ts';
import { LINK } from '../../pages/session/session-card.tsx';
import { useTexts } from '../../texts/texts.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { useEscape } from '../../ui/escape.ts';
import { Spotlight } from './spotlight.tsx';
import { useSample } from './tour.queries.ts';
import { endTour, goToStep, useTour } from './tour-store.ts';

/** What each step points at. */
const TARGETS = ['.react-flow', '[data-tour="data"]', '[data-tour="run"]', undefined] as const;
/** Steps that look at the run that there was; the others are about the workflow itself. */
const ON_EXECUTION = 2;

/** The first minute: the sample, already run, its data, how to run it, and the line that calls it. Esc ends it. */
export default function Tour() {
  const { frame, words } = useTexts();
  const { step = 0, sampleCall } = useTour();
  const sample = useSample().data;
  const navigate = useNavigate();
  const title = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const steps = frame.tour;
  const current = steps[step];
  const isLast = step >= steps.length - 1;
  const { workflowId, executionId } = sample ?? {};
  // biome-ignore lint/correctness/useExhaustiveDependencies: goes there once for each step
  useEffect(() => {
    if (!workflowId) return;
    if (step < ON_EXECUTION && executionId) {
      void navigate({ to: '/executions/$executionId', params: { executionId } });
    } else if (step >= ON_EXECUTION) void navigate({ to: '/workflows/$workflowId', params: { workflowId } });
  }, [step, workflowId, executionId]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step is read out as it begins
  useEffect(() => heading.current?.focus({ preventScroll: true }), [step]);
  const escapes = useEscape(() => {
    endTour();
    return true;
  });
  if (!current || sample === null) return null;
  return (
    <>
      <Spotlight target={TARGETS[step]} />
      <section
        ref={escapes}
        aria-labelledby={title}
        className="fixed end-5 top-16 z-40 w-96 max-w-[calc(100vw-24px)] rounded-sheet border border-line-strong bg-surface p-5 shadow-sheet max-phone:top-auto max-phone:end-3 max-phone:bottom-[68px]"
      >
        <div className="flex items-start gap-2">
          <h2 id={title} ref={heading} tabIndex={-1} className="flex-1 text-lg font-semibold outline-none">
            {current.title}
          </h2>
          <IconButton label={frame.endTour} onClick={endTour}>
            <X size={16} />
          </IconButton>
        </div>
        <p className="mt-1 text-muted">{current.text}</p>
        {isLast && (
          <>
            {sampleCall && <CallLine call={sampleCall} />}
            <p className="mt-3 flex flex-wrap gap-4">
              <Link to="/templates" onClick={endTour} className={LINK}>
                {frame.tourTemplates}
              </Link>
              <Link to="/workflows" search={{ do: 'import' }} onClick={endTour} className={LINK}>
                {frame.tourImport}
              </Link>
            </p>
          </>
        )}
        <div className="mt-4 flex items-center gap-2">
          <span className="flex-1 text-sm text-muted">{frame.tourStep(step + 1, steps.length)}</span>
          {step > 0 && <Button onClick={() => goToStep(step - 1)}>{words.back}</Button>}
          <Button look="primary" onClick={() => (isLast ? endTour() : goToStep(step + 1))}>
            {isLast ? frame.tourDone : frame.tourNext}
          </Button>
        </div>
      </section>
    </>
  );
}

/** The line for a terminal, to be taken with one click. */
function CallLine({ call }: { call: string }) {
  const { words } = useTexts();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await copyText(call);
    setCopied(true);
  };
  return (
    <div className="mt-3 flex items-start gap-1 rounded-control bg-sunken p-2 ps-3">
      <code className="min-w-0 flex-1 py-1.5 font-mono text-sm break-all select-all">{call}</code>
      <IconButton label={copied ? words.copied : words.copy} onClick={() => void copy()}>
        {copied ? <Check size={14} /> : <Copy size={14} />}
      </IconButton>
    </div>
  );
}
