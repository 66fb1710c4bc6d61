import type { JsonObject } from '@orchestrator/workflow';
import type { FieldProps } from '../field-props.ts';
import { useForm } from '../form-context.ts';
import { objectOf } from './object-of.ts';

/** Fields that belong together and are always there. */
export function GroupField({ parameter, path, value, onChange }: FieldProps) {
  const { FieldSet } = useForm().parts;
  return (
    <fieldset className="rounded-card border border-line p-3">
      <legend className="px-1 font-medium">{parameter.label}</legend>
      <FieldSet
        parameters={parameter.fields ?? {}}
        values={objectOf(value)}
        onChange={(values: JsonObject) => onChange(values)}
        path={`${path}.`}
      />
    </fieldset>
  );
}
