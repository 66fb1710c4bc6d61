import type { JsonObject, JsonValue } from '@orchestrator/workflow';
import type { Parameter, Parameters } from './declaration.ts';

/** What a field of a form is given. */
export interface FieldProps {
  name: string;
  /** Where it is within the form: `options.timeout`, `rules[0].hour`. */
  path: string;
  parameter: Parameter;
  /** Its value, or its default. */
  value: JsonValue | undefined;
  isSet: boolean;
  /** `undefined` takes it back to its default. */
  onChange(value: JsonValue | undefined): void;
}

/** What a control of a field is given. */
export interface ControlProps extends FieldProps {
  control: { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true };
}

/** What a set of fields is given. */
export interface FieldSetProps {
  parameters: Parameters;
  values: JsonObject;
  onChange(values: JsonObject): void;
  /** Where these are within the form: `options.` or `rules[0].`. */
  path: string;
  /** Only these, of a collection. */
  only?: readonly string[];
}
