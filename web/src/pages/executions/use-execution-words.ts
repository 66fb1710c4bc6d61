import { useFormat } from '../../texts/format.ts';
import { told } from '../../texts/messages.ts';
import { useTexts } from '../../texts/texts.ts';
import type { Execution } from './executions.queries.ts';

/** What a row says of an execution, in words. */
export function useExecutionWords() {
  const { executions } = useTexts();
  const format = useFormat();
  return {
    startedBy: ({ mode, retryOf, isTest }: Execution): string => {
      const by = retryOf
        ? executions.retryOf(retryOf.slice(-4))
        : (executions.modes[mode as keyof typeof executions.modes] ?? mode);
      // By hand is a test by itself.
      return isTest && mode !== 'manual' ? executions.inTest(by) : by;
    },
    took: ({ startedAt, finishedAt, status, wakeAt, summary }: Execution): string => {
      if (status === 'waiting') {
        if (summary?.waitsFor === 'call') return executions.waits.call;
        return wakeAt ? executions.waitsUntil(format.moment(wakeAt)) : '';
      }
      if (!startedAt) return '';
      return format.span((finishedAt ? Date.parse(finishedAt) : Date.now()) - Date.parse(startedAt));
    },
    /** The one thing worth knowing. */
    worth: ({ status, error, summary }: Execution): string => {
      if (status === 'in_doubt') return `${summary?.node ? `${summary.node}: ` : ''}${executions.decide}`;
      if (status === 'error' && error) {
        const why = told(error.message, error.code);
        return summary?.node ? `${summary.node}: ${why}` : why;
      }
      if ((status === 'running' || status === 'waiting') && summary?.node)
        return executions.atStep(summary.node, summary.steps);
      return '';
    },
  };
}
