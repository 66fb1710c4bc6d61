import type { JsonObject, JsonValue } from '@orchestrator/workflow';
import { type Parameters, parameterValue, shownNames, withValue } from './declaration.ts';
import { type FormContext, FormProvider, useForm } from './form-context.ts';
import { ParameterField } from './parameter-field.tsx';

interface Props {
  parameters: Parameters;
  values: JsonObject;
  onChange(values: JsonObject): void;
  /** What the fields need to know besides; see `FormContext`. */
  context?: Partial<Omit<FormContext, 'parameters' | 'values'>>;
}

/** A form made from the declaration of a node's or credential type's parameters. */
export function ParameterForm({ parameters, values, onChange, context }: Props) {
  return (
    <FormProvider value={{ readOnly: false, ...context, parameters, values }}>
      <FieldSet parameters={parameters} values={values} onChange={onChange} path="" />
    </FormProvider>
  );
}

interface SetProps {
  parameters: Parameters;
  values: JsonObject;
  onChange(values: JsonObject): void;
  /** Where these are within the form: `options.` or `rules[0].`. */
  path: string;
  /** Only these, of a collection. */
  only?: readonly string[];
}

/** The fields that are shown beside the given values. */
export function FieldSet({ parameters, values, onChange, path, only }: SetProps) {
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
