import { type FormEvent, useRef, useState } from 'react';
import { ApiProblem } from '../../api/problem.ts';

/** What a form gives to the fields in it. */
export interface Form {
  errors: Partial<Record<string, string>>;
  input(name: string): { name: string; value: string; onChange(event: { target: { value: string } }): void };
}

/**
 * What a short form holds: its values, what is wrong with each, and what is wrong with the whole.
 * @param missing what a person can be told before anything is sent; the server judges the rest
 * @param send sends it; what it throws is shown beside the field that it names, or over the form
 */
export function useForm<const Name extends string>({
  initial,
  missing,
  send,
}: {
  initial: Readonly<Record<Name, string>>;
  missing(values: Partial<Record<string, string>>): Partial<Record<string, string>>;
  send(values: Record<Name, string>): Promise<void>;
}) {
  const [values, setValues] = useState<Record<Name, string>>(initial);
  const [errors, setErrors] = useState<Form['errors']>({});
  const [fault, setFault] = useState<ApiProblem | Error>();
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  const refuse = (wrong: Form['errors']) => {
    setErrors(wrong);
    // After the errors are on the page, so that a screen reader says them with the field.
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus());
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setFault(undefined);
    const wrong = missing(values);
    refuse(wrong);
    if (Object.values(wrong).some(Boolean)) return;
    setBusy(true);
    try {
      await send(values);
    } catch (thrown) {
      const named = (thrown instanceof ApiProblem ? thrown.errors : []).filter(({ field }) => field in values);
      if (named.length > 0) {
        refuse(Object.fromEntries(named.map(({ field, message }) => [field, message])));
      } else setFault(thrown instanceof Error ? thrown : new Error(String(thrown)));
    } finally {
      setBusy(false);
    }
  };
  return {
    values,
    errors,
    fault,
    busy,
    form: { ref: form, onSubmit: submit, noValidate: true },
    /** What an input of that name needs. */
    input: (name: string) => ({
      name,
      value: values[name as Name],
      onChange: (event: { target: { value: string } }) => {
        const { value } = event.target;
        setValues((before) => ({ ...before, [name]: value }));
        setErrors((before) => ({ ...before, [name]: undefined }));
      },
    }),
  };
}
