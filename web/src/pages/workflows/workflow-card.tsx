import { Link } from '@tanstack/react-router';
import type { ListedWorkflow } from '../../api/answers/workflows.ts';
import { useTexts } from '../../texts/texts.ts';
import { LastRun } from './last-run.tsx';
import { LiveSwitch } from './live-switch.tsx';
import { TriggerIcons } from './trigger-icons.tsx';
import { Changed, DraftBadge, Tags } from './workflow-columns.tsx';

/** A workflow on a phone, with its switch. */
export function WorkflowCard({ workflow, canEdit }: { workflow: ListedWorkflow; canEdit: boolean }) {
  const { workflows } = useTexts();
  return (
    <div className="flex items-start gap-3">
      <div className="min-w-0 flex-1">
        <Link
          to="/workflows/$workflowId"
          params={{ workflowId: workflow.id }}
          className="block truncate text-[14px] font-semibold"
        >
          {workflow.name}
        </Link>
        <p className="mt-0.5 flex flex-wrap items-center gap-1.5 text-muted">
          <span>{workflow.active ? workflows.on : workflows.off}</span>
          <span aria-hidden="true">·</span>
          <TriggerIcons triggers={workflow.triggers} />
        </p>
        <p className="mt-0.5 truncate">
          <Changed workflow={workflow} />
        </p>
        <p className="mt-1 flex flex-wrap items-center gap-1.5">
          <LastRun of={workflow} />
          <DraftBadge workflow={workflow} />
          <Tags tags={workflow.tags} />
        </p>
      </div>
      <span className="flex h-10 items-center px-1">
        <LiveSwitch workflow={workflow} disabled={!canEdit} />
      </span>
    </div>
  );
}
