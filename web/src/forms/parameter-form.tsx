import type { JsonObject, JsonValue } from '@orchestrator/workflow';
import { useEffect } from 'react';
import { type Parameters, parameterValue, shownNames, withValue } from './declaration.ts';
import type { FieldSetProps } from './field-props.ts';
import { type FormContext, FormProvider, useForm } from './form-context.ts';
import { loadExpressionEditor, ParameterField } from './parameter-field.tsx';

interface Props {
  parameters: Parameters;
  values: JsonObject;
  onChange(values: JsonObject): void;
  /** What the fields need to know besides; see `FormContext`. */
  context?: Partial<Omit<FormContext, 'parameters' | 'values' | 'parts'>>;
}

/** A form made from the declaration of a node's or credential type's parameters. */
export function ParameterForm({ parameters, values, onChange, context }: Props) {
  const hasExpressions = context?.expressions !== undefined;
  useEffect(() => {
    if (hasExpressions) void loadExpressionEditor().catch(() => {});
  }, [hasExpressions]);
  return (
    <FormProvider value={{ readOnly: false, ...context, parameters, values, parts: PARTS }}>
      <FieldSet parameters={parameters} values={values} onChange={onChange} path="" />
    </FormProvider>
  );
}

/** The fields that are shown beside the given values. */
function FieldSet({ parameters, values, onChange, path, only }: FieldSetProps) {
  const root = useForm();
  const names = shownNames(parameters, values, root).filter((name) => !only || only.includes(name));
  return (
    <div className="flex flex-col gap-4">
      {names.map((name) => {
        const parameter = parameters[name];
        if (!parameter) return null;
        return (
          <ParameterField
            key={name}
            name={name}
            path={`${path}${name}`}
            parameter={parameter}
            value={parameterValue(values, name, parameters)}
            isSet={Object.hasOwn(values, name)}
            onChange={(value: JsonValue | undefined) => onChange(withValue(values, name, value))}
          />
        );
      })}
    </div>
  );
}

/** Handed down, so that a kind that holds fields does not import what draws it. */
const PARTS = { Field: ParameterField, FieldSet };
