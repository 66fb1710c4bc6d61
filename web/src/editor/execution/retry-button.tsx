import { ChevronDown } from 'lucide-react';
import { useTexts } from '../../texts/texts.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import type { ExecutionDetail, RunVersion } from './execution.queries.ts';
import { useRunVersions } from './run-versions.ts';

/** Retries as it ran; or, from its menu, as the workflow is now. */
export function RetryButton({ execution, onRetry }: { execution: ExecutionDetail; onRetry(as: RunVersion): void }) {
  const { executions } = useTexts();
  const choices = useRunVersions(execution);
  return (
    <div className="flex">
      <Button look="primary" className="!rounded-e-none" onClick={() => onRetry('same')}>
        {executions.retry}
      </Button>
      <Menu
        items={[
          { heading: executions.retryAs },
          ...choices.map(({ value, label, disabled }) => ({ label, disabled, run: () => onRetry(value) })),
        ]}
      >
        <IconButton
          look="primary"
          label={executions.retryAs}
          className="!min-h-8 !w-7 !rounded-s-none border-s-on-accent/40 max-phone:!min-h-10"
        >
          <ChevronDown size={14} />
        </IconButton>
      </Menu>
    </div>
  );
}
