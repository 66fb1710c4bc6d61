import type { JsonValue } from '@orchestrator/workflow';
import type { ControlProps } from '../field-props.ts';
import { DateTimeField, NumberField, TextField } from './plain-fields.tsx';

/** A value of any type, given by the control that its declaration names. */
export function AnyField(props: ControlProps) {
  const { parameter, value } = props;
  if (parameter.control === 'number' && typeof value !== 'string') return <NumberField {...props} />;
  if (parameter.control === 'dateTime') return <DateTimeField {...props} />;
  return <AnyTextField {...props} />;
}

/** Text; what came as a number, a list or an object is shown as JSON, and stays one while what is typed is JSON. */
function AnyTextField(props: ControlProps) {
  const { parameter, value, onChange } = props;
  return (
    <TextField
      {...props}
      parameter={{ ...parameter, multiline: parameter.control === 'lines' }}
      value={textOf(value)}
      onChange={(typed) => onChange(typeof value === 'string' ? typed : likeBefore(typed, value))}
    />
  );
}

const textOf = (value: JsonValue | undefined): string =>
  typeof value === 'string' ? value : value === undefined || value === null ? '' : JSON.stringify(value);

function likeBefore(typed: JsonValue | undefined, before: JsonValue | undefined): JsonValue | undefined {
  if (typeof typed !== 'string' || before === undefined || before === null) return typed;
  try {
    return JSON.parse(typed) as JsonValue;
  } catch {
    return typed;
  }
}
