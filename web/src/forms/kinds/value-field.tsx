import type { JsonValue } from '@orchestrator/workflow';
import { useMemo } from 'react';
import type { Parameter } from '../declaration.ts';
import { useForm } from '../form-context.ts';

interface Props {
  label: string;
  path: string;
  kind: Parameter['kind'];
  placeholder?: string;
  value: JsonValue | undefined;
  onChange(value: JsonValue | undefined): void;
}

/** A value within a filter or an assignment: a field of its own that may be an expression. */
export function ValueField({ label, path, kind, placeholder, value, onChange }: Props) {
  const parameter = useMemo<Parameter>(
    () => ({ kind, label, placeholder, ...(kind === 'any' ? { control: 'text' } : {}) }),
    [kind, label, placeholder],
  );
  const { Field } = useForm().parts;
  return (
    <Field
      name={path}
      path={path}
      parameter={parameter}
      value={value}
      isSet={value !== undefined}
      onChange={onChange}
    />
  );
}
