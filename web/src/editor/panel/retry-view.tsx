import type { WorkflowNode } from '@orchestrator/workflow';
import { useMemo } from 'react';
import type { Parameters } from '../../forms/declaration.ts';
import { ParameterForm } from '../../forms/parameter-form.tsx';
import { useTexts } from '../../texts/texts.ts';
import { useEditor } from '../editor-store.ts';
import { usePatch } from './open-node.ts';
import { FIRST_POLICY, retryOf } from './retry-policy.ts';

/** What happens when a node fails, and how often it is tried. */
export function RetryView({ node }: { node: WorkflowNode }) {
  const { panel } = useTexts();
  const readOnly = useEditor((state) => state.readOnly);
  const patch = usePatch(node.id);
  const parameters = useMemo<Parameters>(
    () => ({
      onError: {
        kind: 'options',
        label: panel.onError,
        default: 'stop',
        choices: (['stop', 'continue', 'errorOutput'] as const).map((value) => ({
          value,
          label: panel.onErrorChoices[value],
        })),
      },
      retry: { kind: 'boolean', label: panel.retry, description: panel.retryHint, default: false },
      maxTries: {
        kind: 'number',
        label: panel.maxTries,
        integer: true,
        min: 2,
        max: 100,
        default: FIRST_POLICY.maxTries,
        show: { retry: [true] },
      },
      waitMs: { kind: 'number', label: panel.waitMs, min: 0, default: FIRST_POLICY.waitMs, show: { retry: [true] } },
      backoff: {
        kind: 'options',
        label: panel.backoff,
        default: 'fixed',
        choices: (['fixed', 'exponential'] as const).map((value) => ({ value, label: panel.backoffChoices[value] })),
        show: { retry: [true] },
      },
      maxWaitMs: {
        kind: 'number',
        label: panel.maxWaitMs,
        min: 0,
        default: null,
        show: { retry: [true], backoff: ['exponential'] },
      },
      alwaysOutputData: { kind: 'boolean', label: panel.alwaysOutputData, default: false },
      executeOnce: { kind: 'boolean', label: panel.executeOnce, default: false },
    }),
    [panel],
  );
  const { onError, retry, alwaysOutputData, executeOnce } = node;
  const values = {
    ...(onError ? { onError } : {}),
    retry: retry !== undefined,
    ...retry,
    ...(alwaysOutputData ? { alwaysOutputData } : {}),
    ...(executeOnce ? { executeOnce } : {}),
  };
  return (
    <ParameterForm
      parameters={parameters}
      values={values}
      context={{ readOnly }}
      onChange={(next) =>
        patch({
          onError: next.onError === 'stop' ? undefined : (next.onError as WorkflowNode['onError']),
          retry: next.retry === true ? retryOf(next) : undefined,
          alwaysOutputData: next.alwaysOutputData === true || undefined,
          executeOnce: next.executeOnce === true || undefined,
        })
      }
    />
  );
}
