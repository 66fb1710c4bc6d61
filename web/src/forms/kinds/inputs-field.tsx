import type { JsonObject, JsonValue } from '@orchestrator/workflow';
import { useQuery } from '@tanstack/react-query';
import { useTexts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { type CallableWorkflow, calledQuery } from '../callable.queries.ts';
import { type Parameter, shownNames } from '../declaration.ts';
import type { FieldProps } from '../field-props.ts';
import { useForm } from '../form-context.ts';
import { AssignmentsField } from './assignments-field.tsx';
import { objectOf } from './object-of.ts';
import { entriesOf } from './structured.ts';

type Input = NonNullable<CallableWorkflow['inputs']>[number];

/** What another workflow is given: the fields that it declares, each by its type; where it declares none, any. */
export function InputsField(props: FieldProps) {
  const { expressions, parameters, values } = useForm();
  const { takenBy = '' } = props.parameter;
  const isCalled = shownNames(parameters, values, { parameters, values }).includes(takenBy);
  const id = isCalled ? String(objectOf(values[takenBy]).id ?? '') : '';
  const called = useQuery(calledQuery('subworkflow', expressions?.workflowId, id));
  const inputs = id === '' ? undefined : called.data?.inputs;
  return inputs ? <DeclaredInputs {...props} inputs={inputs} /> : <AssignmentsField {...props} />;
}

function DeclaredInputs({ parameter, path, value, onChange, inputs }: FieldProps & { inputs: readonly Input[] }) {
  const { panel } = useTexts();
  const { readOnly, expressions, parts } = useForm();
  const { Field } = parts;
  const given = entriesOf(value) as JsonObject[];
  const item = expressions?.items[expressions.itemIndex]?.json;
  const gone = given.filter(({ name }) => !inputs.some((input) => input.name === name));
  const set = ({ name, type }: Input, next: JsonValue | undefined) => {
    const at = given.findIndex((each) => each.name === name);
    if (next === undefined || next === null || next === '') return onChange(given.filter((_, index) => index !== at));
    const entry = { name, value: next, type };
    onChange(at === -1 ? [...given, entry] : given.with(at, entry));
  };
  const hintOf = ({ name }: Input) =>
    item === undefined
      ? panel.inputFromItem
      : Object.hasOwn(item, name)
        ? panel.inputOfItem(shortText(item[name]))
        : panel.inputMissing;
  return (
    <fieldset>
      <legend className="mb-1 font-medium">{parameter.label}</legend>
      <div className="flex flex-col gap-3">
        {inputs.length === 0 && <p className="text-muted">{panel.noInputs}</p>}
        {inputs.map((input) => {
          const at = given.findIndex((each) => each.name === input.name);
          const entry = given[at];
          const type = String(entry?.type ?? input.type);
          const differs = type !== input.type && type !== 'any';
          return (
            <div key={input.name}>
              <Field
                name={input.name}
                path={at === -1 ? `${path}.${input.name}` : `${path}[${at}].value`}
                parameter={fieldFor(input, panel.types[input.type], entry === undefined ? hintOf(input) : undefined)}
                value={entry?.value}
                isSet={entry !== undefined}
                onChange={(next) => set(input, next)}
              />
              {differs && (
                <p role="status" className="mt-1 flex flex-wrap items-center gap-2 text-sm text-warn">
                  {panel.inputType(panel.types[type as keyof typeof panel.types] ?? type, panel.types[input.type])}
                  {!readOnly && (
                    <Button onClick={() => set(input, entry?.value)}>{panel.asType(panel.types[input.type])}</Button>
                  )}
                </p>
              )}
            </div>
          );
        })}
        {gone.map((entry) => (
          <div key={String(entry.name)} className="rounded-card bg-warn-soft px-3 py-2">
            <p className="font-mono text-sm line-through">{String(entry.name)}</p>
            <p className="mt-1 text-sm">{panel.inputGone}</p>
            {!readOnly && (
              <Button className="mt-2" onClick={() => onChange(given.filter((each) => each !== entry))}>
                {panel.removeEntry(String(entry.name))}
              </Button>
            )}
          </div>
        ))}
      </div>
    </fieldset>
  );
}

/** The field in which a value of a declared type is given. */
function fieldFor({ name, type }: Input, typeName: string, description: string | undefined): Parameter {
  const more = { label: `${name} · ${typeName}`, placeholder: `{{ $json.${name} }}`, default: null, description };
  switch (type) {
    case 'number':
      return { ...more, kind: 'number' };
    case 'boolean':
      return {
        ...more,
        kind: 'options',
        choices: [
          { value: true, label: 'true' },
          { value: false, label: 'false' },
        ],
      };
    case 'array':
    case 'object':
      return { ...more, kind: 'json' };
    case 'string':
      return { ...more, kind: 'string' };
    default:
      return { ...more, kind: 'any', control: 'text' };
  }
}

const SHOWN_LENGTH = 60;
const shortText = (value: JsonValue | undefined): string => {
  const text = typeof value === 'string' ? value : JSON.stringify(value ?? null);
  return text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}…` : text;
};
