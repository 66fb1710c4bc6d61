import { useTexts } from '../../texts/texts.ts';
import { SplitButton } from '../../ui/split-button.tsx';
import type { ExecutionDetail, RunVersion } from './execution.queries.ts';
import { useRunVersions } from './run-versions.ts';

/** Retries as it ran; or, from its menu, as the workflow is now. */
export function RetryButton({ execution, onRetry }: { execution: ExecutionDetail; onRetry(as: RunVersion): void }) {
  const { executions } = useTexts();
  const choices = useRunVersions(execution);
  return (
    <SplitButton
      onClick={() => onRetry('same')}
      more={[
        { heading: executions.retryAs },
        ...choices.map(({ value, label, disabled }) => ({ label, disabled, run: () => onRetry(value) })),
      ]}
      moreLabel={executions.retryAs}
    >
      {executions.retry}
    </SplitButton>
  );
}
