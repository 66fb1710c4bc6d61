import { useTexts } from '../../texts/texts.ts';
import { CallablePicker } from '../callable-picker.tsx';
import { createCallable, fieldsOf } from '../create-callable.ts';
import type { ControlProps } from '../field-props.ts';
import { useForm } from '../form-context.ts';
import { objectOf } from './object-of.ts';

/** Another workflow of this tenant that this one calls. */
export function WorkflowField({ parameter, value, onChange, control }: ControlProps) {
  const { panel } = useTexts();
  const { readOnly, expressions, node } = useForm();
  const shown = expressions?.items[expressions.itemIndex]?.json;
  return (
    <CallablePicker
      kind="subworkflow"
      value={String(objectOf(value).id ?? '')}
      onChange={(id) => onChange({ id })}
      label={parameter.label}
      control={control}
      by={expressions?.workflowId}
      readOnly={readOnly}
      create={() =>
        createCallable('subworkflow', panel.subworkflowFor(node?.name ?? ''), panel.calledTrigger, fieldsOf(shown))
      }
    />
  );
}
