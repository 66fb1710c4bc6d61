import { useQuery } from '@tanstack/react-query';
import { useTexts } from '../../texts/texts.ts';
import { fetchWorkflow } from '../draft/workflow.queries.ts';
import type { ExecutionDetail, RunVersion } from './execution.queries.ts';

export interface RunVersionChoice {
  value: RunVersion;
  /** "As it is live · Live 3" */
  label: string;
  /** There is no such version, or it is the one that ran. */
  disabled: boolean;
}

/** Which versions a workflow has now; nothing while that is not known, or where the workflow is gone. */
function useVersionsNow(workflowId: string) {
  const { data } = useQuery({
    queryKey: ['workflows', workflowId, 'versions now'],
    queryFn: async () => {
      const { version, activeVersion, liveNumber } = await fetchWorkflow(workflowId);
      return { version, activeVersion, liveNumber };
    },
    retry: false,
  });
  return data;
}

/** The versions that an execution can be run again as, each by its name. */
export function useRunVersions({ workflowId, version, liveNumber }: ExecutionDetail): RunVersionChoice[] {
  const { canvas, executions } = useTexts();
  const now = useVersionsNow(workflowId);
  const named = (what: string, which: string) => `${what} · ${which}`;
  const live = now?.activeVersion ?? undefined;
  return [
    { value: 'same', label: named(executions.asItRan, canvas.version(version, liveNumber)), disabled: false },
    {
      value: 'live',
      label: named(
        executions.asLive,
        live === undefined ? executions.nothingLive : canvas.version(live, now?.liveNumber ?? null),
      ),
      disabled: live === undefined || live === version,
    },
    {
      value: 'draft',
      label: named(executions.asDraft, now ? canvas.version(now.version, null) : '…'),
      disabled: !now || now.version === version,
    },
  ];
}

/** A version by its name, and what it is now: "Version 7, draft". */
export function useVersionName(workflowId: string): (version: number, liveNumber: number | null) => string {
  const { canvas, executions } = useTexts();
  const now = useVersionsNow(workflowId);
  return (version, liveNumber) => {
    const name = canvas.version(version, liveNumber);
    if (version === now?.activeVersion) return executions.isLive(name);
    return version === now?.version ? executions.isDraft(name) : name;
  };
}
