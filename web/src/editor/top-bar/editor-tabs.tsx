import { Link } from '@tanstack/react-router';
import { useTexts } from '../../texts/texts.ts';

export type EditorTab = 'editor' | 'executions';

const TAB =
  'rounded-control px-2.5 py-1 font-medium text-muted hover:text-text aria-[current=page]:bg-surface aria-[current=page]:text-text aria-[current=page]:shadow-card max-phone:py-2';

/** The two views of a workflow: what it does, and what it did. */
export function EditorTabs({ workflowId, current }: { workflowId: string; current: EditorTab }) {
  const { canvas } = useTexts();
  const params = { workflowId };
  return (
    <nav aria-label={canvas.tabs} className="flex shrink-0 gap-0.5 rounded-card bg-sunken p-0.5">
      <Link
        to="/workflows/$workflowId"
        params={params}
        search={{}}
        activeOptions={{ exact: true }}
        aria-current={current === 'editor' ? 'page' : undefined}
        className={TAB}
      >
        {canvas.tabEditor}
      </Link>
      <Link
        to="/workflows/$workflowId/executions"
        params={params}
        search={{}}
        aria-current={current === 'executions' ? 'page' : undefined}
        className={TAB}
      >
        {canvas.tabExecutions}
      </Link>
    </nav>
  );
}
