import type { OnError, RetryPolicy, WorkflowNode } from '@orchestrator/workflow';
import { useId } from 'react';
import { useTexts } from '../../texts/texts.ts';
import { Field, Input } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { Switch } from '../../ui/toggle.tsx';
import { type NodePatch, patchNode } from '../document/nodes.ts';
import { useEditor, useEditorStore } from '../editor-store.ts';

const FIRST: RetryPolicy = { maxTries: 3, waitMs: 1000 };

/** What happens when a node fails, and how it runs. */
export function RetryTab({ node }: { node: WorkflowNode }) {
  const { panel } = useTexts();
  const editor = useEditorStore();
  const readOnly = useEditor((state) => state.readOnly);
  const change = (patch: NodePatch) =>
    editor.getState().change((document) => patchNode(document, node.id, patch), { merge: `retry ${node.id}` });
  const { retry } = node;
  const numberOf = (text: string, least: number) => Math.max(least, Math.round(Number(text)) || least);
  return (
    <div className="flex flex-col gap-4">
      <Field label={panel.onError}>
        {(control) => (
          <Select
            {...control}
            value={node.onError ?? 'stop'}
            disabled={readOnly}
            options={Object.entries(panel.onErrorChoices).map(([value, label]) => ({ value, label }))}
            onChange={(value) => change({ onError: value === 'stop' ? undefined : (value as OnError) })}
          />
        )}
      </Field>
      <Toggle
        label={panel.retry}
        checked={retry !== undefined}
        disabled={readOnly}
        onChange={(on) => change({ retry: on ? FIRST : undefined })}
      />
      {retry && (
        <>
          <Field label={panel.maxTries}>
            {(control) => (
              <Input
                {...control}
                type="number"
                min={2}
                max={100}
                readOnly={readOnly}
                value={retry.maxTries}
                onChange={({ target }) =>
                  change({ retry: { ...retry, maxTries: Math.min(100, numberOf(target.value, 2)) } })
                }
              />
            )}
          </Field>
          <Field label={panel.waitMs}>
            {(control) => (
              <Input
                {...control}
                type="number"
                min={0}
                readOnly={readOnly}
                value={retry.waitMs}
                onChange={({ target }) => change({ retry: { ...retry, waitMs: numberOf(target.value, 0) } })}
              />
            )}
          </Field>
          <Field label={panel.backoff}>
            {(control) => (
              <Select
                {...control}
                value={retry.backoff ?? 'fixed'}
                disabled={readOnly}
                options={Object.entries(panel.backoffChoices).map(([value, label]) => ({ value, label }))}
                onChange={(backoff) => change({ retry: { ...retry, backoff: backoff as 'fixed' | 'exponential' } })}
              />
            )}
          </Field>
        </>
      )}
      <Toggle
        label={panel.alwaysOutputData}
        checked={node.alwaysOutputData === true}
        disabled={readOnly}
        onChange={(on) => change({ alwaysOutputData: on || undefined })}
      />
      <Toggle
        label={panel.executeOnce}
        checked={node.executeOnce === true}
        disabled={readOnly}
        onChange={(on) => change({ executeOnce: on || undefined })}
      />
    </div>
  );
}

function Toggle({
  label,
  ...rest
}: {
  label: string;
  checked: boolean;
  disabled: boolean;
  onChange(on: boolean): void;
}) {
  const id = useId();
  return (
    <div className="flex items-center justify-between gap-3">
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      <Switch id={id} {...rest} />
    </div>
  );
}
